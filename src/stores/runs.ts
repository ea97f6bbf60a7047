/**
 * Binds runs to storage: one key for each event while a run is open, one key for a finished run, and
 * one for each frozen text, shared by the runs that began with it.
 *
 *     run:<run>:<event>   an event of an open run
 *     done:<run>          all events of a run that is finished or removed
 *     text:<hash>         a frozen template
 */
import { map, type MapStore } from 'nanostores';
import { isWorkflowTemplate, type WorkflowTemplate } from '../model/template';
import { isRunEvent, type NewEvent, type RunEvent } from '../progress/event';
import { foldRun, mergeEvents } from '../progress/fold';
import { listNames, onValueChange, readValue, writeValue } from './storage';

/** The events of each run that is loaded, by run id. */
export const $runs: MapStore<Record<string, readonly RunEvent[]>> = map({});

let listening = false;

/** Loads every run. The only call that scans the storage; pages without runs never make it. */
export function loadRuns(): void {
  listen();
  const singles = new Map<string, string[]>();
  for (const name of listNames('run:')) {
    const run = runOfName(name);
    singles.set(run, [...(singles.get(run) ?? []), name]);
  }
  for (const name of listNames('done:')) {
    const run = runOfName(name);
    if (!singles.has(run)) singles.set(run, []);
  }
  const runs: Record<string, readonly RunEvent[]> = {};
  for (const [run, names] of singles) runs[run] = readRun(run, names);
  $runs.set(runs);
}

/** The frozen text of a run; `undefined` when it is not stored or not readable. */
export function readTemplate(hash: string): WorkflowTemplate | undefined {
  const value = parseJson(readValue(`text:${hash}`));
  return isWorkflowTemplate(value) ? value : undefined;
}

/**
 * Starts a run: freezes the template under its hash and writes the start event.
 *
 * @returns the run's id
 */
export function startRun(
  template: WorkflowTemplate,
  hash: string,
  start: { code: string; startedOn: string },
): string {
  const run = randomId();
  if (!readTemplate(hash)) writeValue(`text:${hash}`, JSON.stringify(template));
  append(run, { kind: 'start', workflow: template.workflow, text: hash, ...start });
  return run;
}

/**
 * Adds an event to a run, at the present moment, after every event the run already has.
 *
 * @returns the event's id
 */
export function append(run: string, event: NewEvent): string {
  listen();
  const events = $runs.get()[run] ?? [];
  const last = events.at(-1)?.at ?? 0;
  // Two clicks in one millisecond, or a clock that was set back, must not change the order.
  const complete = {
    v: 1,
    id: randomId(),
    at: Math.max(Date.now(), last + 1),
    ...event,
  } as RunEvent;
  const merged = mergeEvents(events, [complete]);
  $runs.setKey(run, merged);
  const saved = writeValue(`run:${run}:${complete.id}`, JSON.stringify(complete));
  const status = foldRun(merged)?.status ?? 'open'; // the start may not be loaded
  if (saved && status !== 'open') compact(run);
  return complete.id;
}

/** Takes a run out of the storage for good, its frozen text too when no other run needs it. */
export function eraseRun(run: string): void {
  const text = startOf($runs.get()[run])?.text;
  for (const name of listNames(`run:${run}:`)) writeValue(name, undefined);
  writeValue(`done:${run}`, undefined);
  const rest = { ...$runs.get() };
  delete rest[run];
  $runs.set(rest);
  const needed = Object.values(rest).some((events) => startOf(events)?.text === text);
  if (text && !needed) writeValue(`text:${text}`, undefined);
}

/**
 * Puts all events of a run under one key, then removes their own keys; in this order nothing is
 * lost. What another version of the site wrote stays where it is.
 */
function compact(run: string): void {
  const compacted = readCompacted(run);
  if (!compacted) return;
  // Another tab may write while we are at it: only what is compacted is removed.
  const names = listNames(`run:${run}:`).filter((name) => isRunEvent(parseJson(readValue(name))));
  const foreign = compacted.filter((event) => !isRunEvent(event));
  const events = [...readRun(run, names), ...foreign];
  if (!writeValue(`done:${run}`, JSON.stringify({ v: 1, events }))) return;
  for (const name of names) writeValue(name, undefined);
}

function readRun(run: string, names = listNames(`run:${run}:`)): RunEvent[] {
  const single = names.map((name) => parseJson(readValue(name)));
  return mergeEvents((readCompacted(run) ?? []).filter(isRunEvent), single.filter(isRunEvent));
}

/** What is stored under a run's one key; `undefined` when that cannot be read. */
function readCompacted(run: string): readonly unknown[] | undefined {
  const text = readValue(`done:${run}`);
  if (text === undefined) return [];
  const value = parseJson(text);
  const events = typeof value === 'object' && value !== null && 'events' in value && value.events;
  return Array.isArray(events) ? events : undefined;
}

/** Follows what other tabs write. */
function listen(): void {
  if (listening) return;
  listening = true;
  onValueChange('run:', (name, value) => {
    const event = parseJson(value);
    if (!isRunEvent(event)) return;
    const run = runOfName(name);
    $runs.setKey(run, mergeEvents($runs.get()[run] ?? [], [event]));
  });
  onValueChange('done:', (name) => {
    const run = runOfName(name);
    const events = readRun(run);
    if (events.length > 0) $runs.setKey(run, mergeEvents($runs.get()[run] ?? [], events));
    else if ($runs.get()[run]) {
      const rest = { ...$runs.get() };
      delete rest[run];
      $runs.set(rest);
    }
  });
}

function startOf(events: readonly RunEvent[] | undefined) {
  const start = events?.find((event) => event.kind === 'start');
  return start?.kind === 'start' ? start : undefined;
}

/** `run:<run>:<event>` and `done:<run>` → `<run>` */
function runOfName(name: string): string {
  return name.split(':')[1] ?? '';
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** 16 letters and digits, 80 bits at least: enough for ids that are never counted in one place. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}
