/** Judging what comes from the storage or from a file, before it is trusted. */

/** How a value is judged; a usable one comes back in the shape of this version. */
export type Verdict<T> = { readonly value: T } | 'damaged' | 'newer';

/** Parses a text as JSON and judges what is in it. */
export function judgeText<T>(text: string, judge: (value: unknown) => Verdict<T>): Verdict<T> {
  try {
    return judge(JSON.parse(text));
  } catch {
    return 'damaged';
  }
}

/** True when a value says that it is of a later version than the given one. */
export function isOfVersionAfter(version: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('v' in value)) return false;
  return Number.isInteger(value.v) && (value.v as number) > version;
}
