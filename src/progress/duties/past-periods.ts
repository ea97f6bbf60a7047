/** The closed periods of a role's duties, to look back at; few readers ever do. */
import { cadenceOf, periodOf, type PeriodKey } from '../../model/period.ts';
import type { Cadence } from '../../model/vocabulary.ts';
import { parseDutyMarkName, type DutyMark } from './duty-marks.ts';

export interface PastPeriod {
  readonly period: PeriodKey;
  readonly cadence: Cadence;
  /** The duties that were ticked in it, with the time. */
  readonly done: readonly { readonly duty: string; readonly at: number }[];
}

/** The closed periods in which something was ticked, latest first within each cadence. */
export function pastPeriods(
  marks: Readonly<Record<string, DutyMark | undefined>>,
  now: Date,
): PastPeriod[] {
  const periods = new Map<PeriodKey, { duty: string; at: number }[]>();
  for (const [name, mark] of Object.entries(marks)) {
    const parsed = parseDutyMarkName(name);
    if (!parsed || !mark?.done) continue;
    const cadence = cadenceOf(parsed.period);
    if (!cadence || parsed.period >= periodOf(cadence, now)) continue;
    periods.set(parsed.period, [
      ...(periods.get(parsed.period) ?? []),
      { duty: parsed.duty, at: mark.tickedAt ?? mark.at },
    ]);
  }
  return [...periods]
    .map(([period, done]) => ({
      period,
      cadence: cadenceOf(period) ?? 'once',
      done: done.sort((a, b) => a.at - b.at),
    }))
    .sort((a, b) => (a.period < b.period ? 1 : -1));
}
