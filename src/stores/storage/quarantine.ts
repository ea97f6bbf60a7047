/**
 * What this version must not overwrite: values that cannot be read are set aside, what a newer version
 * of the site wrote is left alone.
 */
import { asideName } from '../../model/storage-names.ts';
import { isRenderedAhead } from '../shown.ts';
import { readStored, tryWrite } from './stored.ts';

/** What a newer version of the site wrote, and what could not be set aside: never overwritten. */
export const untouchable = new Set<string>();

/**
 * Sets a value aside that cannot be read: under a name of its own, where nothing overwrites it. When
 * even that cannot be written, the value stays where it is and is protected there. Done when the page is
 * shown, if it is rendered ahead: then everything is read again.
 *
 * @returns the name it has now; `undefined` when there is none, or it stays where it is
 */
export function setAside(name: string): string | undefined {
  const text = readStored(name);
  if (text === undefined || untouchable.has(name) || isRenderedAhead()) return undefined;
  let aside = asideName(name);
  for (let n = 2; readStored(aside) !== undefined; n++) aside = asideName(name, n);
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

/** Protects a value that a newer version of the site wrote: it is left alone until the page is left. */
export function leaveAlone(name: string): void {
  untouchable.add(name);
}
