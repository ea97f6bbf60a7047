/**
 * The events of a run. A run *is* the set of its events: they are never changed, and its state is
 * folded from them (see `fold.ts`), so that two copies of a run merge by union.
 */

/** What every event has. */
interface EventBase {
  /** Version of this shape. */
  readonly v: 1;
  /** Random, unique. */
  readonly id: string;
  /** Milliseconds since the epoch, by the clock of the device that made it. */
  readonly at: number;
}

/** What a reader did with one step in one round. */
interface StepEventBase extends EventBase {
  readonly step: string;
  /** 1 for the first pass; each way back through a gate opens the next one. */
  readonly round: number;
}

export interface StartEvent extends EventBase {
  readonly kind: 'start';
  /** Reference of the workflow's page. */
  readonly workflow: string;
  /** Content hash of the frozen template. */
  readonly text: string;
  /** The job code that names the run: `2026-031`. */
  readonly code: string;
  /** Local calendar day, `YYYY-MM-DD`. */
  readonly startedOn: string;
}

export interface TickEvent extends StepEventBase {
  readonly kind: 'tick' | 'untick';
}

/** The step does not apply to this job (不适用), or was left out for a reason. */
export interface SkipEvent extends StepEventBase {
  readonly kind: 'skip';
  readonly reason?: string;
}

/** A gate's answer. */
export interface ChooseEvent extends StepEventBase {
  readonly kind: 'choose';
  readonly outcome: string;
}

/** Takes another event back; undoing an undo brings it back again. */
export interface UndoEvent extends EventBase {
  readonly kind: 'undo';
  /** Id of the event that is taken back. */
  readonly target: string;
}

/** What happens to the run as a whole. */
export interface LifeEvent extends EventBase {
  readonly kind: 'finish' | 'reopen' | 'remove' | 'restore';
}

export interface RenameEvent extends EventBase {
  readonly kind: 'rename';
  readonly code: string;
}

export type RunEvent =
  StartEvent | TickEvent | SkipEvent | ChooseEvent | UndoEvent | LifeEvent | RenameEvent;

/** An event before it is given its id, time and version. */
export type NewEvent = RunEvent extends infer E
  ? E extends RunEvent
    ? Omit<E, 'v' | 'id' | 'at'>
    : never
  : never;

/** Orders events by time; ties, and only ties, by id, so that every device folds alike. */
export function compareEvents(a: RunEvent, b: RunEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const FIELDS: Record<RunEvent['kind'], Record<string, 'string' | 'number' | 'string?'>> = {
  start: { workflow: 'string', text: 'string', code: 'string', startedOn: 'string' },
  tick: { step: 'string', round: 'number' },
  untick: { step: 'string', round: 'number' },
  skip: { step: 'string', round: 'number', reason: 'string?' },
  choose: { step: 'string', round: 'number', outcome: 'string' },
  undo: { target: 'string' },
  finish: {},
  reopen: {},
  remove: {},
  restore: {},
  rename: { code: 'string' },
};

/**
 * True when a value is an event this version understands. What comes from storage or from a file
 * goes through here; what fails is left where it is, never overwritten.
 */
export function isRunEvent(value: unknown): value is RunEvent {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const { v, id, at, kind } = record;
  if (v !== 1 || typeof id !== 'string' || !id || !Number.isFinite(at)) return false;
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return false;
  return Object.entries(FIELDS[kind as RunEvent['kind']]).every(([name, type]) => {
    const field = record[name];
    if (type === 'string?') return field === undefined || typeof field === 'string';
    return type === 'number' ? Number.isInteger(field) : typeof field === 'string';
  });
}
