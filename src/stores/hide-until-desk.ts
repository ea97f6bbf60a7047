/**
 * The home page and 今天 of a reader who has something on the desk (open runs, own roles, a page read last, a
 * training plan):
 * what stands below would be pushed down when the desk is read, so nothing of it is shown before.
 */
import { settingName, storageKey } from '../model/setting-names.ts';
import { EVENTS } from '../model/storage-names.ts';
import { SITE_KEY } from './site-key.ts';

/** Milliseconds after which the page is shown as it is, should what draws the desk not arrive. */
const PATIENCE = 2_000;

/** The script that runs before paint, as text for the page's head, like `themeScript`. */
export function hideUntilDeskScript(): string {
  const runs = JSON.stringify(storageKey(SITE_KEY, EVENTS));
  const settings = (['role', 'also', 'last', 'plans'] as const).map((setting) =>
    JSON.stringify(storageKey(SITE_KEY, settingName(setting))),
  );
  const isSetting = settings.map((name) => `k===${name}`).join('||');
  return [
    `try{var d=document.documentElement.dataset,s=localStorage,i=s.length,k;`,
    `while(i--){k=s.key(i);if(k.startsWith(${runs})||${isSetting})d.desk="awaited"}`,
    `d.desk&&setTimeout(function(){delete d.desk},${PATIENCE})}catch(e){}`,
  ].join('');
}

/** True while the page is hidden: there was something on the desk before the first paint. */
export function isPageHidden(): boolean {
  return document.documentElement.dataset['desk'] !== undefined;
}

/** Shows the page, now that the desk stands. */
export function showPage(): void {
  delete document.documentElement.dataset['desk'];
}
