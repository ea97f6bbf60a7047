/** Working days (工作日): the weekdays, but for public holidays, and the weekends worked in exchange. */
import { addDays, weekdayOf, type Day } from './day.ts';

/** Days in a list, or in one text with spaces between: that is how pages hand them to their islands. */
type Days = readonly Day[] | string;

/** The public holidays of one year, as they were announced. */
export interface HolidayYear {
  /** Days off, weekends among them or not. */
  readonly off: Days;
  /** Saturdays and Sundays that are worked (调休). */
  readonly work: Days;
}

export interface Holidays {
  /** By year: `2026`. A year whose arrangement is not entered is not there. */
  readonly years: Readonly<Record<string, HolidayYear>>;
}

/** A working day that was counted to. */
export interface WorkdayCount {
  readonly day: Day;
  /** Years that the count passed through without knowing their holidays: only weekends were off. */
  readonly uncovered: readonly number[];
}

/**
 * True when a day is worked. In a year whose arrangement is not entered only weekends are off.
 *
 * @throws RangeError when the text is no day
 */
export function isWorkday(day: Day, holidays: Holidays): boolean {
  const isWeekday = weekdayOf(day) <= 5;
  const year = arrangementOf(day, holidays);
  if (year?.work.includes(day)) return true;
  return isWeekday && !year?.off.includes(day);
}

/**
 * The n-th working day after a day, whether that one is worked or not; the day itself for 0.
 *
 * @throws RangeError when the text is no day, n is no natural number, or the year has five digits
 */
export function addWorkdays(day: Day, n: number, holidays: Holidays): WorkdayCount {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of days: ${n}`);
  const uncovered = new Set<number>();
  let at = day;
  for (let left = n; left > 0;) {
    at = addDays(at, 1);
    if (!arrangementOf(at, holidays)) uncovered.add(Number(at.slice(0, 4)));
    if (isWorkday(at, holidays)) left -= 1;
  }
  return { day: at, uncovered: [...uncovered] };
}

function arrangementOf(day: Day, { years }: Holidays): HolidayYear | undefined {
  const year = day.slice(0, 4);
  return Object.hasOwn(years, year) ? years[year] : undefined;
}
