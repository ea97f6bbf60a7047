import type { Holidays } from '../../model/workdays.ts';
import {
  datedSteps,
  nextTurn,
  runDue,
  type DatedStep,
  type RunStart,
} from '../../progress/runs/deadline.ts';
import type { RunSummary } from '../../stores/runs/summaries.ts';

/** What the deadlines of a run's steps are reckoned from. */
export function startOf(run: RunSummary): RunStart {
  return { at: run.startedAt, startedOn: run.startedOn, stepDues: run.stepDues };
}

/** The open steps of a run whose time is running or past, the most pressing first. */
export function openDeadlines(run: RunSummary, holidays: Holidays, now: Date): DatedStep[] {
  if (!run.walk || run.status !== 'open') return [];
  return datedSteps(run.walk, startOf(run), holidays, +now)
    .filter(({ standing }) => standing === 'due' || standing === 'overdue')
    .sort((a, b) => a.deadline.at - b.deadline.at);
}

/** True when the job or one of its open steps is past its time. */
export function isOverdue(run: RunSummary, holidays: Holidays, now: Date): boolean {
  if (run.status !== 'open') return false;
  if (runDue(run, +now)?.standing === 'overdue') return true;
  return openDeadlines(run, holidays, now)[0]?.standing === 'overdue';
}

/** The next moment at which something of a run becomes overdue. */
export function nextTurnOf(run: RunSummary, holidays: Holidays, now: Date): Date | undefined {
  const at = nextTurn(openDeadlines(run, holidays, now), runDue(run, +now));
  return at === undefined ? undefined : new Date(at);
}
