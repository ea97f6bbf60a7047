/** Parsing what comes from the storage or from a file, before it is trusted. */

/** What parsing gives: a usable value comes back in the shape of this version. */
export type Parsed<T> = { readonly value: T } | 'damaged' | 'newer';

/** The farthest moment from the epoch that a `Date` can tell, in milliseconds. */
export const MAX_TIME = 8.64e15;

/** How deeply a value may be nested; ours stay below ten levels. */
const MAX_DEPTH = 64;

/**
 * Parses a text as JSON, and what is in it. A value nested so deeply that writing it again
 * could overflow the stack is damaged, whatever it says.
 */
export function parseStored<T>(text: string, parse: (value: unknown) => Parsed<T>): Parsed<T> {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeperThan(MAX_DEPTH, value) ? 'damaged' : parse(value);
  } catch {
    return 'damaged';
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeperThan(levels - 1, each));
}

/** True when a value says that it is of a later version than the given one. */
export function isOfVersionAfter(version: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('v' in value)) return false;
  return Number.isInteger(value.v) && (value.v as number) > version;
}

/** True for an object that is no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
