/**
 * The storage for what every page carries: theme, last page, what a result was found by. Nothing is
 * lost when it cannot be saved, so nobody is told; what is ticked and typed goes by `storage/values.ts`, which
 * weighs four times as much.
 */
import { storageKey } from '../model/setting-names.ts';
import { backend } from './storage/backend.ts';
import { SITE_KEY } from './site-key.ts';

/** What could not be written holds for this page. */
const unsaved = new Map<string, string | undefined>();

/** Reads one value; `undefined` when there is none. Never throws. */
export function readBestEffort(name: string): string | undefined {
  if (unsaved.has(name)) return unsaved.get(name);
  try {
    return backend()?.getItem(storageKey(SITE_KEY, name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes one value, or removes it when it is `undefined`. Never throws. */
export function writeBestEffort(name: string, value: string | undefined): void {
  const storage = backend();
  try {
    if (!storage) throw new Error('blocked');
    if (value === undefined) storage.removeItem(storageKey(SITE_KEY, name));
    else storage.setItem(storageKey(SITE_KEY, name), value);
    unsaved.delete(name);
  } catch {
    unsaved.set(name, value);
  }
}
