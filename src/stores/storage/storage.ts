/**
 * The only place that touches localStorage. Memory first: a value is kept in memory before it is
 * written, so that a full or blocked storage never loses what is on the screen, never throws into a
 * page, and is told to the reader (`$storageHealth`).
 */
import { atom } from 'nanostores';
import { allKeys, backend } from './backend.ts';
import { SITE_KEY } from '../site-key.ts';

export interface StorageHealth {
  /**
   * `ok`: everything is saved. Otherwise something lives in this page only: the storage is `full` or
   * `blocked`, or a `newer` version of the site wrote what would have to be overwritten.
   */
  readonly state: 'ok' | 'full' | 'blocked' | 'newer';
  /** How many values are not saved. */
  readonly unsaved: number;
}

/** Values by name, without the site's prefix; `undefined` stands for none. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Whether what the reader does is being saved. */
export const $storageHealth = atom<StorageHealth>({ state: 'ok', unsaved: 0 });

/** When this page last saved something, in milliseconds since the epoch; absent: not yet. */
export const $savedAt = atom<number | undefined>(undefined);

/** What could not be written, by name without the prefix; `undefined` stands for a removal. */
const unsaved = new Map<string, string | undefined>();
/** What a newer version of the site wrote, and what could not be set aside: never overwritten. */
const untouchable = new Set<string>();

/**
 * Says whether a value that could not be written is still wanted, now that something else may be
 * stored under its name; `undefined` for names it knows nothing of.
 */
export type RetryGuard = (
  name: string,
  unsaved: string,
  stored: string | undefined,
) => boolean | undefined;

type Listener = (name: string, value: string | undefined) => void;
const listeners = new Set<{ prefix: string; listener: Listener }>();
const reloaders = new Set<() => void>();
const guards = new Set<RetryGuard>();
let attached = false;
/** True while there was something of ours in the storage when this page last looked. */
let sawOurs = false;

const fullKey = (name: string) => `${SITE_KEY}:${name}`;

/** Reads one value; `undefined` when there is none. Never throws. */
export function readValue(name: string): string | undefined {
  return unsaved.has(name) ? unsaved.get(name) : readStored(name);
}

/** What is really stored, whatever this page holds beside it. */
function readStored(name: string): string | undefined {
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
 * @returns true when it is saved; otherwise it lives in memory, and `$storageHealth` says why
 */
export function writeValue(name: string, value: string | undefined): boolean {
  forgetWhatWasErased();
  const failure = untouchable.has(name) ? 'newer' : tryWrite(name, value);
  if (failure) unsaved.set(name, value);
  else unsaved.delete(name);
  announce(name, value);
  if (failure) report(failure);
  else saved();
  return !failure;
}

/**
 * Writes a value that could as well stay unwritten: when it does not fit, nothing changes.
 *
 * @returns true when it is saved
 */
export function writeIfItFits(name: string, value: string): boolean {
  if (untouchable.has(name) || tryWrite(name, value)) return false;
  unsaved.delete(name);
  announce(name, value);
  return true;
}

/** Tries again to write what could not be written. @returns true when nothing is left unsaved */
export function retryUnsaved(): boolean {
  forgetWhatWasErased();
  let failure: StorageHealth['state'] | undefined;
  for (const [name, value] of unsaved) {
    if (value !== undefined && verdicts(name, value).includes(false)) {
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

function verdicts(name: string, value: string): (boolean | undefined)[] {
  const stored = readStored(name);
  return [...guards].map((isWanted) => isWanted(name, value, stored));
}

/** When another tab erased everything, or the reader cleared the site's data, this page's rest goes too. */
function forgetWhatWasErased(): void {
  if (unsaved.size === 0 || !sawOurs || !backend()) return;
  if (allKeys().some((key) => key.startsWith(fullKey('')))) return;
  sawOurs = false;
  unsaved.clear();
  untouchable.clear();
}

/** Says at once that nothing can be saved here, before the reader does anything. */
export function probeStorage(): void {
  if (!backend()) report('blocked');
}

/** Names of all values that begin with a prefix, ours only; the site's own prefix is left off. */
export function listNames(prefix: string): string[] {
  const names = new Set<string>();
  for (const key of allKeys()) {
    if (key.startsWith(fullKey(prefix))) names.add(key.slice(SITE_KEY.length + 1));
  }
  for (const [name, value] of unsaved) {
    if (!name.startsWith(prefix)) continue;
    if (value === undefined) names.delete(name);
    else names.add(name);
  }
  return [...names];
}

/**
 * Takes values out of the storage, in every tab.
 *
 * @returns what they were, for `putBack`
 */
export function takeOut(names: Iterable<string>): Values {
  const taken: Record<string, string | undefined> = {};
  for (const name of names) {
    taken[name] = readValue(name);
    untouchable.delete(name);
    writeValue(name, undefined);
  }
  return taken;
}

/** Puts values back as they were. @returns true when all of them are saved */
export function putBack(values: Values): boolean {
  return Object.entries(values)
    .map(([name, value]) => {
      untouchable.delete(name); // what is known is not overwritten by accident
      return writeValue(name, value);
    })
    .every(Boolean);
}

/** Removes every key of this site, and what this page still held in memory. */
export function eraseEverything(): void {
  const names = listNames('');
  unsaved.clear();
  untouchable.clear();
  for (const name of names) {
    if (tryWrite(name, undefined)) unsaved.set(name, undefined);
  }
  for (const name of names) announce(name, undefined);
  $savedAt.set(undefined);
  retryUnsaved();
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

/**
 * Sets a value aside that cannot be read: under a name of its own, where nothing overwrites it. When
 * even that cannot be written, the value stays where it is and is protected there.
 *
 * @returns the name it has now; `undefined` when there is none, or it stays where it is
 */
export function setAside(name: string): string | undefined {
  const text = readStored(name);
  if (text === undefined || untouchable.has(name)) return undefined;
  let aside = asideName(name);
  for (let n = 2; readStored(aside) !== undefined; n++) aside = `${asideName(name)}~${n}`;
  if (tryWrite(aside, JSON.stringify({ v: 1, at: Date.now(), text }))) {
    untouchable.add(name);
    return undefined;
  }
  tryWrite(name, undefined);
  return aside;
}

/** True when a value of this name was set aside, here or in another tab. */
export function wasSetAside(name: string): boolean {
  return readStored(asideName(name)) !== undefined;
}

function asideName(name: string): string {
  return `aside:${name}`;
}

/** Protects a value that a newer version of the site wrote: it is left alone until the page is left. */
export function leaveAlone(name: string): void {
  untouchable.add(name);
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

/**
 * Calls back when everything has to be read again: the page came back from the back/forward cache,
 * or the whole storage was cleared.
 *
 * @returns a function that ends the subscription
 */
export function onReload(reload: () => void): () => void {
  attach();
  reloaders.add(reload);
  return () => reloaders.delete(reload);
}

/** What stopped it; `undefined` when it is written. */
function tryWrite(name: string, value: string | undefined): 'full' | 'blocked' | undefined {
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

function saved(): void {
  $savedAt.set(Date.now());
  if (unsaved.size > 0) retryUnsaved();
  else if ($storageHealth.get().state !== 'ok') $storageHealth.set({ state: 'ok', unsaved: 0 });
}

function report(state: StorageHealth['state']): void {
  const { state: before, unsaved: count } = $storageHealth.get();
  if (before !== state || count !== unsaved.size) {
    $storageHealth.set({ state, unsaved: unsaved.size });
  }
}

function announce(name: string, value: string | undefined): void {
  for (const { prefix, listener } of listeners) {
    if (name.startsWith(prefix)) listener(name, value);
  }
}

function reloadAll(): void {
  for (const reload of reloaders) reload();
}

function attach(): void {
  if (attached || typeof window === 'undefined') return;
  attached = true;
  window.addEventListener('storage', (event) => {
    if (event.key === null) {
      retryUnsaved();
      return reloadAll();
    }
    if (!event.key.startsWith(fullKey(''))) return;
    const name = event.key.slice(SITE_KEY.length + 1);
    const mine = unsaved.get(name);
    // What another tab wrote or erased is later than what this one could not write, unless told so.
    const isKept = event.newValue !== null && mine !== undefined;
    const hadUnsaved = !(isKept && verdicts(name, mine).includes(true)) && unsaved.delete(name);
    if (event.newValue === null) untouchable.delete(name);
    announce(name, event.newValue ?? undefined);
    if (hadUnsaved || unsaved.size > 0) retryUnsaved();
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    retryUnsaved();
    reloadAll();
  });
}
