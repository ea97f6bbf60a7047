/**
 * Plans what an import does, before anything is written: runs merge by union of their events, what was
 * counted by union, duty marks by time, settings that are there stay. Importing the same file twice changes nothing more.
 */
import { settingName } from '../../model/setting-names.ts';
import { parseStorageName, type StorageName } from '../../model/parse-storage-name.ts';
import { eventName, packedName } from '../../model/storage-names.ts';
import { parseTemplate } from '../../model/template.ts';
import { parseStored, type Parsed } from '../../model/parsed.ts';
import { parseDutyMark, mergeMarks } from '../duties/duty-marks.ts';
import { mergeEvents, foldRun, type RunState } from '../runs/fold.ts';
import { parseDraft } from './draft.ts';
import { parseEvent, type RunEvent } from '../runs/event.ts';
import { isPacked, parsePackedRun, packRun, type Unpacked } from '../runs/packed.ts';
import { parseAnswer } from '../review/answer.ts';
import { parseTrainingEvent } from '../training/event.ts';
import { mergePairs, parsePair, parseStoredReceipt } from '../training/team-records.ts';

/** Stored values by name, without the site's key. */
export type StoredValues = ReadonlyMap<string, string>;

/**
 * What becomes of an imported value.
 *
 * - `new`: it was not here; it is added
 * - `same`: it is here already; nothing happens
 * - `more`: the file knows more than is here; what was missing is added
 * - `fewer`: what is here knows more than the file; nothing happens
 * - `both`: both sides changed; they are merged by time
 * - `kept`: both sides differ; what is here stays
 * - `unreadable`: it is damaged or foreign; it is not imported
 */
export type ImportFate = 'new' | 'same' | 'more' | 'fewer' | 'both' | 'kept' | 'unreadable';

export interface ImportedRun {
  readonly kind: 'run';
  readonly fate: ImportFate;
  readonly id: string;
  /** As it will stand afterwards; absent when its start is in neither place. */
  readonly state?: RunState;
  /** How many events are added. */
  readonly added: number;
}

export interface ImportedValue {
  readonly kind:
    | 'mark'
    | 'did'
    | 'training'
    | 'receipt'
    | 'answer'
    | 'pair'
    | 'setting'
    | 'text'
    | 'draft'
    | 'aside'
    | 'other';
  readonly fate: ImportFate;
  readonly name: string;
}

export interface ImportPlan {
  readonly runs: readonly ImportedRun[];
  readonly others: readonly ImportedValue[];
  /** What is to be written, by name; `undefined` stands for a removal. */
  readonly writes: ReadonlyMap<string, string | undefined>;
  /** What the file holds: it is planned anew when it is carried out, as others may have written. */
  readonly incoming: StoredValues;
}

/** One run as it is kept in one place. */
interface RunCopy {
  readonly events: readonly RunEvent[];
  /** What of it only a newer version understands, out of its packed form. */
  readonly foreign: readonly unknown[];
  /** Readable values with one event each, by name. */
  readonly singles: ReadonlyMap<string, RunEvent>;
  readonly packed?: Unpacked;
}

const FIRST_ROLE = settingName('role');
const FURTHER_ROLES = settingName('also');

const NO_COPY: RunCopy = { events: [], foreign: [], singles: new Map() };

/** The events of each run among stored values, by run id; what cannot be read is named apart. */
export function runsAmong(values: StoredValues): {
  readonly runs: ReadonlyMap<string, readonly RunEvent[]>;
  readonly unreadable: readonly string[];
} {
  const { copies, unreadable } = copiesAmong(values);
  return { runs: new Map([...copies].map(([id, { events }]) => [id, events])), unreadable };
}

function copiesAmong(values: StoredValues) {
  const found = new Map<string, { singles: Map<string, RunEvent>; packed?: Unpacked }>();
  const unreadable: string[] = [];
  for (const [name, text] of values) {
    const parts = parseStorageName(name);
    if (parts.kind !== 'event' && parts.kind !== 'packed') continue;
    const { kind, run: id } = parts;
    const run = found.get(id) ?? { singles: new Map<string, RunEvent>() };
    if (kind === 'event') {
      const parsed = parseStored(text, parseEvent);
      if (typeof parsed === 'object') run.singles.set(name, parsed.value);
      else unreadable.push(name);
    } else {
      const parsed = parseStored(text, parsePackedRun);
      if (typeof parsed === 'object') run.packed = parsed.value;
      else unreadable.push(name);
    }
    if (run.packed || run.singles.size > 0) found.set(id, run);
  }
  const copies = new Map<string, RunCopy>();
  for (const [id, run] of found) {
    const events = mergeEvents(run.packed?.events ?? [], run.singles.values());
    copies.set(id, { ...run, events, foreign: run.packed?.foreign ?? [] });
  }
  return { copies, unreadable };
}

/** True when a stored value is damaged: it may be replaced once it is set aside. */
export function isDamaged(name: string, text: string): boolean {
  const { kind } = parseStorageName(name);
  if (kind === 'setting' || kind === 'aside' || kind === 'other') return false;
  return parseStored<unknown>(text, PARSERS[kind]) === 'damaged';
}

const PARSERS: Readonly<
  Record<
    Exclude<StorageName['kind'], 'setting' | 'aside' | 'other'>,
    (value: unknown) => Parsed<unknown>
  >
> = {
  event: parseEvent,
  packed: parsePackedRun,
  text: parseTemplate,
  draft: parseDraft,
  mark: parseDutyMark,
  did: parseDutyMark,
  training: parseTrainingEvent,
  receipt: parseStoredReceipt,
  answer: parseAnswer,
  pair: parsePair,
};

/**
 * Plans an import.
 *
 * @param incoming what the file holds
 * @param present what is stored here
 */
export function planImport(incoming: StoredValues, present: StoredValues): ImportPlan {
  const writes = new Map<string, string | undefined>();
  const plan: Plan = { incoming, present, writes };
  const theirs = copiesAmong(incoming);
  const ours = copiesAmong(present).copies;
  const runs = [...theirs.copies].map(([id, copy]) =>
    planRun(id, copy, ours.get(id) ?? NO_COPY, plan),
  );
  const others = theirs.unreadable.map((name) => planUnreadable(name, plan));
  for (const [name, text] of incoming) {
    const { kind } = parseStorageName(name);
    if (kind === 'event' || kind === 'packed') continue;
    const fate = kind === 'other' ? 'unreadable' : fateOf(name, kind, text, plan);
    if (fate === 'new' || fate === 'more') writes.set(name, text);
    others.push({ kind, fate, name });
  }
  return { runs, others, writes, incoming };
}

interface Plan {
  readonly incoming: StoredValues;
  readonly present: StoredValues;
  readonly writes: Map<string, string | undefined>;
}

/** What is stored here under a name, unless it is damaged. */
function usable(name: string, present: StoredValues): string | undefined {
  const text = present.get(name);
  return text === undefined || isDamaged(name, text) ? undefined : text;
}

function planRun(id: string, theirs: RunCopy, ours: RunCopy, plan: Plan): ImportedRun {
  const known = new Set(ours.events.map((event) => event.id));
  // An event never changes: where a file has another one under an id of ours, the file was edited.
  const missing = theirs.events.filter((event) => !known.has(event.id));
  const merged = mergeEvents(ours.events, missing);
  const knownForeign = new Set(ours.foreign.map((value) => JSON.stringify(value)));
  const foreign = theirs.foreign.filter((value) => !knownForeign.has(JSON.stringify(value)));
  const state = foldRun(merged);
  const summary = {
    kind: 'run' as const,
    id,
    added: missing.length + foreign.length,
    ...(state ? { state } : {}),
  };
  const isAllTheirs =
    merged.length === theirs.events.length && ours.foreign.length <= theirs.foreign.length;
  if (summary.added === 0) return { ...summary, fate: isAllTheirs ? 'same' : 'fewer' };
  if (ours === NO_COPY) writeCopy(id, theirs, state, plan);
  else if (theirs.packed && isPacked(state) && mayPack(id, plan)) {
    pack(id, { events: merged, foreign: [...ours.foreign, ...foreign] }, plan);
    for (const name of ours.singles.keys()) plan.writes.set(name, undefined);
  } else {
    for (const event of missing) writeSingle(id, event, plan);
    if (foreign.length > 0 && mayPack(id, plan)) {
      const events = ours.packed?.events ?? [];
      pack(id, { events, foreign: [...ours.foreign, ...foreign] }, plan);
    }
  }
  if (known.size === 0) return { ...summary, fate: 'new' };
  return { ...summary, fate: isAllTheirs ? 'more' : 'both' };
}

/** Takes a run over as it is in the file. */
function writeCopy(id: string, copy: RunCopy, state: RunState | undefined, plan: Plan): void {
  const packedText = plan.incoming.get(packedName(id));
  const isTaken = copy.packed && packedText !== undefined && mayPack(id, plan);
  if (isTaken) plan.writes.set(packedName(id), packedText);
  for (const event of isTaken ? copy.singles.values() : copy.events) writeSingle(id, event, plan);
  // An open run is found by its single events.
  const [first] = copy.events;
  if (isTaken && copy.singles.size === 0 && first && !isPacked(state)) {
    writeSingle(id, first, plan);
  }
}

function writeSingle(id: string, event: RunEvent, { present, writes }: Plan): void {
  const name = eventName(id, event.id);
  if (usable(name, present) === undefined) writes.set(name, JSON.stringify(event));
}

function pack(id: string, run: Unpacked, { writes }: Plan): void {
  writes.set(packedName(id), JSON.stringify(packRun(run)));
}

/** False when a newer version of the site wrote what is stored there. */
function mayPack(id: string, { present }: Plan): boolean {
  const text = usable(packedName(id), present);
  return text === undefined || parseStored(text, parsePackedRun) !== 'newer';
}

/** What a newer version of the site wrote is carried over as it is; what is damaged is not. */
function planUnreadable(name: string, { incoming, present, writes }: Plan): ImportedValue {
  const text = incoming.get(name) ?? '';
  const kind = 'other' as const;
  if (isDamaged(name, text)) return { kind, fate: 'unreadable', name };
  const here = usable(name, present);
  if (here !== undefined) return { kind, fate: here === text ? 'same' : 'kept', name };
  writes.set(name, text);
  return { kind, fate: 'new', name };
}

function fateOf(
  name: string,
  kind: ImportedValue['kind'],
  text: string,
  { incoming, present }: Plan,
): ImportFate {
  const here = usable(name, present);
  // Further roles go with the first one: where another one stays, nobody becomes three things.
  const isOfOther = name === FURTHER_ROLES && here === undefined && present.has(FIRST_ROLE);
  if (isOfOther && present.get(FIRST_ROLE) !== incoming.get(FIRST_ROLE)) return 'kept';
  return planValue(name, kind, text, here);
}

function planValue(
  name: string,
  kind: ImportedValue['kind'],
  text: string,
  here: string | undefined,
): ImportFate {
  if (here === text) return 'same';
  if (isDamaged(name, text)) return 'unreadable';
  if (here === undefined) return 'new';
  if (kind === 'pair') return laterOf(text, here, parsePair, mergePairs);
  if (kind === 'mark' || kind === 'did') return laterOf(text, here, parseDutyMark, mergeMarks);
  // What never changes stays: where two differ under one name, the file was edited.
  return 'kept';
}

function laterOf<T>(
  text: string,
  here: string,
  parse: (value: unknown) => Parsed<T>,
  merge: (a: T, b: T) => T,
): ImportFate {
  const [theirs, ours] = [parseStored(text, parse), parseStored(here, parse)];
  if (typeof theirs !== 'object' || typeof ours !== 'object') return 'kept';
  return merge(ours.value, theirs.value) === theirs.value ? 'more' : 'fewer';
}
