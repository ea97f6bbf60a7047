/** Loads runs into memory, and follows what other tabs do with them from then on. */
import { runOf } from '../../model/parse-storage-name.ts';
import { EVENTS, PACKED_RUNS } from '../../model/storage-names.ts';
import { listNames } from '../storage/values.ts';
import { $runs, forget, isStored, readRun } from './memory.ts';
import { followOtherTabs } from './other-tabs.ts';

/** What is loaded: nothing yet, the runs that are not packed away, or all of them. */
let loaded: 'none' | 'open' | 'all' = 'none';

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
  for (const name of listNames(EVENTS)) {
    const run = runOf(name) ?? '';
    const names = singles.get(run);
    if (names) names.push(name);
    else singles.set(run, [name]);
  }
  if (loaded === 'all') {
    for (const name of listNames(PACKED_RUNS)) {
      const run = runOf(name) ?? '';
      if (!singles.has(run)) singles.set(run, []);
    }
  }
  const runs = [...singles].map(([run, names]) => [run, readRun(run, names)] as const);
  $runs.set(Object.fromEntries(runs.filter(([, events]) => events.length > 0)));
}

/** Loads one run and nothing else, however many there are. */
export function loadRun(run: string): void {
  listen();
  const events = readRun(run);
  if (events.length > 0) $runs.setKey(run, events);
  else if ($runs.get()[run]) forget(run);
}

/** Loads anew what is loaded, the open runs at least. */
export function loadAgain(): void {
  loadRuns(loaded === 'none' ? 'open' : loaded);
}

/** Follows what other tabs write. */
export function listen(): void {
  followOtherTabs(
    () => loaded === 'all',
    () => {
      if (loaded !== 'none') loadRuns(loaded);
      else for (const run of Object.keys($runs.get())) loadRun(run);
    },
  );
}
