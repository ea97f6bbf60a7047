/** Drafted lines that may honestly be one: items of one page in which one word took the place of another, and no more. */
import type { ChangeKind } from '../../model/vocabulary.ts';
import { pageOf } from './register-view.ts';

/** A line to be drafted. */
export interface Entry {
  readonly reference: string;
  /** Items of the page that `reference` names, by their ids: the line is of them. */
  readonly items?: readonly string[];
  readonly kind: ChangeKind;
  readonly remarks: readonly string[];
  /** The whole of the change, where it is one word for another. */
  readonly swap?: Swap;
}

export interface Swap {
  readonly from: string;
  readonly to: string;
}

/** Least characters of a word: one alone stands for too much. */
const LEAST = 2;

/**
 * The one word that took the place of another.
 *
 * @param before lines that are no more, in their order
 * @param after lines that stand in their place
 * @returns `undefined` where more has changed, or less than a word
 */
export function swapOf(before: readonly string[], after: readonly string[]): Swap | undefined {
  const [old = '', now = ''] = [before[0], after[0]];
  if (old === '' || before.length !== after.length) return undefined;
  let start = 0;
  while (old[start] === now[start] && start < Math.min(old.length, now.length)) start += 1;
  let end = 0;
  const longest = Math.min(old.length, now.length) - start;
  while (end < longest && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  // A word that is longer than what differs in it: its end first, then its beginning.
  while (old.length - end - start < LEAST && end > 0) end -= 1;
  while (old.length - end - start < LEAST && start > 0) start -= 1;
  const [from, to] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  if (from.length < LEAST || to === '') return undefined;
  return before.every((line, index) => line.replaceAll(from, to) === after[index])
    ? { from, to }
    : undefined;
}

/** The entries with those of one page and one swap as one, where the first of them stood. */
export function folded(entries: readonly Entry[]): Entry[] {
  const keyOf = ({ reference, kind, swap }: Entry) =>
    swap && kind === 'changed' && reference.includes('#')
      ? JSON.stringify([pageOf(reference), swap])
      : undefined;
  const groups = Map.groupBy(entries, keyOf);
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    const group = key === undefined ? [] : (groups.get(key) ?? []);
    if (!entry.swap || group.length < 2) return [entry];
    if (group[0] !== entry) return [];
    const { from, to } = entry.swap;
    return [
      {
        reference: pageOf(entry.reference),
        items: group.map(({ reference }) => reference.slice(reference.indexOf('#') + 1)),
        kind: 'changed',
        remarks: [
          `这 ${String(group.length)} 条只是“${from}”改成了“${to}”，记成一行；有一条要另说的，从 items 里拿出来另写一行`,
        ],
        swap: entry.swap,
      },
    ];
  });
}
