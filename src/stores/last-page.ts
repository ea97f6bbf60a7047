/** The last handbook page that was read, to go on where one left off. */
import { settingName } from '../model/setting-names.ts';
import { readBestEffort, writeBestEffort } from './best-effort-storage.ts';

const NAME = settingName('last');

export interface LastPage {
  /** Root-relative path, without the base. */
  readonly path: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Number of the edition it was read in; absent in what earlier versions of the site noted. */
  readonly edition?: number | undefined;
}

/** Name of the value that tells which edition was seen last, where the last page does not (`seen-edition.ts`). */
export const SEEN = settingName('seen');

/**
 * Notes the page being read. Before one of another edition takes its place, what the page before tells of
 * the edition seen last is kept; nothing is written of who reads one edition alone.
 */
export function rememberPage(page: LastPage): void {
  const before = readLastPage();
  if (before && before.edition !== page.edition && !readBestEffort(SEEN)) {
    writeBestEffort(SEEN, String(before.edition ?? before.at));
  }
  writeBestEffort(NAME, JSON.stringify(page));
}

/** The page that was noted last; `undefined` when there is none, or nothing readable. */
export function readLastPage(): LastPage | undefined {
  try {
    const value: unknown = JSON.parse(readBestEffort(NAME) ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    const { path, title, at, edition } = value as Record<string, unknown>;
    // The path becomes a link: it must stay on this site. Browsers drop tabs and line ends in links.
    if (typeof path !== 'string' || !/^\/(?![/\\])\S*$/.test(path)) return undefined;
    if (typeof title !== 'string' || typeof at !== 'number') return undefined;
    return { path, title, at, edition: Number(edition) || undefined };
  } catch {
    return undefined;
  }
}
