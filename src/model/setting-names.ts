/**
 * Keys in the browser's storage, and the names of settings: what every page carries of the names of
 * stored values (`storage-names.ts`).
 */

/** The key under which a name lies in the browser's storage. @param site what all keys of the site begin with */
export const storageKey = (site: string, name: string) => `${site}:${name}`;

/**
 * What is stored once for the whole site: own role, further own roles, theme, last page read, time
 * of the last export, recent queries, phrase handed to the page that opens next, whether the reader has
 * put away what is said in chat apps, who hands receipts over from here, whether a training plan is open,
 * the edition whose changes the reader has put away, how many review questions come on which day.
 */
export type Setting =
  | 'role'
  | 'also'
  | 'theme'
  | 'last'
  | 'exported'
  | 'queries'
  | 'found'
  | 'chat'
  | 'learner'
  | 'plans'
  | 'seen'
  | 'review';

export const settingName = (setting: Setting) => `set:${setting}`;
