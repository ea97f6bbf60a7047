/**
 * Calendar days as text, `YYYY-MM-DD`. Counting with days knows no clock, so a change of clocks moves
 * nothing; only `dayOf`, `startOfDay` and `endOfDay` tie days to moments, in the reader's own time zone.
 */
import { isoDay } from './format-day.ts';

/** A calendar day: `2026-11-23`. Days sort by time as text. */
export type Day = string;

/** True for a day that the calendar has: `2026-02-30` is none. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value);
}

/**
 * The day that lies so many days later, or earlier.
 *
 * @throws RangeError when the text is no day, or the year it leads to has not four digits
 */
export function addDays(day: Day, count: number): Day {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + count);
  const [sum = ''] = date.toISOString().split('T');
  if (!isDay(sum)) throw new RangeError(`No day of four digits: ${day} and ${count}`);
  return sum;
}

/** Day of the week, 1 for Monday to 7 for Sunday. @throws RangeError when the text is no day */
export function weekdayOf(day: Day): number {
  return utc(day).getUTCDay() || 7;
}

/**
 * The local day that a moment lies in.
 *
 * @param at milliseconds since the epoch
 * @returns `undefined` for what is no moment of a year with four digits
 */
export function dayOf(at: number): Day | undefined {
  const day = isoDay(new Date(at));
  return isDay(day) ? day : undefined;
}

/**
 * The first moment of a local day, in milliseconds since the epoch: midnight, or later where clocks
 * skip midnight. Of a day that the local calendar left out, the first moment after it.
 *
 * @throws RangeError when the text is no day
 */
export function startOfDay(day: Day): number {
  return localMidnight(day, 0);
}

/** The first moment after a local day. @throws RangeError when the text is no day */
export function endOfDay(day: Day): number {
  return localMidnight(day, 1);
}

function localMidnight(day: Day, later: number): number {
  const at = utc(day);
  const local = new Date(2000, 0, 1);
  // `new Date(99, …)` means 1999, so the year is set apart.
  local.setFullYear(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + later);
  return local.valueOf();
}

function utc(day: string): Date {
  if (!isDay(day)) throw new RangeError(`Not a day: "${day}"; expected YYYY-MM-DD`);
  return new Date(`${day}T00:00:00Z`);
}
