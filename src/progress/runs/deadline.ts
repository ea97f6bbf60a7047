/**
 * Deadlines of a run: what its steps' time limits come to, the days that the reader set for steps, and its own due date. Derived from the walk
 * and the public holidays for one moment in time, in the reader's own time zone; never stored.
 */
import { dayOf, endOfDay, isDay, startOfDay, type Day } from '../../model/day.ts';
import type { TimeLimit } from '../../model/template.ts';
import { addWorkdays, type Holidays } from '../../model/workdays.ts';
import { markKey } from './marks.ts';
import { isOpen, type Visit, type Walk } from './walk.ts';

const HOUR = 3_600_000;

/** What the deadlines of a run's steps are reckoned from: when it began, and the days set for steps. */
export interface RunStart {
  /** Time of its start event, in milliseconds since the epoch. */
  readonly at: number;
  /** The local day that the reader gave for it. */
  readonly startedOn: Day;
  /** The days that the reader set, by step and round (`markKey`); absent: none. */
  readonly stepDues?: ReadonlyMap<string, Day>;
}

/** By when a step has to be done. */
export interface Deadline {
  /** The first moment that is too late, in milliseconds since the epoch. */
  readonly at: number;
  /** The last day that is in time, where days are counted. */
  readonly day?: Day;
  /** Years whose public holidays are not entered and would have been needed. */
  readonly uncovered: readonly number[];
  /** The time limit that this is; absent when the day that the reader set comes first. */
  readonly limit?: TimeLimit;
  /** The moment from which the limit counts. */
  readonly since?: number;
  /** The day that the reader set, whether or not it comes first. */
  readonly set?: Day;
}

/** `due` and `overdue` while something is open; `kept` and `late` once it is done. */
export type DeadlineStanding = 'due' | 'overdue' | 'kept' | 'late';

/** A step on the way that has a deadline. */
export interface DatedStep {
  readonly visit: Visit;
  readonly deadline: Deadline;
  readonly standing: DeadlineStanding;
}

/** The due date of a whole run. */
export interface RunDue {
  readonly day: Day;
  /** The first moment after that day. */
  readonly at: number;
  readonly standing: DeadlineStanding;
}

/**
 * The deadline of a passage: the end of the day that the reader set for it, or its step's time limit, if
 * that comes first: a day that is set does not lift the handbook's limit.
 *
 * @returns `undefined` when no day is set and no limit runs
 */
export function deadlineOf(
  walk: Walk,
  visit: Visit,
  start: RunStart,
  holidays: Holidays,
): Deadline | undefined {
  const limited = limitOf(walk, visit, start, holidays);
  const set = start.stepDues?.get(markKey(visit.step.id, visit.round));
  if (!isDay(set)) return limited;
  const at = endOfDay(set);
  return limited && limited.at <= at ? { ...limited, set } : { at, day: set, uncovered: [], set };
}

/**
 * What the time limit of a passage's step comes to, counted from the mark of the passage before it on the
 * way; for the first one, from the start of the run.
 *
 * @returns `undefined` when the step has no limit, the passage is not on the way, the one before it is
 * still open, or the calendar does not reach so far
 */
function limitOf(
  walk: Walk,
  visit: Visit,
  start: RunStart,
  holidays: Holidays,
): Deadline | undefined {
  const limit = visit.step.within;
  const since = limit && sinceOf(walk, visit, start);
  const day = since === undefined ? undefined : dayOf(since);
  if (!limit || since === undefined || day === undefined) return undefined;
  if ('hours' in limit) {
    const at = since + limit.hours * HOUR;
    return dayOf(at) ? { at, uncovered: [], limit, since } : undefined;
  }
  try {
    const last = addWorkdays(day, limit.workdays, holidays);
    return { at: endOfDay(last.day), day: last.day, uncovered: last.uncovered, limit, since };
  } catch {
    return undefined; // the clock of some device was in the last year of the calendar
  }
}

/**
 * How a deadline stands.
 *
 * @param markedAt when its step was done, skipped or decided; `undefined` while it is open
 */
export function standingOfDeadline(
  deadline: { readonly at: number },
  markedAt: number | undefined,
  now: number,
): DeadlineStanding {
  if (markedAt === undefined) return now < deadline.at ? 'due' : 'overdue';
  return markedAt < deadline.at ? 'kept' : 'late';
}

/**
 * The steps on the way that have a deadline, in authored order, in the round that counts.
 *
 * @param now for a finished run, the time at which it finished
 */
export function datedSteps(
  walk: Walk,
  start: RunStart,
  holidays: Holidays,
  now: number,
): DatedStep[] {
  return walk.live.flatMap((visit) => {
    const deadline = deadlineOf(walk, visit, start, holidays);
    if (!deadline) return [];
    const markedAt = isOpen(visit) ? undefined : visit.mark?.at;
    return [{ visit, deadline, standing: standingOfDeadline(deadline, markedAt, now) }];
  });
}

/** How the due date of a run stands; `undefined` when it has none. */
export function runDue(
  run: { readonly dueOn?: string; readonly finishedAt?: number },
  now: number,
): RunDue | undefined {
  const { dueOn: day, finishedAt } = run;
  if (!isDay(day)) return undefined;
  const at = endOfDay(day);
  return { day, at, standing: standingOfDeadline({ at }, finishedAt, now) };
}

/**
 * The next moment at which one of these stands otherwise than now, for a timer; `undefined` when none
 * ever will. A timer takes no more than 2³¹ − 1 milliseconds: whoever sets one has to set it again.
 */
export function nextTurn(steps: readonly DatedStep[], due?: RunDue): number | undefined {
  const open = [...steps.map(({ deadline, standing }) => ({ at: deadline.at, standing })), due];
  const turns = open.flatMap((each) => (each?.standing === 'due' ? [each.at] : []));
  return turns.length > 0 ? Math.min(...turns) : undefined;
}

/** The moment from which a passage's limit counts; `undefined` when there is none yet. */
function sinceOf(walk: Walk, { step, round }: Visit, start: RunStart): number | undefined {
  const index = walk.visits.findIndex((each) => each.step.id === step.id && each.round === round);
  if (index === 0) return startOf(start);
  const before = walk.visits[index - 1];
  return before && !isOpen(before) ? before.mark?.at : undefined;
}

/** A run may be entered on another day than it began: then that day counts, from its first moment. */
function startOf({ at, startedOn }: RunStart): number {
  return isDay(startedOn) && startedOn !== dayOf(at) ? startOfDay(startedOn) : at;
}
