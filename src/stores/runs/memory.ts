/**
 * The runs that this page has in memory, and how one is read from the storage: one key for each event
 * while a run is open, one key for a finished run, and one for each frozen text, shared by the runs that
 * began with it.
 */
import { map, type MapStore } from 'nanostores';
import { draftsOfRun, eventName, eventsOfRun, packedName } from '../../model/storage-names.ts';
import { parseEvent, type RunEvent } from '../../progress/runs/event.ts';
import { foldRun, mergeEvents, type RunState } from '../../progress/runs/fold.ts';
import { parsePackedRun } from '../../progress/runs/packed.ts';
import { readRecord } from '../records.ts';
import type { Writer } from '../storage/changes.ts';
import { wasSetAside } from '../storage/quarantine.ts';
import { dropUnsaved } from '../storage/unsaved.ts';
import { listNames, readValue } from '../storage/values.ts';

/** The events of each run that is loaded, by run id. */
export const $runs: MapStore<Record<string, readonly RunEvent[]>> = map({});

/** Who writes runs: what it writes is in memory already. */
export const RUNS: Writer = {};

const folded = new WeakMap<readonly RunEvent[], RunState | null>();

/**
 * The state of a run; `undefined` without its start. Folding a thousand runs takes a while: only those
 * whose events changed are folded again.
 */
export function stateOf(events: readonly RunEvent[]): RunState | undefined {
  const known = folded.get(events);
  if (known !== undefined) return known ?? undefined;
  const state = foldRun(events);
  folded.set(events, state ?? null);
  return state;
}

/** The events of one run, whether or not it is loaded; none when it is not there. */
export function eventsOf(run: string): readonly RunEvent[] {
  const known = inMemory(run);
  // Without its start, only what other tabs did lately has been heard of it.
  return known?.some(isStart) ? known : mergeEvents(known ?? [], readRun(run));
}

/** Reads a run from the storage. @param names of its single events */
export function readRun(run: string, names = listNames(eventsOfRun(run))): readonly RunEvent[] {
  return mergeEvents(readPacked(run)?.events ?? [], readSingles(names));
}

/** Reads events that lie each under a name of its own. */
export function readSingles(names: readonly string[]): RunEvent[] {
  return names.flatMap((name) => readRecord(name, parseEvent) ?? []);
}

/** Reads what is packed of a run; `undefined` when nothing is, or it cannot be read. */
export function readPacked(run: string) {
  return readRecord(packedName(run), parsePackedRun);
}

/**
 * False when a run that this page has in memory is no longer in the storage: it was erased elsewhere,
 * and an event without its start would be litter.
 */
export function isStored(run: string): boolean {
  const start = inMemory(run)?.find(isStart);
  if (!start) return true;
  const name = eventName(run, start.id);
  return [name, packedName(run)].some((each) => readValue(each) !== undefined || wasSetAside(each));
}

/** The events of a run that is loaded. A run's id comes from an address: it may be `constructor`. */
export function inMemory(run: string): readonly RunEvent[] | undefined {
  const runs = $runs.get();
  return Object.hasOwn(runs, run) ? runs[run] : undefined;
}

function isStart(event: RunEvent): boolean {
  return event.kind === 'start';
}

/** Drops a run from memory, what is not saved of it too. */
export function forget(run: string): void {
  dropUnsaved(eventsOfRun(run));
  dropUnsaved(draftsOfRun(run));
  if (!inMemory(run)) return;
  const rest = { ...$runs.get() };
  delete rest[run];
  $runs.set(rest);
}
