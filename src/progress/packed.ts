/**
 * The packed form of a finished run: all its events under one key, without the words that every
 * event repeats. About half the size of the events as they are.
 */
import { isOfVersionAfter, type Verdict } from '../model/verdict';
import { EVENT_FIELDS, isRunEvent, type RunEvent } from './event';

/** An event as `[id, milliseconds since `t`, kind, …fields in the order of `EVENT_FIELDS`]`. */
type Row = readonly [id: string, after: number, kind: string, ...fields: unknown[]];

export interface PackedRun {
  /** Version of this shape; 1 held the events as they are, in `events`. */
  readonly v: 2;
  /** Milliseconds since the epoch that the rows count from. */
  readonly t: number;
  readonly rows: readonly Row[];
  readonly foreign?: readonly unknown[];
}

/** What a packed run holds. */
export interface Unpacked {
  readonly events: readonly RunEvent[];
  /** What this version cannot read, as it came: a newer one may. */
  readonly foreign: readonly unknown[];
}

/** Packs the events of a run. */
export function packRun({ events, foreign }: Unpacked): PackedRun {
  const t = events[0]?.at ?? 0;
  const rows = events.map((event): Row => {
    const fields = Object.keys(EVENT_FIELDS[event.kind]).map(
      (name) => (event as unknown as Record<string, unknown>)[name] ?? null,
    );
    while (fields.length > 0 && fields.at(-1) === null) fields.pop();
    return [event.id, event.at - t, event.kind, ...fields];
  });
  return { v: 2, t, rows, ...(foreign.length > 0 ? { foreign } : {}) };
}

/**
 * Reads a packed run of this version or of an earlier one.
 *
 * @returns `undefined` when it is none
 */
export function unpackRun(value: unknown): Unpacked | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, t, rows, foreign = [], events } = value as Record<string, unknown>;
  if (v === 1 && Array.isArray(events)) return sorted(events);
  if (v !== 2 || typeof t !== 'number' || !Array.isArray(rows) || !Array.isArray(foreign)) {
    return undefined;
  }
  return sorted([...rows.map((row) => unpackRow(row, t) ?? row), ...foreign]);
}

/** Judges a stored packed run; an earlier version's comes back as today's. */
export function judgePackedRun(value: unknown): Verdict<Unpacked> {
  const unpacked = unpackRun(value);
  if (unpacked) return { value: unpacked };
  return isOfVersionAfter(2, value) ? 'newer' : 'damaged';
}

function unpackRow(row: unknown, t: number): unknown {
  if (!Array.isArray(row)) return undefined;
  const [id, after, kind, ...fields] = row as unknown[];
  if (typeof after !== 'number' || typeof kind !== 'string') return undefined;
  if (!Object.hasOwn(EVENT_FIELDS, kind)) return undefined;
  const names = Object.keys(EVENT_FIELDS[kind as RunEvent['kind']]);
  const named = names.flatMap((name, index) => {
    const field = fields[index];
    return field === undefined || field === null ? [] : [[name, field] as const];
  });
  return { v: 1, id, at: t + after, kind, ...Object.fromEntries(named) };
}

function sorted(values: readonly unknown[]): Unpacked {
  return {
    events: values.filter(isRunEvent),
    foreign: values.filter((value) => !isRunEvent(value)),
  };
}
