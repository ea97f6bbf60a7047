/**
 * The events of a run. A run *is* the set of its events: they are never changed, and its state is
 * folded from them (see `fold.ts`), so that two copies of a run merge by union.
 */

import { isDay } from '../../model/day.ts';
import { isPageReference } from '../../model/reference.ts';
import { isRecord, type Parsed } from '../../model/parsed.ts';
import { isEnvelope } from '../event-envelope.ts';

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
  /** Local calendar day by which the job is to be done. */
  readonly dueOn?: string;
  /** Number of the edition whose text it is. */
  readonly edition?: number;
}

/** A tick, its taking away, or the word that a tick still holds for a step that was reworded. */
export interface TickEvent extends StepEventBase {
  readonly kind: 'tick' | 'untick' | 'confirm';
}

/** The step does not apply to this job (不适用), or was left out for a reason. */
export interface SkipEvent extends StepEventBase {
  readonly kind: 'skip';
  readonly reason?: string;
}

/** Who signed, in the words of the one who ticked: a statement of their own, not an approval. */
export interface Signature {
  readonly role: string;
  readonly name: string;
}

/** A gate's answer; for a sign-off, with who signed. */
export interface ChooseEvent extends StepEventBase {
  readonly kind: 'choose';
  readonly outcome: string;
  readonly signed?: readonly Signature[];
}

/** What the reader noted at a step; an empty text takes the note away. */
export interface NoteEvent extends StepEventBase {
  readonly kind: 'note';
  readonly text: string;
}

/** Takes another event back; undoing an undo brings it back again. */
export interface UndoEvent extends EventBase {
  readonly kind: 'undo';
  /** Id of the event that is taken back. */
  readonly target: string;
}

/** What happens to the run as a whole. */
export interface LifeEvent extends EventBase {
  readonly kind: 'reopen' | 'remove' | 'restore' | 'archive' | 'unarchive';
}

export interface FinishEvent extends EventBase {
  readonly kind: 'finish';
  /** Why it was finished with steps still open. */
  readonly reason?: string;
}

export interface RenameEvent extends EventBase {
  readonly kind: 'rename';
  readonly code: string;
}

/** The day by which the job is to be done; an empty text takes it away. */
export interface DueEvent extends EventBase {
  readonly kind: 'due';
  readonly on: string;
}

/** The run goes on with the present text of the handbook. */
export interface AcceptEvent extends EventBase {
  readonly kind: 'accept';
  /** Content hash of the text it goes on with. */
  readonly text: string;
  readonly edition?: number;
  /** Former ids of steps, with the ids they have in the new text. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Ids, in the new text, of the steps whose ticks want confirming. */
  readonly reworded: readonly string[];
}

/** The run stays with its text although the handbook has another one. */
export interface KeepEvent extends EventBase {
  readonly kind: 'keep';
  /** Content hash of the text that was declined. */
  readonly text: string;
}

/** By which day one step is to be done in this round; an empty text takes the day away. */
export interface ScheduleEvent extends StepEventBase {
  readonly kind: 'schedule';
  /** Local calendar day, `YYYY-MM-DD`. */
  readonly on: string;
}

/** Who does a step, in every round: 自己 or a word that was typed; an empty text takes it away. */
export interface AssignEvent extends EventBase {
  readonly kind: 'assign';
  readonly step: string;
  readonly owner: string;
}

export type RunEvent =
  | StartEvent
  | TickEvent
  | SkipEvent
  | ChooseEvent
  | NoteEvent
  | UndoEvent
  | FinishEvent
  | LifeEvent
  | RenameEvent
  | DueEvent
  | AcceptEvent
  | KeepEvent
  | ScheduleEvent
  | AssignEvent;

/** An event before it is given its id, time and version. */
export type NewEvent = RunEvent extends infer E
  ? E extends RunEvent
    ? Omit<E, 'v' | 'id' | 'at'>
    : never
  : never;

type FieldType =
  | 'page'
  | 'text'
  | 'text?'
  | 'day'
  | 'day?'
  | 'day or none'
  | 'round'
  | 'count?'
  | 'signed?'
  | 'ids'
  | 'names';

/** The fields of each kind beside `v`, `id`, `at` and `kind`, in the order in which they are packed. */
export const EVENT_FIELDS: Readonly<Record<RunEvent['kind'], Readonly<Record<string, FieldType>>>> =
  {
    start: {
      workflow: 'page',
      text: 'text',
      code: 'text',
      startedOn: 'day',
      dueOn: 'day?',
      edition: 'count?',
    },
    tick: { step: 'text', round: 'round' },
    untick: { step: 'text', round: 'round' },
    confirm: { step: 'text', round: 'round' },
    skip: { step: 'text', round: 'round', reason: 'text?' },
    choose: { step: 'text', round: 'round', outcome: 'text', signed: 'signed?' },
    note: { step: 'text', round: 'round', text: 'text' },
    undo: { target: 'text' },
    finish: { reason: 'text?' },
    reopen: {},
    remove: {},
    restore: {},
    archive: {},
    unarchive: {},
    rename: { code: 'text' },
    due: { on: 'day or none' },
    accept: { text: 'text', edition: 'count?', renamed: 'names', reworded: 'ids' },
    keep: { text: 'text' },
    schedule: { step: 'text', round: 'round', on: 'day or none' },
    assign: { step: 'text', owner: 'text' },
  };

const IS: Record<FieldType, (field: unknown) => boolean> = {
  text: (field) => typeof field === 'string',
  page: (field) => typeof field === 'string' && isPageReference(field),
  'text?': (field) => field === undefined || typeof field === 'string',
  day: isDay,
  'day?': (field) => field === undefined || field === '' || isDay(field),
  'day or none': (field) => field === '' || isDay(field),
  round: (field) => Number.isInteger(field),
  'count?': (field) => field === undefined || Number.isInteger(field),
  ids: isTexts,
  names: (field) => isRecord(field) && Object.values(field).every(IS.text),
  'signed?': (field) => field === undefined || areSignatures(field),
};

/** Signatures out of a text that may hold anything; `undefined` when it holds none. */
export function parseSignatures(text: string): readonly Signature[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return areSignatures(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function areSignatures(value: unknown): value is readonly Signature[] {
  return (
    Array.isArray(value) &&
    value.every((each) => isRecord(each) && IS.text(each['role']) && IS.text(each['name']))
  );
}

/**
 * True when a value is an event this version understands. What comes from storage or from a file
 * goes through here; what fails is left where it is, never overwritten.
 */
export function isRunEvent(value: unknown): value is RunEvent {
  if (!isEnvelope(value) || value.v !== 1) return false;
  const fields = fieldsOf(value.kind);
  return fields !== undefined && fields.every(([name, type]) => IS[type](value[name]));
}

/** Looked up for every stored event: a map is much faster than the object's entries each time. */
const FIELDS = new Map(
  Object.entries(EVENT_FIELDS).map(([kind, fields]) => [kind, Object.entries(fields)]),
);

/** The fields of a kind with their types, in the order of packing; `undefined` when there is none such. */
export function fieldsOf(kind: string): readonly (readonly [string, FieldType])[] | undefined {
  return FIELDS.get(kind);
}

/** Parses a stored event. */
export function parseEvent(value: unknown): Parsed<RunEvent> {
  if (isRunEvent(value)) return { value };
  return isNewerEvent(value) ? 'newer' : 'damaged';
}

/** True when a value looks like an event that only a newer version of the site understands. */
function isNewerEvent(value: unknown): boolean {
  if (!isEnvelope(value)) return false;
  return value.v > 1 || (value.v === 1 && !FIELDS.has(value.kind));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(IS.text);
}
