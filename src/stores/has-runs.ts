/** Whether there are runs at all: pages of a reader who has none leave everything about runs unloaded. */
import { EVENTS, PACKED_RUNS } from '../model/storage-names.ts';
import { onReload, onValueChange } from './storage/changes.ts';
import { listNames } from './storage/values.ts';

/** True when runs are stored. @param which `open` passes over what is packed away */
export function hasRuns(which: 'open' | 'all'): boolean {
  return listNames(EVENTS).length > 0 || (which === 'all' && listNames(PACKED_RUNS).length > 0);
}

/**
 * Calls back once, when the first run is begun in another tab, or found after everything had to be
 * read again.
 *
 * @returns a function that ends the subscription
 */
export function onFirstRun(action: () => void): () => void {
  const look = () => {
    if (!hasRuns('open')) return;
    stop();
    action();
  };
  const stops = [onValueChange(EVENTS, look), onReload(look)];
  const stop = () => stops.forEach((each) => each());
  return stop;
}
