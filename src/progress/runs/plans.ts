/** What is planned for steps of a run, beyond the handbook's own time limits: by which day, and by whom. */
import type { Day } from '../../model/day.ts';

/** The owner whom the reader is: offered as a word, stored as it is. */
export const SELF = '自己';

/** Longest owner, in characters: a name or a post, no sentence. */
export const OWNER_MAX = 20;

/** Where two steps became one, the day that comes first holds. */
export function soonerDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/**
 * The owners under the ids that the steps have in the new text. Where two steps became one, both do it:
 * nobody is forgotten.
 */
export function rekeyedOwners(
  owners: ReadonlyMap<string, string>,
  renamed: ReadonlyMap<string, string>,
): Map<string, string> {
  const result = new Map<string, string>();
  for (const [step, owner] of owners) {
    const now = renamed.get(step) ?? step;
    const other = result.get(now);
    result.set(now, other === undefined ? owner : bothOwners(other, owner));
  }
  return result;
}

/** In one order, whichever step was given its owner first: every device folds alike. */
function bothOwners(a: string, b: string): string {
  return a === b ? a : [a, b].sort().join('、');
}
