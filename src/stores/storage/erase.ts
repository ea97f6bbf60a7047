/** Takes values out of the storage for good, and brings them back. */
import { announce, type Writer } from './changes.ts';
import { untouchable } from './quarantine.ts';
import { tryWrite } from './stored.ts';
import { $savedAt, retryUnsaved, unsaved } from './unsaved.ts';
import { listNames, readValue, writeValue, type Values } from './values.ts';

/**
 * Takes values out of the storage, in every tab.
 *
 * @param writer who does it, and need not hear of it
 * @returns what they were, for `putBack`
 */
export function takeOut(names: Iterable<string>, writer?: Writer): Values {
  const taken: Record<string, string | undefined> = {};
  for (const name of names) {
    taken[name] = readValue(name);
    untouchable.delete(name);
    writeValue(name, undefined, writer);
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
