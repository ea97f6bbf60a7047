/**
 * The events of training: plans that were begun and left, and confirmations. They are never changed;
 * what holds is folded from them (`fold.ts`), so that two copies merge by union. A confirmation belongs
 * to the item, not to a plan: two plans share it.
 */
import { isDay, type Day } from '../../model/day.ts';
import { isRecord, type Parsed } from '../../model/parsed.ts';
import { NEEDS, type Need, type Plan, type PlanItem } from '../../model/plan.ts';
import { isReference } from '../../model/reference.ts';
import { isEnvelope, isId } from '../event-envelope.ts';

/** What every event has. */
interface EventBase {
  /** Version of this shape. */
  readonly v: 1;
  /** Random, unique. */
  readonly id: string;
  /** Milliseconds since the epoch, by the clock of the device that made it. */
  readonly at: number;
}

/** A plan is begun. Its items are frozen with it. */
export interface StartPlanEvent extends EventBase {
  readonly kind: 'start';
  readonly plan: Plan;
  /** The start day: day 1 of the plan is this day, or the next working day after it. */
  readonly day: Day;
  /** Id of the start that this one replaces: a corrected plan, or another start day. */
  readonly replaces?: string;
}

/** A plan that was begun is given up. */
export interface LeavePlanEvent extends EventBase {
  readonly kind: 'leave';
  /** Id of its start. */
  readonly start: string;
}

/** The reader says that they read an item in one revision, or practised it. */
export interface OwnConfirmEvent extends EventBase {
  readonly kind: 'read' | 'practise';
  /** Full reference, as it was called then. */
  readonly ref: string;
  /** The item's revision: number of the newest edition with a material change of it, 1 at least. */
  readonly rev: number;
}

/** A mentor watched the reader doing it. */
export interface ObserveEvent extends EventBase {
  readonly kind: 'observe';
  readonly ref: string;
  readonly rev: number;
  /** The mentor's name, as it was typed. */
  readonly by: string;
}

/** On the mentor's device: they watched somebody else doing it. */
export interface CountersignEvent extends EventBase {
  readonly kind: 'countersign';
  readonly ref: string;
  readonly rev: number;
  /** Device id of the learner. */
  readonly learner: string;
  readonly by: string;
}

/** A confirmation or a leaving was a slip, and does not count. It stays in the storage all the same. */
export interface WithdrawEvent extends EventBase {
  readonly kind: 'withdraw';
  /** Id of that event. */
  readonly target: string;
}

/** What says that an item was done, by the reader themself. */
export type ConfirmEvent = OwnConfirmEvent | ObserveEvent;

export type TrainingEvent =
  StartPlanEvent | LeavePlanEvent | ConfirmEvent | CountersignEvent | WithdrawEvent;

/** An event before it is given its id, time and version. */
export type NewTrainingEvent = TrainingEvent extends infer E
  ? E extends TrainingEvent
    ? Omit<E, 'v' | 'id' | 'at'>
    : never
  : never;

/** Most characters of a label or a mentor's name that are taken. */
export const MAX_LABEL = 40;
/** Most items of one plan that are taken. */
export const MAX_PLAN_ITEMS = 1_000;
/** The last day that a plan can name. */
export const MAX_PLAN_DAY = 1_000;
/** No handbook reaches this edition. */
export const MAX_REVISION = 100_000;

/** Every kind of event. */
export const TRAINING_KINDS = [
  'start',
  'leave',
  'read',
  'practise',
  'observe',
  'countersign',
  'withdraw',
] as const satisfies readonly TrainingEvent['kind'][];

/** True for what says that an item was done. */
export function isConfirm(event: TrainingEvent): event is ConfirmEvent {
  return (NEEDS as readonly string[]).includes(event.kind);
}

/** Parses a stored event. */
export function parseTrainingEvent(value: unknown): Parsed<TrainingEvent> {
  if (!isEnvelope(value)) return 'damaged';
  if (value.v > 1 || !Object.hasOwn(HAS_FIELDS, value.kind)) return 'newer';
  const hasFields = HAS_FIELDS[value.kind as TrainingEvent['kind']](value);
  return value.v === 1 && hasFields ? { value: value as unknown as TrainingEvent } : 'damaged';
}

type Fields = Readonly<Record<string, unknown>>;

const isOnItem = ({ ref, rev }: Fields) => isItemReference(ref) && isRevision(rev);

const HAS_FIELDS: Readonly<Record<TrainingEvent['kind'], (event: Fields) => boolean>> = {
  start: ({ plan, day, replaces }) =>
    isPlan(plan) && isDay(day) && (replaces === undefined || isId(replaces)),
  leave: ({ start }) => isId(start),
  read: isOnItem,
  practise: isOnItem,
  observe: (event) => isOnItem(event) && isLabel(event['by']),
  countersign: (event) => isOnItem(event) && isId(event['learner']) && isLabel(event['by']),
  withdraw: ({ target }) => isId(target),
};

/** True for a plan that can be begun. */
export function isPlan(value: unknown): value is Plan {
  if (!isRecord(value)) return false;
  const { id, title, items } = value;
  if (typeof id !== 'string' || !/^[\w-]{1,100}$/.test(id)) return false;
  if (typeof title !== 'string' || title.length > 200) return false;
  return Array.isArray(items) && items.length <= MAX_PLAN_ITEMS && areInOrder(items);
}

function areInOrder(items: readonly unknown[]): boolean {
  let last = 1;
  return items.every((item) => {
    if (!isPlanItem(item) || item.day < last) return false;
    last = item.day;
    return true;
  });
}

function isPlanItem(value: unknown): value is PlanItem {
  if (!isRecord(value)) return false;
  const { ref, need, day } = value;
  return isItemReference(ref) && isNeed(need) && isPlanDay(day);
}

/** True for a full reference of sensible length. */
export function isItemReference(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 300 && isReference(value);
}

/** True for one of the needs that this version knows. */
export function isNeed(value: unknown): value is Need {
  return (NEEDS as readonly unknown[]).includes(value);
}

/** True for a number of a working day, from 1. */
export function isPlanDay(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_PLAN_DAY;
}

/** True for a revision. */
export function isRevision(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_REVISION;
}

/** True for a typed label or name: something is to be seen, and it is not long. */
export function isLabel(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_LABEL;
}
