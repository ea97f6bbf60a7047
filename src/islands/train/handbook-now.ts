/** What training needs of the present handbook: fetched when there is a plan, once in a page. */
import { href } from '../../model/address.ts';
import { trainingPath, type TrainingHandbook } from '../../model/plan-data.ts';
import { SECTION_LABEL, SECTION_LETTER } from '../../model/vocabulary.ts';
import {
  presentName,
  retirementOf,
  revisionOf,
  type MaterialChanges,
  type TrainingData,
} from '../../model/training-data.ts';

/** What an item is called, and where it is read. */
export interface ItemNow {
  readonly text: string;
  /** What it is: `B 工作流程`; of an item, the title of its page. */
  readonly kind: string;
  /** Root-relative path with fragment, without the base. */
  readonly path: string;
}

export interface HandbookNow {
  readonly data: TrainingData;
  /** The name that a reference has now. */
  readonly nameNow: (ref: string) => string;
  /** The present revision; `undefined` for what is there no longer. @param ref its present name */
  readonly revs: (ref: string) => number | undefined;
  /** @param ref its present name */
  readonly itemOf: (ref: string) => ItemNow | undefined;
  /** Why an item is no more, where the register says it. */
  readonly goneWhy: (ref: string) => string | undefined;
}

const files = new Map<string, Promise<unknown>>();

/** @throws Error when it cannot be had; the next call tries again */
function fetchData<T>(path: string): Promise<T> {
  const begun = files.get(path);
  if (begun) return begun as Promise<T>;
  const loading = fetch(href(path)).then((response) => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json() as Promise<unknown>;
  });
  loading.catch(() => files.delete(path));
  files.set(path, loading);
  return loading as Promise<T>;
}

/** The material changes in the editions' words. @throws Error when they cannot be had */
export const fetchChanges = () => fetchData<MaterialChanges>('/data/changes.json');

/** The moves, revisions and working days alone. @throws Error when they cannot be had */
export const fetchTrainingData = () => fetchData<TrainingData>('/data/training.json');

/**
 * What there is of some references.
 *
 * @param refs by any name they have had
 * @throws Error when it cannot be had
 */
export async function fetchHandbook(refs: readonly string[]): Promise<HandbookNow> {
  const data = await fetchTrainingData();
  const nameNow = (ref: string) => presentName(data, ref);
  const wanted = new Set(refs.map((ref) => nameNow(ref).split(/[/#]/)[0] ?? ''));
  const handbooks = await Promise.all(
    data.handbooks
      .filter((slug) => wanted.has(slug))
      .map((slug) => fetchData<TrainingHandbook>(trainingPath(slug))),
  );
  const known = new Map(handbooks.flatMap(itemsIn));
  return {
    data,
    nameNow,
    itemOf: (ref) => known.get(ref),
    revs: (ref) => (known.has(ref) ? revisionOf(data, ref) : undefined),
    goneWhy: (ref) => retirementOf(data, ref),
  };
}

function itemsIn({ pages }: TrainingHandbook): [string, ItemNow][] {
  return pages.flatMap(({ ref, title, section, path, items }): [string, ItemNow][] => [
    [ref, { text: title, kind: `${SECTION_LETTER[section]} ${SECTION_LABEL[section]}`, path }],
    ...items.map(({ id, text }): [string, ItemNow] => [
      `${ref}#${id}`,
      { text, kind: title, path: `${path}#${id}` },
    ]),
  ]);
}
