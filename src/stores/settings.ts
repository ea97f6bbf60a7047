/**
 * Small choices of the reader that islands show, one key each.
 */
import { persistentAtom, setPersistentEngine } from '@nanostores/persistent';
import { settingName, storageKey } from '../model/storage-names.ts';
import { SITE_KEY } from './site-key.ts';
import { onReload, onValueChange } from './storage/changes.ts';
import { readValue, writeValue } from './storage/values.ts';

type PersistentListener = (event: { key: string; newValue: string | null }) => void;

const nameOf = (key: string) => key.slice(storageKey(SITE_KEY, '').length);
const subscriptions = new Map<unknown, () => void>();

// @nanostores/persistent writes without a guard; ours keeps the value in memory and reports.
setPersistentEngine(
  new Proxy<Record<string, string>>(
    {},
    {
      has: (_, key) => readValue(nameOf(String(key))) !== undefined,
      get: (_, key) => readValue(nameOf(String(key))),
      set(_, key, value: string) {
        // None is no value: a page that finds the data cleared must not write one.
        writeValue(nameOf(String(key)), value === '' ? undefined : value);
        return true;
      },
      deleteProperty(_, key) {
        writeValue(nameOf(String(key)), undefined);
        return true;
      },
    },
  ),
  {
    addEventListener(key, listener, restore) {
      const stop = onValueChange(nameOf(key), (name, value) => {
        const event = { key: storageKey(SITE_KEY, name), newValue: value ?? null };
        (listener as PersistentListener)(event);
      });
      // Also after the reader cleared the site's data.
      const stopReload = onReload(() => restore());
      window.addEventListener('pageshow', restore);
      subscriptions.set(listener, () => {
        stop();
        stopReload();
      });
    },
    removeEventListener(_, listener, restore) {
      window.removeEventListener('pageshow', restore);
      subscriptions.get(listener)?.();
      subscriptions.delete(listener);
    },
  },
);

/** Reference of the role the reader called 我的岗位; empty: none yet. */
export const $myRole = persistentAtom<string>(storageKey(SITE_KEY, settingName('role')), '');

/** Names the role the reader works in. */
export function chooseMyRole(reference: string): void {
  $myRole.set(reference);
}
