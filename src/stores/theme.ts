/** Light or dark: the reader's choice, applied before the first paint. */
import { settingName, storageKey } from '../model/setting-names.ts';
import { SITE_KEY } from './site-key.ts';
import { readBestEffort, writeBestEffort } from './best-effort-storage.ts';

export type Theme = 'auto' | 'light' | 'dark';

const NAME = settingName('theme');

/**
 * The script that runs before paint, as text for the page's head: it cannot wait for a module, and
 * reading the storage can throw where it is blocked.
 */
export function themeScript(): string {
  const key = JSON.stringify(storageKey(SITE_KEY, NAME));
  return `try{var t=localStorage.getItem(${key});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;
}

/** The theme that was chosen; `auto` follows the system. */
export function readTheme(): Theme {
  const value = readBestEffort(NAME);
  return value === 'light' || value === 'dark' ? value : 'auto';
}

/** Keeps the choice and applies it to the page. */
export function chooseTheme(theme: Theme): void {
  writeBestEffort(NAME, theme === 'auto' ? undefined : theme);
  applyTheme(theme);
}

/** Applies a theme to the page without keeping it. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
