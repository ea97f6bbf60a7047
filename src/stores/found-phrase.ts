/**
 * The phrase that a result was found by, handed to the page it leads to. It goes by storage and not by
 * the address: a query string would reach the host, and a text fragment (`#id:~:text=`) hides the id
 * from browsers that do not know it. It is taken once, and soon forgotten.
 */
import { readValue, writeValue } from './storage';

const NAME = 'set:found';

/** The event that tells the open page of a phrase that was handed to it. */
export const FOUND = 'found-phrase';

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
  writeValue(NAME, JSON.stringify({ ...phrase, at: now }));
}

/** Takes the phrase that was handed to this page; `undefined` when there is none. */
export function takeFoundPhrase(path: string, now: number): FoundPhrase | undefined {
  const text = readValue(NAME);
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as { path?: unknown; terms?: unknown; at?: unknown };
    const { terms, at } = value;
    const isOld = typeof at !== 'number' || now - at > LASTS || at > now;
    if (!isOld && value.path !== path) return undefined;
    writeValue(NAME, undefined);
    if (isOld || !Array.isArray(terms)) return undefined;
    return { path, terms: terms.filter((term): term is string => typeof term === 'string') };
  } catch {
    writeValue(NAME, undefined);
    return undefined;
  }
}
