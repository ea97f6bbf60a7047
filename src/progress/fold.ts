/**
 * Folds the events of a run into its state. Pure and independent of the order in which the events
 * arrive: they are sorted by time and id first, and each id counts once.
 */
import { compareEvents, type RunEvent } from './event';

/** What stands at one step in one round. */
export type StepMark =
  | { readonly kind: 'done'; readonly at: number; readonly event: string }
  | {
      readonly kind: 'skipped';
      readonly at: number;
      readonly event: string;
      readonly reason?: string;
    }
  | {
      readonly kind: 'chosen';
      readonly at: number;
      readonly event: string;
      readonly outcome: string;
    };

export interface RunState {
  /** Reference of the workflow's page. */
  readonly workflow: string;
  /** Content hash of the frozen template. */
  readonly text: string;
  readonly code: string;
  /** Local calendar day, `YYYY-MM-DD`. */
  readonly startedOn: string;
  /** `removed` can still be restored. */
  readonly status: 'open' | 'finished' | 'removed';
  /** Marks by step and round; see `markKey`. */
  readonly marks: ReadonlyMap<string, StepMark>;
  readonly startedAt: number;
  /** Time of the last event that counts. */
  readonly changedAt: number;
  /** Time of the finish event, while the run is finished. */
  readonly finishedAt?: number;
  /** The last event that can be taken back with 撤销; never the start. */
  readonly lastEvent?: string;
}

/** The key of a step's mark in one round. */
export function markKey(step: string, round: number): string {
  return `${round}:${step}`;
}

/**
 * The state of a run.
 *
 * @param events in any order, repeats allowed
 * @returns `undefined` when there is no start event among them, e.g. since it has not arrived yet
 */
export function foldRun(events: Iterable<RunEvent>): RunState | undefined {
  const ordered = inOrder(events);
  const undone = undoneEvents(ordered);
  const counted = ordered.filter((event) => event.kind === 'start' || !undone.has(event.id));
  const start = counted.find((event) => event.kind === 'start');
  if (start?.kind !== 'start') return undefined;

  const marks = new Map<string, StepMark>();
  let code = start.code;
  let finishedAt: number | undefined;
  let removed = false;
  for (const event of counted) {
    switch (event.kind) {
      case 'start':
        break;
      case 'tick':
      case 'untick':
      case 'skip':
      case 'choose':
        applyMark(marks, event);
        break;
      case 'rename':
        code = event.code;
        break;
      case 'finish':
        finishedAt = event.at;
        break;
      case 'reopen':
        finishedAt = undefined;
        break;
      case 'remove':
        removed = true;
        break;
      case 'restore':
        removed = false;
        break;
      case 'undo':
        break;
    }
  }
  const last = counted.findLast((event) => event.kind !== 'start' && event.kind !== 'undo');
  return {
    workflow: start.workflow,
    text: start.text,
    code,
    startedOn: start.startedOn,
    status: removed ? 'removed' : finishedAt === undefined ? 'open' : 'finished',
    marks,
    startedAt: start.at,
    changedAt: counted.at(-1)?.at ?? start.at,
    ...(finishedAt === undefined ? {} : { finishedAt }),
    ...(last ? { lastEvent: last.id } : {}),
  };
}

/** Union of two copies of a run: each event once, by id. */
export function mergeEvents(a: Iterable<RunEvent>, b: Iterable<RunEvent>): RunEvent[] {
  return inOrder([...a, ...b]);
}

function inOrder(events: Iterable<RunEvent>): RunEvent[] {
  const byId = new Map<string, RunEvent>();
  for (const event of events) {
    const known = byId.get(event.id);
    // Events never change, so two with one id are equal; should a file have been edited by hand,
    // every device must still pick the same one.
    if (!known || JSON.stringify(event) < JSON.stringify(known)) byId.set(event.id, event);
  }
  return [...byId.values()].sort(compareEvents);
}

/** Ids of the events that an undo takes back; an undo can itself be undone, so the last ones decide first. */
function undoneEvents(ordered: readonly RunEvent[]): Set<string> {
  const undone = new Set<string>();
  for (const event of [...ordered].reverse()) {
    if (event.kind === 'undo' && !undone.has(event.id)) undone.add(event.target);
  }
  return undone;
}

type MarkingEvent = Extract<RunEvent, { kind: 'tick' | 'untick' | 'skip' | 'choose' }>;

function applyMark(marks: Map<string, StepMark>, event: MarkingEvent): void {
  const key = markKey(event.step, event.round);
  const { at, id } = event;
  switch (event.kind) {
    case 'tick':
      marks.set(key, { kind: 'done', at, event: id });
      break;
    case 'untick':
      marks.delete(key);
      break;
    case 'skip':
      marks.set(key, {
        kind: 'skipped',
        at,
        event: id,
        ...(event.reason ? { reason: event.reason } : {}),
      });
      break;
    case 'choose':
      marks.set(key, { kind: 'chosen', at, event: id, outcome: event.outcome });
      break;
  }
}
