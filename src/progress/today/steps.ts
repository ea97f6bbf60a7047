/**
 * What the open runs ask for today: steps that are past their time, those due today, the next step of
 * every other run, and what was done today. Pure; days are those of the reader's own time zone.
 */
import { dayOf, endOfDay, type Day } from '../../model/day.ts';
import type { WorkflowTemplate } from '../../model/template.ts';
import { isGateKind } from '../../model/vocabulary.ts';
import type { Holidays } from '../../model/workdays.ts';
import { datedSteps, runDue } from '../runs/deadline.ts';
import type { RunState } from '../runs/fold.ts';
import type { Visit, Walk } from '../runs/walk.ts';

/** A run as far as today needs it. */
export interface TodayRun extends Pick<
  RunState,
  | 'workflow'
  | 'code'
  | 'dueOn'
  | 'startedAt'
  | 'startedOn'
  | 'changedAt'
  | 'status'
  | 'stepDues'
  | 'owners'
> {
  readonly id: string;
  /** Absent when its frozen text cannot be had: the run can be opened, and nothing of it ticked. */
  readonly template?: WorkflowTemplate;
  readonly walk?: Walk;
}

/** By when something has to be done. */
export interface Due {
  /** The first moment that is too late, in milliseconds since the epoch. */
  readonly at: number;
  /** The last day that is in time, where days are counted. */
  readonly day?: Day;
  /** True when it is the whole job that is due, not this step. */
  readonly isOfRun: boolean;
}

/** A step that a run asks for. */
export interface TodayStep {
  readonly run: TodayRun;
  /** Absent when all steps are done and the run waits to be finished, and without a text. */
  readonly visit?: Visit;
  readonly due?: Due;
  /** Who does it, as it was typed; absent where nobody is named. */
  readonly owner?: string;
  /** False for a gate or a sign-off, and where there is no step: then the run has to be opened. */
  readonly isTickable: boolean;
}

/** A step that was done or decided today. */
export interface DoneStep {
  readonly run: TodayRun;
  readonly visit: Visit;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** True when it can be taken back in place: a gate's decision is taken back in its run. */
  readonly isTickable: boolean;
}

export interface TodaySteps {
  /** The longest overdue first. */
  readonly overdue: readonly TodayStep[];
  /** Due before the day ends, the most pressing first. */
  readonly due: readonly TodayStep[];
  /** The next step of each run that has nothing above: the nearest date first, then the last changed. */
  readonly next: readonly TodayStep[];
  /** The last done first. */
  readonly done: readonly DoneStep[];
}

/**
 * What is due of runs.
 *
 * @param runs of any standing; only open ones are looked into
 */
export function selectSteps(runs: readonly TodayRun[], holidays: Holidays, now: Date): TodaySteps {
  const day = dayOf(+now);
  const dayEnd = day === undefined ? +now : endOfDay(day);
  const open = runs.filter(({ status }) => status === 'open');
  const overdue: TodayStep[] = [];
  const due: TodayStep[] = [];
  const next: TodayStep[] = [];
  for (const run of open) {
    const asked = askedOf(run, holidays, +now);
    const pressing = asked.filter((step) => step.due && step.due.at <= dayEnd);
    for (const step of pressing) (isPast(step, +now) ? overdue : due).push(step);
    if (pressing.length === 0) next.push(...asked.slice(0, 1));
  }
  return {
    overdue: overdue.sort(bySoonest),
    due: due.sort(bySoonest),
    next: next.sort(bySoonest),
    done: open.flatMap((run) => doneOn(run, day)).sort((a, b) => b.at - a.at),
  };
}

/** True when a step can be ticked outside its run: it decides nothing and nobody signs. */
export function isTickable({ step, mark }: Visit): boolean {
  return !step.outcomes && !step.signers?.length && !isGateKind(step.kind) && !mark?.unconfirmed;
}

/** What a run asks for: its next step first, then other open steps whose time is running. */
function askedOf(run: TodayRun, holidays: Holidays, now: number): TodayStep[] {
  const { walk } = run;
  const job = runDue(run, now);
  const jobDue: Due | undefined = job && { at: job.at, day: job.day, isOfRun: true };
  if (!walk) return [{ run, isTickable: false, ...(jobDue ? { due: jobDue } : {}) }];
  const start = { at: run.startedAt, startedOn: run.startedOn, stepDues: run.stepDues };
  const dated = datedSteps(walk, start, holidays, now).filter(
    ({ standing }) => standing === 'due' || standing === 'overdue',
  );
  const dueOf = (visit: Visit): Due | undefined => {
    const deadline = dated.find((each) => each.visit === visit)?.deadline;
    if (!deadline) return undefined;
    return {
      at: deadline.at,
      ...(deadline.day ? { day: deadline.day } : {}),
      isOfRun: false,
    };
  };
  const asked = (visit: Visit, due: Due | undefined): TodayStep => {
    const owner = run.owners.get(visit.step.id);
    return {
      run,
      visit,
      ...(due ? { due } : {}),
      ...(owner ? { owner } : {}),
      isTickable: isTickable(visit),
    };
  };
  const { current } = walk;
  const first = current
    ? asked(current, sooner(dueOf(current), jobDue))
    : { run, isTickable: false, ...(jobDue ? { due: jobDue } : {}) };
  const others = dated
    .filter(({ visit }) => visit !== current)
    .map(({ visit }) => asked(visit, dueOf(visit)));
  return [first, ...others];
}

function sooner(a: Due | undefined, b: Due | undefined): Due | undefined {
  if (!a || !b) return a ?? b;
  return a.at <= b.at ? a : b;
}

function isPast({ due }: TodayStep, now: number): boolean {
  return due !== undefined && due.at <= now;
}

function bySoonest(a: TodayStep, b: TodayStep): number {
  const [at, other] = [a, b].map(({ due }) => due?.at ?? Infinity) as [number, number];
  if (at !== other) return at < other ? -1 : 1;
  return b.run.changedAt - a.run.changedAt || (a.run.id < b.run.id ? -1 : 1);
}

/** What was done of a run on a day, earlier rounds too; what was skipped was not done. */
function doneOn(run: TodayRun, day: Day | undefined): DoneStep[] {
  return (run.walk?.visits ?? []).flatMap((visit) => {
    const { mark, outcome } = visit;
    const isDone = mark?.kind === 'done' || (mark?.kind === 'chosen' && outcome !== undefined);
    if (!mark || !isDone || day === undefined || dayOf(mark.at) !== day) return [];
    return [{ run, visit, at: mark.at, isTickable: mark.kind === 'done' && isTickable(visit) }];
  });
}
