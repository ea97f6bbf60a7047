/** What sites of this kind at other base paths keep on this origin, e.g. this one before it moved. */
import { siteOfKey } from '../model/parse-storage-name.ts';
import { storageKey } from '../model/setting-names.ts';
import { allKeys, backend } from './storage/backend.ts';
import { SITE_KEY } from './site-key.ts';

/** The prefixes under which other sites of this kind keep values on this origin, with how many. */
export function otherPrefixes(): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of allKeys()) {
    const prefix = siteOfKey(key);
    if (prefix && prefix !== SITE_KEY) found.set(prefix, (found.get(prefix) ?? 0) + 1);
  }
  return found;
}

/** All values under another prefix, e.g. that of the site before it moved. */
export function valuesUnder(prefix: string): Record<string, string> {
  const values: [string, string][] = [];
  for (const key of allKeys()) {
    if (!key.startsWith(storageKey(prefix, ''))) continue;
    const value = backend()?.getItem(key);
    if (typeof value === 'string') values.push([key.slice(storageKey(prefix, '').length), value]);
  }
  return Object.fromEntries(values); // not by assignment: a key may be called `__proto__`
}
