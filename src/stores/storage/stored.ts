/**
 * What is really stored under this site's key, whatever a page holds beside it. Never throws: the
 * storage can be full, or blocked.
 */
import { storageKey } from '../../model/setting-names.ts';
import { SITE_KEY } from '../site-key.ts';
import { allKeys, backend } from './backend.ts';

/** True while there was something of ours in the storage when this page last looked. */
let sawOurs = false;

const fullKey = (name: string) => storageKey(SITE_KEY, name);

/** The name of a key of this site's; `undefined` for keys of other sites. */
export function nameOf(key: string): string | undefined {
  return key.startsWith(fullKey('')) ? key.slice(fullKey('').length) : undefined;
}

/** Names of all stored values that begin with a prefix, ours only. */
export function storedNames(prefix: string): string[] {
  return allKeys()
    .filter((key) => key.startsWith(fullKey(prefix)))
    .map((key) => key.slice(fullKey('').length));
}

/** Reads one value; `undefined` when there is none. */
export function readStored(name: string): string | undefined {
  try {
    const value = backend()?.getItem(fullKey(name)) ?? undefined;
    if (value !== undefined) sawOurs = true;
    return value;
  } catch {
    return undefined;
  }
}

/**
 * Writes one value, or removes it when it is `undefined`.
 *
 * @returns what stopped it; `undefined` when it is written
 */
export function tryWrite(name: string, value: string | undefined): 'full' | 'blocked' | undefined {
  const storage = backend();
  if (!storage) return 'blocked';
  try {
    if (value === undefined) storage.removeItem(fullKey(name));
    else storage.setItem(fullKey(name), value);
    // After a removal of our own, an empty storage says nothing about other tabs.
    sawOurs = value !== undefined;
    return undefined;
  } catch (error) {
    return error instanceof DOMException && /quota/i.test(error.name) ? 'full' : 'blocked';
  }
}

/** True once, when nothing of ours is left where this page has seen something before. */
export function wasCleared(): boolean {
  if (!sawOurs || !backend()) return false;
  if (allKeys().some((key) => key.startsWith(fullKey('')))) return false;
  sawOurs = false;
  return true;
}
