/**
 * Plans what an import does, before anything is written: runs merge by union of their events, duty
 * marks by time, settings that are there stay. Importing the same file twice changes nothing more.
 */
import { judgeTemplate } from '../model/template';
import { judgeText } from '../model/verdict';
import { judgeDutyMark, mergeMarks } from './duty-marks';
import { mergeEvents, foldRun, type RunState } from './fold';
import { judgeEvent, type RunEvent } from './event';
import { judgePackedRun, packRun } from './packed';

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
  readonly kind: 'mark' | 'setting' | 'text' | 'aside' | 'other';
  readonly fate: ImportFate;
  readonly name: string;
}

export interface ImportPlan {
  readonly runs: readonly ImportedRun[];
  readonly others: readonly ImportedValue[];
  /** What is to be written, by name; `undefined` stands for a removal. */
  readonly writes: ReadonlyMap<string, string | undefined>;
}

/** What a name in the storage is for. */
export type NameKind = 'event' | 'packed' | 'text' | 'mark' | 'setting' | 'aside' | 'other';

const NAMES: readonly [NameKind, RegExp][] = [
  ['event', /^run:[\w-]{1,64}:[\w-]{1,64}$/],
  ['packed', /^done:[\w-]{1,64}$/],
  ['text', /^text:[\w-]{1,64}$/],
  ['mark', /^mark:[a-z0-9/-]{1,200}#[a-z0-9-]{1,100}@[\w-]{4,10}$/],
  ['setting', /^set:[a-z-]{1,40}$/],
  ['aside', /^aside:[^\0]{1,400}$/],
];

/** Tells what a name in the storage is for. */
export function kindOfName(name: string): NameKind {
  return NAMES.find(([, shape]) => shape.test(name))?.[0] ?? 'other';
}

/** The events of each run among stored values, by run id; what cannot be read is named apart. */
export function runsAmong(values: StoredValues): {
  readonly runs: ReadonlyMap<string, readonly RunEvent[]>;
  readonly unreadable: readonly string[];
} {
  const runs = new Map<string, RunEvent[]>();
  const unreadable: string[] = [];
  const add = (run: string, events: readonly RunEvent[]) =>
    runs.set(run, mergeEvents(runs.get(run) ?? [], events));
  for (const [name, text] of values) {
    const kind = kindOfName(name);
    const run = name.split(':')[1] ?? '';
    if (kind === 'event') {
      const verdict = judgeText(text, judgeEvent);
      if (typeof verdict === 'object') add(run, [verdict.value]);
      else unreadable.push(name);
    } else if (kind === 'packed') {
      const verdict = judgeText(text, judgePackedRun);
      if (typeof verdict === 'object') add(run, verdict.value.events);
      else unreadable.push(name);
    }
  }
  return { runs, unreadable };
}

/**
 * Plans an import.
 *
 * @param incoming what the file holds
 * @param present what is stored here
 */
export function planImport(incoming: StoredValues, present: StoredValues): ImportPlan {
  const writes = new Map<string, string | undefined>();
  const theirs = runsAmong(incoming);
  const ours = runsAmong(present);
  const runs = [...theirs.runs].map(([id, events]) =>
    planRun(id, events, ours.runs.get(id) ?? [], { incoming, present, writes }),
  );
  const others: ImportedValue[] = theirs.unreadable.map((name) =>
    planUnreadable(name, { incoming, present, writes }),
  );
  for (const [name, text] of incoming) {
    const kind = kindOfName(name);
    if (kind === 'event' || kind === 'packed') continue;
    const fate = kind === 'other' ? 'unreadable' : planValue(kind, text, present.get(name));
    if (fate === 'new' || fate === 'more') writes.set(name, text);
    others.push({ kind, fate, name });
  }
  return { runs, others, writes };
}

interface Plan {
  readonly incoming: StoredValues;
  readonly present: StoredValues;
  readonly writes: Map<string, string | undefined>;
}

function planRun(
  id: string,
  theirs: readonly RunEvent[],
  ours: readonly RunEvent[],
  { incoming, present, writes }: Plan,
): ImportedRun {
  const merged = mergeEvents(ours, theirs);
  const known = new Set(ours.map((event) => event.id));
  const missing = theirs.filter((event) => !known.has(event.id));
  const state = foldRun(merged);
  const summary = {
    kind: 'run' as const,
    id,
    added: missing.length,
    ...(state ? { state } : {}),
  };
  if (missing.length === 0) {
    return { ...summary, fate: merged.length === theirs.length ? 'same' : 'fewer' };
  }
  const packedName = `done:${id}`;
  const here = judgeText(present.get(packedName) ?? 'null', judgePackedRun);
  const fits = !present.has(packedName) || typeof here === 'object';
  if (incoming.has(packedName) && state && state.status !== 'open' && fits) {
    const foreign = typeof here === 'object' ? here.value.foreign : [];
    writes.set(packedName, JSON.stringify(packRun({ events: merged, foreign })));
    for (const event of ours) {
      if (present.has(`run:${id}:${event.id}`)) writes.set(`run:${id}:${event.id}`, undefined);
    }
  } else {
    for (const event of missing) writes.set(`run:${id}:${event.id}`, JSON.stringify(event));
  }
  if (ours.length === 0) return { ...summary, fate: 'new' };
  return { ...summary, fate: merged.length === theirs.length ? 'more' : 'both' };
}

/** What a newer version of the site wrote is carried over as it is; what is damaged is not. */
function planUnreadable(name: string, { incoming, present, writes }: Plan): ImportedValue {
  const text = incoming.get(name) ?? '';
  const judge = name.startsWith('run:') ? judgeEvent : judgePackedRun;
  const kind = 'other' as const;
  if (judgeText<unknown>(text, judge) !== 'newer') return { kind, fate: 'unreadable', name };
  if (present.has(name)) return { kind, fate: present.get(name) === text ? 'same' : 'kept', name };
  writes.set(name, text);
  return { kind, fate: 'new', name };
}

function planValue(
  kind: ImportedValue['kind'],
  text: string,
  here: string | undefined,
): ImportFate {
  if (here === text) return 'same';
  if (kind === 'text' && judgeText(text, judgeTemplate) === 'damaged') return 'unreadable';
  if (kind !== 'mark') return here === undefined ? 'new' : 'kept';
  const theirs = judgeText(text, judgeDutyMark);
  if (theirs === 'damaged') return 'unreadable';
  if (here === undefined) return 'new';
  const ours = judgeText(here, judgeDutyMark);
  if (typeof theirs !== 'object' || typeof ours !== 'object') return 'kept';
  return mergeMarks(ours.value, theirs.value) === theirs.value ? 'more' : 'fewer';
}
