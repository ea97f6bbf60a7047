/**
 * How many review questions come on which day: one small key that 今天 looks at. It is derived: the page of
 * the reviews, which knows what is still asked, sets it right whenever it is open.
 */
import { isDay, type Day } from '../model/day.ts';
import { settingName } from '../model/setting-names.ts';
import { DAILY_QUESTIONS } from '../progress/review/daily-questions.ts';
import { readBestEffort } from './best-effort-storage.ts';
import { whenShown } from './shown.ts';
import { readValue, writeValue } from './storage/values.ts';

/** Days with how many questions come then: `2026-11-28:4,2026-11-30:6`. */
const REVIEW = settingName('review');

/** How many questions are due by a day, ten at most; 0 also where nothing can be read. */
export function reviewDue(today: Day): number {
  let due = 0;
  for (const entry of (readBestEffort(REVIEW) ?? '').split(',')) {
    const [day, count] = entry.split(':');
    if (isDay(day) && day <= today && /^\d{1,6}$/.test(count ?? '')) due += Number(count);
  }
  return Math.min(due, DAILY_QUESTIONS);
}

/** Notes on which days questions come. @param days one for each question */
export function noteReviewDue(days: readonly Day[]): void {
  const counts = new Map<Day, number>();
  for (const day of [...days].sort()) counts.set(day, (counts.get(day) ?? 0) + 1);
  const text = [...counts].map(([day, count]) => `${day}:${count}`).join(',');
  whenShown(() => {
    if (text !== (readValue(REVIEW) ?? '')) writeValue(REVIEW, text || undefined);
  });
}
