/**
 * Marks of a role's duties: one `{ done, at }` for each duty and period. Unticking writes a mark as
 * well, so that two copies merge by time and an untick is not lost.
 */
import {
  cadenceOf,
  periodOf,
  PERIOD_CADENCES,
  type PeriodCadence,
  type PeriodKey,
} from '../../model/period.ts';
import { isOfVersionAfter, MAX_TIME, type Parsed } from '../../model/parsed.ts';

export interface DutyMark {
  /** Version of this shape. */
  readonly v: 1;
  readonly done: boolean;
  /** Milliseconds since the epoch; the later mark counts. */
  readonly at: number;
  /** When it was ticked, where that is not `at`: a tick that was taken away and put back. */
  readonly tickedAt?: number;
}

/** What the checklist needs to know of a duty. */
export interface DutyKey {
  readonly id: string;
  /** Standards are appraised each quarter: their cadence is `quarterly`. */
  readonly cadence: PeriodCadence;
  /** Full references under which the duty was published before. */
  readonly was?: readonly string[];
}

/** True when a value is a mark this version understands. */
export function isDutyMark(value: unknown): value is DutyMark {
  if (typeof value !== 'object' || value === null) return false;
  const { v, done, at, tickedAt = at } = value as Record<string, unknown>;
  return v === 1 && typeof done === 'boolean' && isMoment(at) && isMoment(tickedAt);
}

/** True for a time that a `Date` can tell. */
function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= MAX_TIME;
}

/** Parses a stored mark. */
export function parseDutyMark(value: unknown): Parsed<DutyMark> {
  if (isDutyMark(value)) return { value };
  return isOfVersionAfter(1, value) ? 'newer' : 'damaged';
}

/**
 * The later of two marks of one duty and period; at the same moment, the done one, and of two such
 * the one that was ticked first: every device must pick the same one.
 */
export function mergeMarks(a: DutyMark, b: DutyMark): DutyMark {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  if (a.done !== b.done) return a.done ? a : b;
  return (a.tickedAt ?? a.at) <= (b.tickedAt ?? b.at) ? a : b;
}

/** Name of a mark in the storage of one role: `<duty>@<period>`. */
export function dutyMarkName(duty: string, period: PeriodKey): string {
  return `${duty}@${period}`;
}

/** Reads a mark's name back; `undefined` when it is none. */
export function parseDutyMarkName(name: string): { duty: string; period: PeriodKey } | undefined {
  const at = name.indexOf('@');
  const [duty, period] = [name.slice(0, at), name.slice(at + 1)];
  return at > 0 && cadenceOf(period) ? { duty, period } : undefined;
}

/** The name of a duty's mark in the period that `now` lies in. */
export function currentMarkName(duty: DutyKey, now: Date): string {
  return dutyMarkName(duty.id, periodOf(duty.cadence, now));
}

/** Marks by name. */
export type MarksByName = Readonly<Record<string, DutyMark | undefined>>;

/** The names of a duty's marks in all periods that run now, its own cadence's first. */
export function runningMarkNames({ id, cadence }: DutyKey, now: Date): string[] {
  // What was to be done once would count in every period of another cadence.
  const others = PERIOD_CADENCES.filter((each) => each !== cadence && each !== 'once');
  return [cadence, ...others].map((each) => dutyMarkName(id, periodOf(each, now)));
}

/**
 * A duty's mark in the period that `now` lies in. A duty whose cadence was changed keeps what was ticked
 * before in a period that still runs, until it is ticked or unticked anew.
 */
export function runningMark(duty: DutyKey, marks: MarksByName, now: Date): DutyMark | undefined {
  const [own = '', ...others] = runningMarkNames(duty, now);
  return marks[own] ?? others.map((name) => marks[name]).find((mark) => mark?.done);
}

export interface Tally {
  readonly done: number;
  readonly total: number;
}

/**
 * Counts the duties that are done in the period that `now` lies in.
 *
 * @param marks by mark name
 */
export function tally(duties: readonly DutyKey[], marks: MarksByName, now: Date): Tally {
  const done = duties.filter((duty) => runningMark(duty, marks, now)?.done).length;
  return { done, total: duties.length };
}
