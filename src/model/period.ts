/**
 * Periods: the day, ISO week, month or quarter that a tick of a duty belongs to, in the reader's own
 * time zone. All functions read the local calendar fields of a `Date`, so a change of clocks (DST)
 * moves no boundary.
 */
import { isoDay, pad } from './format-day.ts';
import { CADENCES, type Cadence } from './vocabulary.ts';

/** A cadence that has periods: all but what is done whenever something happens. */
export type PeriodCadence = Exclude<Cadence, 'event'>;

export const PERIOD_CADENCES = CADENCES.filter((each): each is PeriodCadence => each !== 'event');

/**
 * Names a period: `once`, `2026-11-23`, `2026-W48` (ISO 8601 week), `2026-11`, `2026-Q4` or `2026`.
 * Keys of one cadence sort by time as text.
 */
export type PeriodKey = string;

/** The period of the given cadence that a moment lies in. */
export function periodOf(cadence: PeriodCadence, at: Date): PeriodKey {
  const year = pad(at.getFullYear(), 4);
  switch (cadence) {
    case 'once':
      return 'once';
    case 'daily':
      return isoDay(at);
    case 'weekly':
      return isoWeek(at);
    case 'monthly':
      return `${year}-${pad(at.getMonth() + 1)}`;
    case 'quarterly':
      return `${year}-Q${Math.floor(at.getMonth() / 3) + 1}`;
    case 'yearly':
      return year;
  }
}

/** The moment at which the period that `at` lies in ends; `undefined` for `once`, which never does. */
export function periodEnd(cadence: PeriodCadence, at: Date): Date | undefined {
  const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()];
  switch (cadence) {
    case 'once':
      return undefined;
    case 'daily':
      return localDay(year, month, day + 1);
    case 'weekly':
      return localDay(year, month, day + 7 - mondayBased(at));
    case 'monthly':
      return localDay(year, month + 1, 1);
    case 'quarterly':
      return localDay(year, (Math.floor(month / 3) + 1) * 3, 1);
    case 'yearly':
      return localDay(year + 1, 0, 1);
  }
}

/** The cadence that a period key belongs to; `undefined` when the text is no period key. */
export function cadenceOf(key: PeriodKey): PeriodCadence | undefined {
  if (key === 'once') return 'once';
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return 'daily';
  if (/^\d{4}-W\d{2}$/.test(key)) return 'weekly';
  if (/^\d{4}-\d{2}$/.test(key)) return 'monthly';
  if (/^\d{4}-Q[1-4]$/.test(key)) return 'quarterly';
  if (/^\d{4}$/.test(key)) return 'yearly';
  return undefined;
}

/** ISO 8601: weeks begin on Monday; week 1 is the one with the year's first Thursday. */
function isoWeek(at: Date): PeriodKey {
  const thursday = localDay(at.getFullYear(), at.getMonth(), at.getDate() + 3 - mondayBased(at));
  const year = thursday.getFullYear();
  const days = dayNumber(thursday) - dayNumber(localDay(year, 0, 1));
  return `${pad(year, 4)}-W${pad(Math.floor(days / 7) + 1)}`;
}

/** Day of the week, 0 for Monday to 6 for Sunday. */
function mondayBased(at: Date): number {
  return (at.getDay() + 6) % 7;
}

/** Midnight of a local calendar day; out-of-range days and months roll over. */
function localDay(year: number, month: number, day: number): Date {
  const date = new Date(2000, 0, 1);
  // `new Date(99, …)` means 1999, so the year is set apart.
  date.setFullYear(year, month, day);
  return date;
}

/** Calendar days since the epoch, free of clock changes. */
function dayNumber(at: Date): number {
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;
}
