import type { DutyFilter } from '../../model/duty-filters.ts';
import { formatIsoDay } from '../../model/format-day.ts';
import type { TodayDuties } from '../../progress/today/duties.ts';
import type { Due, TodaySteps } from '../../progress/today/steps.ts';
import { formatMoment } from '../shared/format-time.ts';

/** What the sections are called. */
export const SECTION_TITLE = {
  overdue: '已过期',
  due: '今天到期',
  daily: '每天',
  next: '进行中的执行',
  weekly: '这一周',
  monthly: '这个月',
  quarterly: '这个季度，月底前',
  yearly: '今年，年底前',
  event: '逢事',
} as const;

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** The local date: `11 月 27 日 星期五`. */
export function dateWords(now: Date): string {
  return `${now.getMonth() + 1} 月 ${now.getDate()} 日 星期${WEEKDAYS[now.getDay()] ?? ''}`;
}

/** By when something is to be done: `截止 2026 年 11 月 26 日`, `今天 14:03 前做完`. */
export function dueWords({ at, day, isOfRun }: Due, now: Date): string {
  const isPast = at <= +now;
  if (isOfRun && day) return `${isPast ? '已过期：' : '截止：'}${formatIsoDay(day)}`;
  const by = day ? formatIsoDay(day) : formatMoment(at, +now);
  return isPast ? `已过期：应在${by}前做完` : `${by}前做完`;
}

/** A part of what is said to be left. */
export interface LeftPhrase {
  /** `今天还有 3 项`. */
  readonly words: string;
  /** Set where it tells of duties: the filter of their list. */
  readonly filter: DutyFilter | undefined;
}

/**
 * What is left, the nearest first; where nothing is, one phrase says so.
 *
 * @param training how many items of training are asked for today
 */
export function leftWords(
  { overdue, due, next }: TodaySteps,
  duties: TodayDuties | undefined,
  training = 0,
): LeftPhrase[] {
  const open = (list: TodayDuties['daily']) => list.filter(({ isDone }) => !isDone).length;
  const daily = duties?.isWorkday ? open(duties.daily) : 0;
  const counts: readonly (readonly [string, number, string, (DutyFilter | undefined)?])[] = [
    ['已过期', overdue.length, '项'],
    ['今天还有', due.length + daily, '项', daily > 0 ? 'daily' : undefined],
    ['培训还有', training, '项'],
    ['这一周还有', duties ? open(duties.weekly) : 0, '项', 'weekly'],
    ['这个月还有', duties ? open(duties.monthly) : 0, '项', 'monthly'],
    ['这个季度还有', duties ? open(duties.quarterly) : 0, '项', 'quarterly'],
    ['今年还有', duties ? open(duties.yearly) : 0, '项', 'yearly'],
    ['进行中', duties ? 0 : next.length, '次执行'],
  ];
  const phrases = counts
    .filter(([, count]) => count > 0)
    .map(([what, n, unit, filter]) => ({ words: `${what} ${n} ${unit}`, filter }));
  if (phrases.length > 0) return phrases;
  return [{ words: '今天、这一周和这个月的都勾完了', filter: undefined }];
}
