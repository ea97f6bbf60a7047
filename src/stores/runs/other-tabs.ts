/** What others write of runs, other tabs and whatever imports or erases in this one, as it is heard of. */
import { eventOf, runOf } from '../../model/parse-storage-name.ts';
import { EVENTS, PACKED_RUNS, packedName } from '../../model/storage-names.ts';
import { parseStored } from '../../model/parsed.ts';
import { parseEvent, type RunEvent } from '../../progress/runs/event.ts';
import { mergeEvents } from '../../progress/runs/fold.ts';
import { onReload, onValueChange } from '../storage/changes.ts';
import { wasSetAside } from '../storage/quarantine.ts';
import { guardRetries } from '../storage/unsaved.ts';
import { readValue } from '../storage/values.ts';
import {
  $runs,
  RUNS,
  eventsOf,
  forget,
  inMemory,
  isStored,
  readPacked,
  readRun,
} from './memory.ts';

let listening = false;

/**
 * Follows what others write; once in a page, however often it is called.
 *
 * @param areAllLoaded whether the page shows packed runs, too
 * @param reload reads everything again
 */
export function followOtherTabs(areAllLoaded: () => boolean, reload: () => void): void {
  if (listening) return;
  listening = true;
  guardRetries((name) => (name.startsWith(EVENTS) ? isStored(runOf(name) ?? '') : undefined));
  onValueChange(
    EVENTS,
    (name, value) => {
      const run = runOf(name) ?? '';
      if (value !== undefined) {
        // Heard of late: it was erased since, or packed, which is heard of as well.
        if (readValue(name) === undefined) return;
        const parsed = parseStored(value, parseEvent);
        if (typeof parsed === 'object') {
          $runs.setKey(run, mergeEvents(eventsOf(run), [parsed.value]));
        }
      } else if (isStored(run)) forgetEvent(run, name);
      else forget(run);
    },
    RUNS,
  );
  onValueChange(
    PACKED_RUNS,
    (name, value) => {
      const run = runOf(name) ?? '';
      const known = inMemory(run);
      if (!isStored(run)) return forget(run);
      if (!known && (!areAllLoaded() || value === undefined)) return;
      // What cannot be read takes nothing off the screen.
      const isUnreadable = !readPacked(run) && (value !== undefined || wasSetAside(name));
      const events = mergeEvents(isUnreadable ? (known ?? []) : [], readRun(run));
      if (events.length > 0) $runs.setKey(run, events);
      else forget(run);
    },
    RUNS,
  );
  onReload(reload);
}

/** Drops an event whose key was removed, unless it was only packed or set aside. */
function forgetEvent(run: string, name: string): void {
  const id = eventOf(name);
  const isEvent = (event: RunEvent) => event.id === id;
  const events = inMemory(run);
  if (!events?.some(isEvent) || wasSetAside(name)) return;
  if (readValue(packedName(run)) !== undefined && readPacked(run)?.events.some(isEvent) !== false) {
    return;
  }
  $runs.setKey(
    run,
    events.filter((event) => !isEvent(event)),
  );
}
