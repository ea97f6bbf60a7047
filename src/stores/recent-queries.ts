/** What was searched for lately, to ask it again; stays in this browser, and can be cleared. */
import { settingName } from '../model/setting-names.ts';
import { readBestEffort, writeBestEffort } from './best-effort-storage.ts';

const NAME = settingName('queries');
const KEPT = 8;
const LONGEST = 60;

/** The queries, the latest first. */
export function readRecentQueries(): string[] {
  try {
    const value: unknown = JSON.parse(readBestEffort(NAME) ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.filter((each): each is string => typeof each === 'string').slice(0, KEPT);
  } catch {
    return [];
  }
}

/** Notes a query that led somewhere. */
export function rememberQuery(query: string): void {
  const text = query.trim().slice(0, LONGEST);
  if (!text) return;
  const others = readRecentQueries().filter((each) => each !== text);
  writeBestEffort(NAME, JSON.stringify([text, ...others].slice(0, KEPT)));
}

/** Forgets them all. */
export function clearRecentQueries(): void {
  writeBestEffort(NAME, undefined);
}
