/** What all stored events have, of runs, training and reviews: how they are told from foreign values, and their order. */
import { isRecord, MAX_TIME } from '../model/parsed.ts';

/** An event as it may come from anywhere: its own fields are not looked at yet. */
export interface Envelope extends Record<string, unknown> {
  readonly v: number;
  readonly kind: string;
}

/** What events are ordered and told apart by. */
export interface Timed {
  /** Random, unique. */
  readonly id: string;
  /** Milliseconds since the epoch, by the clock of the device that made it. */
  readonly at: number;
}

/** True for a value that some version of the site may have written as an event. */
export function isEnvelope(value: unknown): value is Envelope {
  if (!isRecord(value)) return false;
  const { v, id, at, kind } = value;
  return Number.isInteger(v) && isId(id) && isMoment(at) && typeof kind === 'string';
}

/** True for a random id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}

/** True for a moment that a `Date` can tell, in whole milliseconds. */
export function isMoment(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= MAX_TIME;
}

/** Orders events by time; ties by id, so that every device folds alike. */
export function compareByTime(a: Timed, b: Timed): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The union of events, ordered; an event never changes, so the first of an id counts. */
export function unionByTime<E extends Timed>(...copies: readonly Iterable<E>[]): E[] {
  const known = new Map<string, E>();
  for (const copy of copies) {
    for (const event of copy) if (!known.has(event.id)) known.set(event.id, event);
  }
  return [...known.values()].sort(compareByTime);
}
