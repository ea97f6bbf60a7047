/** Judging what comes from the storage or from a file, before it is trusted. */

/** How a value is judged; a usable one comes back in the shape of this version. */
export type Verdict<T> = { readonly value: T } | 'damaged' | 'newer';

/** The farthest moment from the epoch that a `Date` can tell, in milliseconds. */
export const MAX_TIME = 8.64e15;

/** How deeply a value may be nested; ours stay below ten levels. */
const MAX_DEPTH = 64;

/**
 * Parses a text as JSON and judges what is in it. A value nested so deeply that writing it again
 * could overflow the stack is damaged, whatever it says.
 */
export function judgeText<T>(text: string, judge: (value: unknown) => Verdict<T>): Verdict<T> {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeperThan(MAX_DEPTH, value) ? 'damaged' : judge(value);
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
