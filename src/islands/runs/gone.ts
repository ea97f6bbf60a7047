import type { ComponentChild } from 'preact';

/** What stands in the place of a run that was taken out of a list. */
export interface Gone {
  /** Id of the run. */
  readonly run: string;
  /** Id of the run that stood before it; absent for the first one. */
  readonly after: string | undefined;
  readonly toast: ComponentChild;
}

/**
 * The runs of a list, with what tells of those that are gone in the places that these had.
 *
 * @param gone in the order in which they went
 */
export function withGone<Run extends { readonly id: string }>(
  runs: readonly Run[],
  gone: readonly Gone[],
): (Run | Gone)[] {
  const list: (Run | Gone)[] = [...runs];
  // The last one that went first: those that went before may have stood behind it.
  for (const each of [...gone].reverse()) {
    const before = list.findIndex(
      (other) => ('run' in other ? other.run : other.id) === each.after,
    );
    list.splice(before + 1, 0, each);
  }
  return list;
}
