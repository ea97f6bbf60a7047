/**
 * Values by name, for the stores. Memory first: a value is kept in memory before it is written, so that
 * a full or blocked storage never loses what is on the screen, never throws into a page, and is told to
 * the reader (`$storageHealth`).
 */
import { announce, type Writer } from './changes.ts';
import { untouchable } from './quarantine.ts';
import { readStored, storedNames, tryWrite } from './stored.ts';
import { forgetWhatWasErased, report, saved, unsaved } from './unsaved.ts';

/** Values by name, without the site's prefix; `undefined` stands for none. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Reads one value; `undefined` when there is none. Never throws. */
export function readValue(name: string): string | undefined {
  return unsaved.has(name) ? unsaved.get(name) : readStored(name);
}

/**
 * Writes one value, or removes it when it is `undefined`.
 *
 * @param writer who writes, and need not hear of it
 * @returns true when it is saved; otherwise it lives in memory, and `$storageHealth` says why
 */
export function writeValue(name: string, value: string | undefined, writer?: Writer): boolean {
  forgetWhatWasErased();
  const failure = untouchable.has(name) ? 'newer' : tryWrite(name, value);
  if (failure) unsaved.set(name, value);
  else unsaved.delete(name);
  announce(name, value, writer);
  if (failure) report(failure);
  else saved();
  return !failure;
}

/**
 * Writes a value that could as well stay unwritten: when it does not fit, nothing changes.
 *
 * @param writer who writes, and need not hear of it
 * @returns true when it is saved
 */
export function writeIfItFits(name: string, value: string, writer?: Writer): boolean {
  if (untouchable.has(name) || tryWrite(name, value)) return false;
  unsaved.delete(name);
  announce(name, value, writer);
  return true;
}

/** Names of all values that begin with a prefix, ours only; the site's own prefix is left off. */
export function listNames(prefix: string): string[] {
  const names = new Set(storedNames(prefix));
  for (const [name, value] of unsaved) {
    if (!name.startsWith(prefix)) continue;
    if (value === undefined) names.delete(name);
    else names.add(name);
  }
  return [...names];
}
