/** Packs a run that is finished, removed or put away. */
import { eventsOfRun, packedName } from '../../model/storage-names.ts';
import { parseStored } from '../../model/parsed.ts';
import { parseEvent } from '../../progress/runs/event.ts';
import { foldRun, mergeEvents } from '../../progress/runs/fold.ts';
import { packRun } from '../../progress/runs/packed.ts';
import { listNames, readValue, writeIfItFits, writeValue } from '../storage/values.ts';
import { readPacked, readSingles } from './memory.ts';

/**
 * Puts all events of a run under one key, then removes their own keys; in this order nothing is
 * lost. What another version of the site wrote stays where it is.
 */
export function compact(run: string): void {
  const name = packedName(run);
  const stored = readValue(name);
  const packed = stored === undefined ? { events: [], foreign: [] } : readPacked(run);
  if (!packed) return;
  // Another tab may write while we are at it: only what is compacted is removed.
  const names = listNames(eventsOfRun(run)).filter((each) => {
    const text = readValue(each);
    return text !== undefined && typeof parseStored(text, parseEvent) === 'object';
  });
  const events = mergeEvents(packed.events, readSingles(names));
  // Another tab reopened it meanwhile: an open run keeps its keys, by which it is found.
  if ((foldRun(events)?.status ?? 'open') === 'open') return;
  if (!writeIfItFits(name, JSON.stringify(packRun({ events, foreign: packed.foreign })))) return;
  for (const each of names) writeValue(each, undefined);
}
