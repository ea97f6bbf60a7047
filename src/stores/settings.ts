/**
 * Small choices of the reader that islands show, one key each. They go by `storage/` like everything
 * else. `@nanostores/persistent` writes to the storage by itself, without a guard: to keep values in
 * memory first, report and follow other tabs it would need an engine longer than this file, and one
 * value a key is not how marks and runs are kept.
 */
import { atom, onMount } from 'nanostores';
import { settingName } from '../model/setting-names.ts';
import { onReload, onValueChange, type Writer } from './storage/changes.ts';
import { readValue, writeValue } from './storage/values.ts';

const ROLE = settingName('role');
const ME: Writer = {};

/** Reference of the role the reader called 我的岗位; empty: none yet. */
export const $myRole = atom('');

onMount($myRole, () => {
  const load = () => $myRole.set(readValue(ROLE) ?? '');
  load();
  const follow = (name: string, value: string | undefined) => {
    if (name === ROLE) $myRole.set(value ?? '');
  };
  const stops = [onValueChange(ROLE, follow, ME), onReload(load)];
  // Nothing is told while a page lies in the cache.
  const page = typeof window === 'undefined' ? undefined : window;
  page?.addEventListener('pageshow', load);
  return () => {
    stops.forEach((stop) => stop());
    page?.removeEventListener('pageshow', load);
  };
});

/** Names the role the reader works in; empty: none. */
export function chooseMyRole(reference: string): void {
  $myRole.set(reference);
  // None is no value: a page that finds the data cleared must not write one.
  writeValue(ROLE, reference || undefined, ME);
}
