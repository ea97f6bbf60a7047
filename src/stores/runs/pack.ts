/** Packs a run that is finished, removed or put away. */
import { eventsOfRun, packedName } from '../../model/storage-names.ts';
import { parseStored } from '../../model/parsed.ts';
import { parseEvent, type RunEvent } from '../../progress/runs/event.ts';
import { mergeEvents } from '../../progress/runs/fold.ts';
import { isPacked, packRun } from '../../progress/runs/packed.ts';
import { listNames, readValue, writeIfItFits, writeValue } from '../storage/values.ts';
import { $runs, RUNS, inMemory, readPacked, readSingles, stateOf } from './memory.ts';

/**
 * Puts all events of a run under one key, if it is done with, then removes their own keys; in this
 * order nothing is lost. What another version of the site wrote stays where it is.
 */
export function packIfDone(run: string): void {
  const known = inMemory(run) ?? [];
  if (!isPacked(stateOf(known))) return;
  const name = packedName(run);
  const stored = readValue(name);
  const packed = stored === undefined ? { events: [], foreign: [] } : readPacked(run);
  if (!packed) return;
  // Another tab may write while we are at it: only what is packed is removed.
  const singles = new Map<string, RunEvent>();
  const unreadable: string[] = [];
  for (const each of listNames(eventsOfRun(run))) {
    const parsed = parseStored(readValue(each) ?? '', parseEvent);
    if (typeof parsed === 'object') singles.set(each, parsed.value);
    else unreadable.push(each);
  }
  const found = mergeEvents(packed.events, singles.values());
  const events = haveSameIds(found, known) ? known : found;
  // Another tab reopened it meanwhile: an open run keeps its keys, by which it is found.
  if (!isPacked(stateOf(events))) return;
  const text = JSON.stringify(packRun({ events, foreign: packed.foreign }));
  if (!writeIfItFits(name, text, RUNS)) return;
  if (events !== known) $runs.setKey(run, events);
  for (const each of singles.keys()) writeValue(each, undefined, RUNS);
  readSingles(unreadable); // sets aside what is damaged
}

/** True when two lists in order hold the same events: an event never changes. */
function haveSameIds(a: readonly RunEvent[], b: readonly RunEvent[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}
