/**
 * Reads stored values that must have a certain shape. What cannot be understood is set aside and
 * counted; what a newer version of the site wrote is left alone.
 */
import { atom } from 'nanostores';
import { parseStored, type Parsed } from '../model/parsed.ts';
import { leaveAlone, setAside } from './storage/quarantine.ts';
import { readValue } from './storage/values.ts';

/** What was met in the storage that this version could not use, by name. */
export interface Unreadable {
  /** Set aside since they could not be read. */
  readonly damaged: readonly string[];
  /** Written by a newer version of the site, and left where they are. */
  readonly newer: readonly string[];
}

/** What this page met that it could not use; the reader is told of it. */
export const $unreadable = atom<Unreadable>({ damaged: [], newer: [] });

/**
 * Reads one value.
 *
 * @returns `undefined` when there is none, or none that could be used
 */
export function readRecord<T>(name: string, parse: (value: unknown) => Parsed<T>): T | undefined {
  const text = readValue(name);
  if (text === undefined) return undefined;
  const parsed = parseStored(text, parse);
  if (typeof parsed === 'object') return parsed.value;
  if (parsed === 'newer') leaveAlone(name);
  else setAside(name);
  const known = $unreadable.get();
  if (!known[parsed].includes(name)) {
    $unreadable.set({ ...known, [parsed]: [...known[parsed], name] });
  }
  return undefined;
}
