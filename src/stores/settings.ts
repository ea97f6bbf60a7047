/**
 * Small choices of the reader that islands show, one key each. They go by `storage/` like everything
 * else. `@nanostores/persistent` writes to the storage by itself, without a guard: to keep values in
 * memory first, report and follow other tabs it would need an engine longer than this file, and one
 * value a key is not how marks and runs are kept.
 */
import { atom, onMount } from 'nanostores';
import { rolesIn, storedRoles, type OwnRoles } from '../model/own-roles.ts';
import { settingName } from '../model/setting-names.ts';
import { onReload, onValueChange, type Writer } from './storage/changes.ts';
import { readValue, writeValue } from './storage/values.ts';

/** What is stored of the own roles, and where. */
const NAMES = [
  ['further', settingName('also')],
  ['first', settingName('role')],
] as const;
const ME: Writer = {};

/** References of the roles the reader calls 我的岗位, the first one first. */
export const $myRoles = atom<readonly string[]>([]);

/** As it was last read or chosen: another tab may change one part of it. */
let stored: OwnRoles = {};

function take(values: OwnRoles): void {
  stored = values;
  $myRoles.set(rolesIn(values));
}

onMount($myRoles, () => {
  const load = () =>
    take(Object.fromEntries(NAMES.map(([part, name]) => [part, readValue(name)])) as OwnRoles);
  load();
  const follow = NAMES.map(([part, own]) =>
    onValueChange(
      own,
      (name, value) => {
        if (name === own) take({ ...stored, [part]: value });
      },
      ME,
    ),
  );
  const stops = [...follow, onReload(load)];
  return () => stops.forEach((stop) => stop());
});

/** Names the roles the reader works in, the first one first; an empty list: none. */
export function setMyRoles(references: readonly string[]): void {
  const values = storedRoles(references);
  take(values);
  for (const [part, name] of NAMES) {
    // None is no value: a page that finds the data cleared must not write one.
    if (values[part] !== readValue(name)) writeValue(name, values[part], ME);
  }
}
