/** What pages that show training need of the present handbook, fetched when there is a plan. */
import { currentName, type Move } from './moves.ts';
import type { Section } from './vocabulary.ts';
import type { Holidays } from './workdays.ts';

/** `current/training.json` */
export interface TrainingData {
  /** Number of the edition that is published now. */
  readonly edition: number;
  /** The handbooks that are published, each with a file of its own (`plan-data.ts`). */
  readonly handbooks: readonly string[];
  /** What a page of each section is: `B 工作流程`. Said here, since every page would carry the vocabulary. */
  readonly sections: Readonly<Record<Section, string>>;
  /** Revisions above the first, by present reference. */
  readonly revisions: Readonly<Record<string, number>>;
  readonly moved: readonly Move[];
  /** Why, by the reference that was retired. */
  readonly retired: Readonly<Record<string, string>>;
  readonly holidays: Holidays;
}

/** A change after which something has to be confirmed again, in the edition's own words. */
export interface MaterialChange {
  readonly edition: number;
  readonly what: string;
  readonly why: string;
  /** What of the page it is of, by present references: an edition can change several items by one line. */
  readonly refs: readonly string[];
  /** Where the edition tells of it: root-relative path with fragment, without the base. */
  readonly path: string;
}

/** `current/changes.json`: material changes by page, the newest first. */
export type MaterialChanges = Readonly<Record<string, readonly MaterialChange[]>>;

/** The revision of everything that no material change has touched. */
const FIRST_REVISION = 1;

/** The name that a reference has now. */
export function presentName({ moved }: TrainingData, reference: string): string {
  return currentName(moved, reference);
}

/** The revision of an item or a page. @param reference any name it has had */
export function revisionOf(data: TrainingData, reference: string): number {
  const name = presentName(data, reference);
  return Object.hasOwn(data.revisions, name)
    ? (data.revisions[name] ?? FIRST_REVISION)
    : FIRST_REVISION;
}

/** Why an item is no more; `undefined` as long as it, or its page, has not been retired. */
export function retirementOf(data: TrainingData, reference: string): string | undefined {
  const name = presentName(data, reference);
  const [page = ''] = name.split('#');
  return [name, page].flatMap((each) =>
    Object.hasOwn(data.retired, each) ? (data.retired[each] ?? []) : [],
  )[0];
}

/**
 * The changes because of which something that was confirmed is to be confirmed again, the newest first. What
 * was changed of a page's items concerns the page too.
 *
 * @param since the revision that was confirmed
 */
export function changesSince(
  changes: MaterialChanges,
  reference: string,
  since: number,
): readonly MaterialChange[] {
  const [page = ''] = reference.split('#');
  const all = Object.hasOwn(changes, page) ? (changes[page] ?? []) : [];
  const isOfPage = page === reference;
  return all.filter(
    ({ refs, edition }) => edition > since && (isOfPage || refs.includes(reference)),
  );
}
