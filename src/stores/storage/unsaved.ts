/**
 * What could not be written: it is kept in memory, tried again, and told to the reader
 * (`$storageHealth`).
 */
import { atom } from 'nanostores';
import { backend } from './backend.ts';
import { untouchable } from './quarantine.ts';
import { readStored, tryWrite, wasCleared } from './stored.ts';

export interface StorageHealth {
  /**
   * `ok`: everything is saved. Otherwise something lives in this page only: the storage is `full` or
   * `blocked`, or a `newer` version of the site wrote what would have to be overwritten.
   */
  readonly state: 'ok' | 'full' | 'blocked' | 'newer';
  /** How many values are not saved. */
  readonly unsaved: number;
}

/** Whether what the reader does is being saved. */
export const $storageHealth = atom<StorageHealth>({ state: 'ok', unsaved: 0 });

/** When this page last saved something, in milliseconds since the epoch; absent: not yet. */
export const $savedAt = atom<number | undefined>(undefined);

/** What could not be written, by name without the prefix; `undefined` stands for a removal. */
export const unsaved = new Map<string, string | undefined>();

/**
 * Says whether a value that could not be written is still wanted, now that something else may be
 * stored under its name; `undefined` for names it knows nothing of.
 */
export type RetryGuard = (
  name: string,
  unsaved: string,
  stored: string | undefined,
) => boolean | undefined;

const guards = new Set<RetryGuard>();

/** Tries again to write what could not be written. @returns true when nothing is left unsaved */
export function retryUnsaved(): boolean {
  forgetWhatWasErased();
  let failure: StorageHealth['state'] | undefined;
  for (const [name, value] of unsaved) {
    if (value !== undefined && guardsOn(name, value).includes(false)) {
      unsaved.delete(name);
      continue;
    }
    const problem = untouchable.has(name) ? 'newer' : tryWrite(name, value);
    if (problem) failure = problem;
    else {
      unsaved.delete(name);
      $savedAt.set(Date.now());
    }
  }
  if (failure) report(failure);
  else $storageHealth.set({ state: 'ok', unsaved: 0 });
  return !failure;
}

/**
 * Asks before each later attempt to write what could not be written at first: what was erased in
 * another tab meanwhile must not come back from here, nor overwrite what was done there later.
 */
export function guardRetries(guard: RetryGuard): void {
  guards.add(guard);
}

/** What the guards say of a value that could not be written. */
export function guardsOn(name: string, value: string): (boolean | undefined)[] {
  const stored = readStored(name);
  return [...guards].map((isWanted) => isWanted(name, value, stored));
}

/** When another tab erased everything, or the reader cleared the site's data, this page's rest goes too. */
export function forgetWhatWasErased(): void {
  if (unsaved.size === 0 || !wasCleared()) return;
  unsaved.clear();
  untouchable.clear();
}

/** Drops what is not saved yet: its run was erased elsewhere, and must not come back from here. */
export function dropUnsaved(prefix: string): void {
  // A removal that is still to be done stays so.
  const names = [...unsaved.keys()].filter((name) => {
    return name.startsWith(prefix) && unsaved.get(name) !== undefined;
  });
  for (const name of names) unsaved.delete(name);
  if (names.length > 0) retryUnsaved();
}

/** Says at once that nothing can be saved here, before the reader does anything. */
export function probeStorage(): void {
  if (!backend()) report('blocked');
}

/** Notes that something was saved: then the rest may be, too. */
export function saved(): void {
  $savedAt.set(Date.now());
  if (unsaved.size > 0) retryUnsaved();
  else if ($storageHealth.get().state !== 'ok') $storageHealth.set({ state: 'ok', unsaved: 0 });
}

/** Tells the reader what stops the writing. */
export function report(state: StorageHealth['state']): void {
  const { state: before, unsaved: count } = $storageHealth.get();
  if (before !== state || count !== unsaved.size) {
    $storageHealth.set({ state, unsaved: unsaved.size });
  }
}
