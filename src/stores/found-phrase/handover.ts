/**
 * The phrase that a result was found by, handed to the page it leads to. It goes by storage and not by
 * the address: a query string would reach the host, and a text fragment (`#id:~:text=`) hides the id
 * from browsers that do not know it. It is taken once, and soon forgotten.
 */
import { FOUND_NAME } from './pending.ts';
import { readBestEffort, writeBestEffort } from '../best-effort-storage.ts';

/** How long a page may take to open, in milliseconds. */
const LASTS = 30_000;

export interface FoundPhrase {
  /** Path of the page it was found on, with the base. */
  readonly path: string;
  /** The terms, as the search compares them. */
  readonly terms: readonly string[];
}

/** Hands a phrase to the page that opens next. */
export function handOver(phrase: FoundPhrase, now: number): void {
  writeBestEffort(FOUND_NAME, JSON.stringify({ ...phrase, at: now }));
}

/** Takes the phrase that was handed to this page; `undefined` when there is none. */
export function takeFoundPhrase(path: string, now: number): FoundPhrase | undefined {
  const text = readBestEffort(FOUND_NAME);
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as { path?: unknown; terms?: unknown; at?: unknown };
    const { terms, at } = value;
    const isOld = typeof at !== 'number' || now - at > LASTS || at > now;
    if (!isOld && value.path !== path) return undefined;
    writeBestEffort(FOUND_NAME, undefined);
    if (isOld || !Array.isArray(terms)) return undefined;
    return { path, terms: terms.filter((term): term is string => typeof term === 'string') };
  } catch {
    writeBestEffort(FOUND_NAME, undefined);
    return undefined;
  }
}
