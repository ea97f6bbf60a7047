/**
 * When a question is asked again: after 1, 3, 7, 21, 60 and 150 days, each time it was known; after one day
 * when it was not. A fold over answers, ordered by time and id: two devices that know the same answers agree.
 */
import { addDays, dayOf, type Day } from '../../model/day.ts';
import { unionByTime } from '../event-envelope.ts';
import type { AnswerEvent } from './answer.ts';

/** Days until a question comes again; the last one repeats. */
export const INTERVALS = [1, 3, 7, 21, 60, 150] as const;

/** How well a question is known, and when it is asked again. */
export interface Standing {
  readonly question: string;
  /** Index in `INTERVALS`: 0 after the first answer and after a wrong one. */
  readonly level: number;
  /** Local day of the last answer that counted. */
  readonly last: Day;
  /** Local day from which it is asked again. */
  readonly due: Day;
  /** Whether the last answer that counted was right. */
  readonly isKnown: boolean;
  /** Answers given to the present revision. */
  readonly asked: number;
}

/**
 * The standing of each question that was answered.
 *
 * What was answered before it was due again, and the second try of a day, raises no level: a question is
 * learned by the days between. An answer to an older revision does not count, so a question whose passage
 * changed materially has no standing and is new.
 *
 * @param answers in any order; repeated ones count once
 * @param revOf the present revision of a question; `undefined` for one that is no longer asked
 */
export function standingsOf(
  answers: readonly AnswerEvent[],
  revOf: (question: string) => number | undefined,
): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const { question, rev, right, at } of unionByTime(answers)) {
    const current = revOf(question);
    const day = dayOf(at);
    if (current === undefined || rev < current || day === undefined) continue;
    standings.set(question, after(standings.get(question), question, day, right));
  }
  return standings;
}

function after(before: Standing | undefined, question: string, day: Day, right: boolean): Standing {
  const asked = (before?.asked ?? 0) + 1;
  if (!before || !right) {
    return {
      question,
      level: 0,
      last: day,
      due: addDays(day, INTERVALS[0]),
      isKnown: right,
      asked,
    };
  }
  if (day < before.due) return { ...before, asked };
  const level = Math.min(before.level + 1, INTERVALS.length - 1);
  return { question, level, last: day, due: addDays(day, intervalOf(level)), isKnown: true, asked };
}

/** Days until a question of this level comes again. */
export function intervalOf(level: number): number {
  return INTERVALS[level] ?? INTERVALS[0];
}

/** What of a set of questions is probably still known. */
export interface Retention {
  /** Questions that were asked. */
  readonly asked: number;
  /** How many of them would probably be answered now; whole questions, rounded down. */
  readonly remembered: number;
}

/** The chance at which a question comes again: the forgetting curve passes it when the interval is over. */
const CHANCE_WHEN_DUE = 0.9;

/**
 * How many of the questions asked are probably still known today. One that was known last counts with
 * 0.9 to the power of days passed over its interval, one that was not known counts nothing.
 *
 * The curve is the exponential one of spaced repetition (Wozniak, SuperMemo): nine in ten at the end of
 * an interval. A clock set back counts as no time passed.
 */
export function retentionOf(standings: Iterable<Standing>, today: Day): Retention {
  let asked = 0;
  let sum = 0;
  for (const { level, last, isKnown } of standings) {
    asked += 1;
    const days = Math.max(0, daysBetween(last, today));
    if (isKnown) sum += CHANCE_WHEN_DUE ** (days / intervalOf(level));
  }
  // Sums of chances such as 1 + 1 must not fall below by rounding.
  return { asked, remembered: Math.floor(sum + 1e-9) };
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
