/** What of items with a source is not the source's: old manuals say what to do, and hardly how often or how well. */

/** The fields of an item that sources do not speak of, by what pages call them. */
const FIELDS = [
  ['cadence', '周期'],
  ['doneWhen', '做到什么样'],
  ['why', '为什么'],
] as const;

type Item = Partial<Record<(typeof FIELDS)[number][0], string | undefined>> & {
  /** What it takes from the sources; none: the editors wrote all of it, and it is marked. */
  readonly from: readonly unknown[];
};

/** A sentence for the head of a section of items; `undefined` where there is nothing to say. */
export function editorsPart(items: readonly Item[]): string | undefined {
  const sourced = items.filter(({ from }) => from.length > 0);
  const words = FIELDS.filter(([field]) => sourced.some((item) => item[field]));
  if (words.length === 0) return undefined;
  const names = words.map(([, word]) => word).join('、');
  return `没有标“编者补充”的条目，要求出自旧手册；${names}${words.length > 1 ? '都' : ''}是编者写的。`;
}
