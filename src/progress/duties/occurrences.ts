/**
 * Duties that are done whenever something happens: each time is a record of its own, so that what two
 * tabs or two devices count adds up. Taking one back writes it anew, as an untick does with a mark.
 */
import { periodOf, type PeriodKey } from '../../model/period.ts';
import type { DutyMark } from './duty-marks.ts';

/** A time that a duty was done (`done`), or that was taken back; `tickedAt` or `at` is the moment. */
export type Occurrence = DutyMark;

/** What is needed to know of a duty that is counted. */
export interface EventDuty {
  readonly id: string;
  /** Full references under which the duty was published before. */
  readonly was?: readonly string[];
}

/** Occurrences by name (`<duty>@<id>`), those that were taken back included. */
export type OccurrencesByName = Readonly<Record<string, Occurrence | undefined>>;

/** Name of an occurrence in the storage of one role. @param id random */
export function occurrenceName(duty: string, id: string): string {
  return `${duty}@${id}`;
}

/** The duty of an occurrence's name; `undefined` when it is none. */
export function dutyOfOccurrence(name: string): string | undefined {
  return /^([a-z0-9-]+)@[\w-]+$/.exec(name)?.[1];
}

/** When something was done. */
export function momentOf({ at, tickedAt }: Occurrence): number {
  return tickedAt ?? at;
}

/** One that counts: not taken back. */
export interface CountedOccurrence {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The times that a duty was done in the week that `now` lies in, the last one first. */
export function timesThisWeek(
  duty: string,
  occurrences: OccurrencesByName,
  now: Date,
): CountedOccurrence[] {
  const week = periodOf('weekly', now);
  return timesOf(duty, occurrences).filter(({ at }) => periodOf('weekly', new Date(at)) === week);
}

/** The closed weeks in which something was done, with how often each duty was; the latest week first. */
export function pastWeeks(
  occurrences: OccurrencesByName,
  now: Date,
): { readonly period: PeriodKey; readonly counts: ReadonlyMap<string, number> }[] {
  const weeks = new Map<PeriodKey, Map<string, number>>();
  const running = periodOf('weekly', now);
  for (const [name, occurrence] of Object.entries(occurrences)) {
    const duty = dutyOfOccurrence(name);
    if (!duty || !occurrence?.done) continue;
    const period = periodOf('weekly', new Date(momentOf(occurrence)));
    if (period >= running) continue;
    const counts = weeks.get(period) ?? new Map<string, number>();
    weeks.set(period, counts.set(duty, (counts.get(duty) ?? 0) + 1));
  }
  return [...weeks]
    .map(([period, counts]) => ({ period, counts }))
    .sort((a, b) => (a.period < b.period ? 1 : -1));
}

function timesOf(duty: string, occurrences: OccurrencesByName): CountedOccurrence[] {
  return Object.entries(occurrences)
    .flatMap(([name, occurrence]) =>
      occurrence?.done && dutyOfOccurrence(name) === duty
        ? [{ name, at: momentOf(occurrence) }]
        : [],
    )
    .sort((a, b) => b.at - a.at);
}
