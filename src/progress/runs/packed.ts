/**
 * The packed form of a finished run: all its events under one key, without the words that every
 * event repeats. About half the size of the events as they are.
 */
import { isOfVersionAfter, type Parsed } from '../../model/parsed.ts';
import { fieldsOf, isRunEvent, type RunEvent } from './event.ts';
import type { RunState } from './fold.ts';

/** An event as `[id, milliseconds since `t`, kind, …fields in the order of `fieldsOf`]`. */
type Row = readonly [id: string, after: number, kind: string, ...fields: unknown[]];

export interface PackedRun {
  /** Version of this shape; 1 held the events as they are, in `events`. */
  readonly v: 2;
  /** Milliseconds since the epoch that the rows count from. */
  readonly t: number;
  readonly rows: readonly Row[];
  /**
   * What does not fit into a row: events with fields of a newer version, and what cannot be read.
   * A row that cannot be read stands here as `{ t, row }`, since it counts from its own `t`.
   */
  readonly foreign?: readonly unknown[];
}

/** What a packed run holds. */
export interface Unpacked {
  readonly events: readonly RunEvent[];
  /** What this version cannot read, as it came: a newer one may. */
  readonly foreign: readonly unknown[];
}

/**
 * True for a run that is kept packed: one that is done with. An open run keeps its single events, by
 * which it is found; so does one whose start has not arrived.
 */
export function isPacked(state: RunState | undefined): boolean {
  return state !== undefined && state.status !== 'open';
}

/** Packs the events of a run. */
export function packRun({ events, foreign }: Unpacked): PackedRun {
  const first = events[0]?.at ?? 0;
  // Times farther apart than a number tells exactly count from the epoch.
  const t = events.every(({ at }) => Number.isSafeInteger(at - first)) ? first : 0;
  const rows: Row[] = [];
  const others: unknown[] = [];
  for (const event of events) {
    const row = packRow(event, t);
    if (row) rows.push(row);
    else others.push(event);
  }
  others.push(...foreign);
  return { v: 2, t, rows, ...(others.length > 0 ? { foreign: others } : {}) };
}

/**
 * Reads a packed run of this version or of an earlier one.
 *
 * @returns `undefined` when it is none
 */
export function unpackRun(value: unknown): Unpacked | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, t, rows, foreign = [], events } = value as Record<string, unknown>;
  if (v === 1 && Array.isArray(events)) return parted(events);
  if (v !== 2 || !Number.isFinite(t) || !Array.isArray(rows) || !Array.isArray(foreign)) {
    return undefined;
  }
  return parted([...rows.map((row: unknown) => ({ t, row })), ...foreign]);
}

/** Parses a stored packed run; an earlier version's comes back as today's. */
export function parsePackedRun(value: unknown): Parsed<Unpacked> {
  const unpacked = unpackRun(value);
  if (unpacked) return { value: unpacked };
  return isOfVersionAfter(2, value) ? 'newer' : 'damaged';
}

/** What every event has. */
const ENVELOPE = ['v', 'id', 'at', 'kind'];

/** @returns `undefined` when the event has more fields than its kind has in this version */
function packRow(event: RunEvent, t: number): Row | undefined {
  const names = (fieldsOf(event.kind) ?? []).map(([name]) => name);
  const known = [...ENVELOPE, ...names];
  if (Object.keys(event).some((name) => !known.includes(name))) return undefined;
  const fields = names.map((name) => (event as unknown as Record<string, unknown>)[name] ?? null);
  while (fields.length > 0 && fields.at(-1) === null) fields.pop();
  return [event.id, event.at - t, event.kind, ...fields];
}

/** The event in a value: in a row with the time that it counts from, or as it is. */
function eventIn(value: unknown): RunEvent | undefined {
  const { t, row } = (value ?? {}) as { t?: unknown; row?: unknown };
  if (row === undefined) return isRunEvent(value) ? value : undefined;
  if (typeof t !== 'number' || !Array.isArray(row)) return undefined;
  const [id, after, kind, ...fields] = row as unknown[];
  if (typeof after !== 'number' || typeof kind !== 'string') return undefined;
  const names = fieldsOf(kind);
  if (!names || fields.length > names.length) return undefined;
  const event: Record<string, unknown> = { v: 1, id, at: t + after, kind };
  for (const [index, field] of fields.entries()) {
    const [name = ''] = names[index] ?? [];
    if (field !== null) event[name] = field;
  }
  return isRunEvent(event) ? event : undefined;
}

function parted(values: readonly unknown[]): Unpacked {
  const events: RunEvent[] = [];
  const foreign: unknown[] = [];
  for (const value of values) {
    const event = eventIn(value);
    if (event) events.push(event);
    else foreign.push(value);
  }
  return { events, foreign };
}
