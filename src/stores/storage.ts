/**
 * The only place that touches localStorage. Memory first: a value is kept in memory before it is
 * written, so that a full or blocked storage never loses what is on the screen, never throws into a
 * page, and is told to the reader (`$storageHealth`).
 */
import { atom } from 'nanostores';
import { SITE_KEY } from './site-key';

export interface StorageHealth {
  /** `ok`: marks are saved; `full` and `blocked`: they live in this page only. */
  readonly state: 'ok' | 'full' | 'blocked';
}

/** Whether what the reader does is being saved. */
export const $storageHealth = atom<StorageHealth>({ state: 'ok' });

/** What could not be written, by name without the prefix; `undefined` stands for a removal. */
const unsaved = new Map<string, string | undefined>();

type Listener = (name: string, value: string | undefined) => void;
const listeners = new Set<{ prefix: string; listener: Listener }>();
let attached = false;

const fullKey = (name: string) => `${SITE_KEY}:${name}`;

/** The storage itself, or `undefined` where it is blocked: then even `typeof localStorage` throws. */
function backend(): Storage | undefined {
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}

/** Reads one value; `undefined` when there is none. Never throws. */
export function readValue(name: string): string | undefined {
  if (unsaved.has(name)) return unsaved.get(name);
  try {
    return backend()?.getItem(fullKey(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes one value, or removes it when it is `undefined`.
 *
 * @returns true when it is saved; otherwise it lives in memory, and `$storageHealth` says why
 */
export function writeValue(name: string, value: string | undefined): boolean {
  const saved = tryWrite(name, value);
  if (saved) unsaved.delete(name);
  else unsaved.set(name, value);
  announce(name, value);
  return saved;
}

/** Names of all values that begin with a prefix, ours only; the site's own prefix is left off. */
export function listNames(prefix: string): string[] {
  const names = new Set<string>();
  const storage = backend();
  try {
    for (const key of storage ? Object.keys(storage) : []) {
      if (key.startsWith(fullKey(prefix))) names.add(key.slice(SITE_KEY.length + 1));
    }
  } catch {
    // A storage that cannot be listed holds nothing we could show.
  }
  for (const [name, value] of unsaved) {
    if (!name.startsWith(prefix)) continue;
    if (value === undefined) names.delete(name);
    else names.add(name);
  }
  return [...names];
}

/**
 * Calls back whenever a value with the prefix changes, in this tab or in another one.
 *
 * @returns a function that ends the subscription
 */
export function onValueChange(prefix: string, listener: Listener): () => void {
  attach();
  const entry = { prefix, listener };
  listeners.add(entry);
  return () => listeners.delete(entry);
}

function tryWrite(name: string, value: string | undefined): boolean {
  const storage = backend();
  if (!storage) return report('blocked');
  try {
    if (value === undefined) storage.removeItem(fullKey(name));
    else storage.setItem(fullKey(name), value);
    if (unsaved.size === 0 || (unsaved.size === 1 && unsaved.has(name))) report('ok');
    return true;
  } catch (error) {
    return report(error instanceof DOMException && /quota/i.test(error.name) ? 'full' : 'blocked');
  }
}

function report(state: StorageHealth['state']): boolean {
  if ($storageHealth.get().state !== state) $storageHealth.set({ state });
  return state === 'ok';
}

function announce(name: string, value: string | undefined): void {
  for (const { prefix, listener } of listeners) {
    if (name.startsWith(prefix)) listener(name, value);
  }
}

function attach(): void {
  if (attached || typeof window === 'undefined') return;
  attached = true;
  window.addEventListener('storage', (event) => {
    if (event.key?.startsWith(fullKey(''))) {
      const name = event.key.slice(SITE_KEY.length + 1);
      announce(name, event.newValue ?? undefined);
    }
  });
}
