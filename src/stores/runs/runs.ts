/**
 * Binds runs to storage: one key for each event while a run is open, one key for a finished run, and
 * one for each frozen text, shared by the runs that began with it.
 *
 *     run:<run>:<event>   an event of an open run
 *     done:<run>          all events of a run that is finished or removed, packed
 *     text:<hash>         a frozen template
 */
import { map, type MapStore } from 'nanostores';
import { parseTemplate, type WorkflowTemplate } from '../../model/template.ts';
import { parseStored, MAX_TIME } from '../../model/parsed.ts';
import {
  parseEvent,
  type AcceptEvent,
  type NewEvent,
  type RunEvent,
} from '../../progress/runs/event.ts';
import { foldRun, mergeEvents, textsOf } from '../../progress/runs/fold.ts';
import { parsePackedRun, packRun } from '../../progress/runs/packed.ts';
import { askToPersist } from '../persistence.ts';
import { readRecord } from '../records.ts';
import {
  dropUnsaved,
  guardRetries,
  listNames,
  onReload,
  onValueChange,
  readValue,
  takeOut,
  wasSetAside,
  writeIfItFits,
  writeValue,
  type Values,
} from '../storage/storage.ts';

/** The events of each run that is loaded, by run id. */
export const $runs: MapStore<Record<string, readonly RunEvent[]>> = map({});

/** What is loaded: nothing yet, the runs that are not packed away, or all of them. */
let loaded: 'none' | 'open' | 'all' = 'none';
let listening = false;

/**
 * Loads the runs. The only call that scans the storage; pages without runs never make it.
 *
 * @param which `open` passes over what is packed away: finished and removed runs
 */
export function loadRuns(which: 'open' | 'all' = 'all'): void {
  listen();
  if (which === 'all' || loaded === 'none') loaded = which;
  // What is not saved of a run that was erased elsewhere goes with it.
  for (const run of Object.keys($runs.get())) if (!isStored(run)) forget(run);
  const singles = new Map<string, string[]>();
  for (const name of listNames('run:')) {
    const run = runOfName(name);
    const names = singles.get(run);
    if (names) names.push(name);
    else singles.set(run, [name]);
  }
  if (loaded === 'all') {
    for (const name of listNames('done:')) {
      const run = runOfName(name);
      if (!singles.has(run)) singles.set(run, []);
    }
  }
  const runs = [...singles].map(([run, names]) => [run, readRun(run, names)] as const);
  $runs.set(Object.fromEntries(runs.filter(([, events]) => events.length > 0)));
}

/** The events of one run, whether or not it is loaded; none when it is not there. */
export function eventsOf(run: string): readonly RunEvent[] {
  const known = inMemory(run);
  // Without its start, only what other tabs did lately has been heard of it.
  return known?.some(isStart) ? known : mergeEvents(known ?? [], readRun(run));
}

/** Loads one run and nothing else, however many there are. */
export function loadRun(run: string): void {
  listen();
  const events = readRun(run);
  if (events.length > 0) $runs.setKey(run, events);
  else if ($runs.get()[run]) forget(run);
}

/** The frozen text of a run; `undefined` when it is not stored or not readable. */
export function readTemplate(hash: string): WorkflowTemplate | undefined {
  return readRecord(`text:${hash}`, parseTemplate);
}

export interface NewRun {
  readonly code: string;
  /** Local calendar day, `YYYY-MM-DD`. */
  readonly startedOn: string;
  readonly dueOn?: string;
  readonly edition?: number;
}

/**
 * Starts a run: freezes the template under its hash and writes the start event.
 *
 * @returns the run's id
 */
export function startRun(template: WorkflowTemplate, hash: string, start: NewRun): string {
  const run = randomId();
  freeze(template, hash);
  addEvent(run, { kind: 'start', workflow: template.workflow, text: hash, ...start });
  void askToPersist();
  return run;
}

/** Lets a run go on with another text, which is frozen with it. */
export function acceptText(
  run: string,
  template: WorkflowTemplate,
  accept: Omit<AcceptEvent, 'v' | 'id' | 'at' | 'kind'>,
): string | undefined {
  if (!isThere(run)) return undefined;
  freeze(template, accept.text);
  return addEvent(run, { kind: 'accept', ...accept });
}

/**
 * Adds an event to a run, at the present moment, after every event the run already has.
 *
 * @returns the event's id; `undefined` when the run was erased in another tab: then nothing is
 *   written, and it goes here too
 */
export function append(run: string, event: NewEvent): string | undefined {
  return isThere(run) ? addEvent(run, event) : undefined;
}

function isThere(run: string): boolean {
  listen();
  const isKnown = eventsOf(run).length > 0 && isStored(run);
  if (!isKnown) forget(run);
  return isKnown;
}

function addEvent(run: string, event: NewEvent): string {
  listen();
  const events = eventsOf(run);
  const last = events.at(-1)?.at ?? 0;
  // Two clicks in one millisecond, or a clock that was set back, must not change the order.
  const complete = {
    v: 1,
    id: randomId(),
    at: Math.min(Math.max(Date.now(), last + 1), MAX_TIME),
    ...event,
  } as RunEvent;
  const merged = mergeEvents(events, [complete]);
  $runs.setKey(run, merged);
  const saved = writeValue(`run:${run}:${complete.id}`, JSON.stringify(complete));
  const status = foldRun(merged)?.status ?? 'open'; // the start may not be loaded
  if (saved && status !== 'open') compact(run);
  return complete.id;
}

/**
 * Takes a run out of the storage for good, its frozen texts too when no other run needs them.
 *
 * @returns what was stored, for `putRunBack`
 */
export function eraseRun(run: string): Values {
  const names = [...listNames(`run:${run}:`), `done:${run}`];
  const texts = [...textsOf(eventsOf(run))];
  const needed = neededTexts(texts, names);
  names.push(...texts.filter((text) => !needed.has(text)).map((text) => `text:${text}`));
  // Read before it is forgotten: what is not saved of it goes then.
  const values = Object.fromEntries(names.map((name) => [name, readValue(name)]));
  forget(run);
  takeOut(names);
  return values;
}

/**
 * Those of some texts that a stored run needs. Other tabs may have begun runs that this one has not
 * heard of, and a newer version of the site may have written some that it cannot read: whatever
 * names a text needs it.
 *
 * @param except names of values that do not count
 */
export function neededTexts(texts: readonly string[], except: readonly string[] = []): Set<string> {
  const passed = new Set(except);
  const names = ['run:', 'done:', 'aside:'].flatMap((prefix) => listNames(prefix));
  const values = names.filter((name) => !passed.has(name)).map((name) => readValue(name) ?? '');
  return new Set(texts.filter((text) => values.some((value) => value.includes(text))));
}

/** Brings an erased run back. */
export function putRunBack(values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) writeValue(name, value);
  }
  loadRuns(loaded === 'none' ? 'open' : loaded);
}

/**
 * Puts all events of a run under one key, then removes their own keys; in this order nothing is
 * lost. What another version of the site wrote stays where it is.
 */
function compact(run: string): void {
  const name = `done:${run}`;
  const stored = readValue(name);
  const packed = stored === undefined ? { events: [], foreign: [] } : readPacked(run);
  if (!packed) return;
  // Another tab may write while we are at it: only what is compacted is removed.
  const names = listNames(`run:${run}:`).filter((each) => {
    const text = readValue(each);
    return text !== undefined && typeof parseStored(text, parseEvent) === 'object';
  });
  const events = mergeEvents(packed.events, readSingles(names));
  // Another tab reopened it meanwhile: an open run keeps its keys, by which it is found.
  if ((foldRun(events)?.status ?? 'open') === 'open') return;
  if (!writeIfItFits(name, JSON.stringify(packRun({ events, foreign: packed.foreign })))) return;
  for (const each of names) writeValue(each, undefined);
}

function readRun(run: string, names = listNames(`run:${run}:`)): readonly RunEvent[] {
  return mergeEvents(readPacked(run)?.events ?? [], readSingles(names));
}

function readSingles(names: readonly string[]): RunEvent[] {
  return names.flatMap((name) => readRecord(name, parseEvent) ?? []);
}

function readPacked(run: string) {
  return readRecord(`done:${run}`, parsePackedRun);
}

function freeze(template: WorkflowTemplate, hash: string): void {
  if (!readTemplate(hash)) writeValue(`text:${hash}`, JSON.stringify(template));
}

/**
 * False when a run that this page has in memory is no longer in the storage: it was erased elsewhere,
 * and an event without its start would be litter.
 */
function isStored(run: string): boolean {
  const start = inMemory(run)?.find(isStart);
  if (!start) return true;
  const name = `run:${run}:${start.id}`;
  return [name, `done:${run}`].some((each) => readValue(each) !== undefined || wasSetAside(each));
}

/** The events of a run that is loaded. A run's id comes from an address: it may be `constructor`. */
function inMemory(run: string): readonly RunEvent[] | undefined {
  const runs = $runs.get();
  return Object.hasOwn(runs, run) ? runs[run] : undefined;
}

function isStart(event: RunEvent): boolean {
  return event.kind === 'start';
}

/** Drops a run from memory, what is not saved of it too. */
function forget(run: string): void {
  dropUnsaved(`run:${run}:`);
  if (!inMemory(run)) return;
  const rest = { ...$runs.get() };
  delete rest[run];
  $runs.set(rest);
}

/** Drops an event whose key was removed, unless it was only packed or set aside. */
function forgetEvent(run: string, name: string): void {
  const id = name.split(':')[2];
  const isEvent = (event: RunEvent) => event.id === id;
  const events = inMemory(run);
  if (!events?.some(isEvent) || wasSetAside(name)) return;
  if (readValue(`done:${run}`) !== undefined && readPacked(run)?.events.some(isEvent) !== false) {
    return;
  }
  $runs.setKey(
    run,
    events.filter((event) => !isEvent(event)),
  );
}

/** Follows what other tabs write. */
function listen(): void {
  if (listening) return;
  listening = true;
  guardRetries((name) => (name.startsWith('run:') ? isStored(runOfName(name)) : undefined));
  onValueChange('run:', (name, value) => {
    const run = runOfName(name);
    if (value !== undefined) {
      // Heard of late: it was erased since, or packed, which is heard of as well.
      if (readValue(name) === undefined) return;
      const parsed = parseStored(value, parseEvent);
      if (typeof parsed === 'object') {
        $runs.setKey(run, mergeEvents(eventsOf(run), [parsed.value]));
      }
    } else if (isStored(run)) forgetEvent(run, name);
    else forget(run);
  });
  onValueChange('done:', (name, value) => {
    const run = runOfName(name);
    const known = inMemory(run);
    if (!isStored(run)) return forget(run);
    if (!known && (loaded !== 'all' || value === undefined)) return;
    // What cannot be read takes nothing off the screen.
    const isUnreadable = !readPacked(run) && (value !== undefined || wasSetAside(name));
    const events = mergeEvents(isUnreadable ? (known ?? []) : [], readRun(run));
    if (events.length > 0) $runs.setKey(run, events);
    else forget(run);
  });
  onReload(() => {
    if (loaded !== 'none') loadRuns(loaded);
    else for (const run of Object.keys($runs.get())) loadRun(run);
  });
}

/** `run:<run>:<event>` and `done:<run>` → `<run>` */
function runOfName(name: string): string {
  return name.split(':')[1] ?? '';
}

/** 16 letters and digits, 80 bits at least: enough for ids that are never counted in one place. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}
