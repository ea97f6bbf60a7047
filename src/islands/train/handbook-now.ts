/** The present handbook, as training asks for it. */
import { trainingPath, type TrainingHandbook } from '../../model/plan-data.ts';
import {
  presentName,
  retirementOf,
  revisionOf,
  type TrainingData,
} from '../../model/training-data.ts';
import { fetchData } from '../shared/fetch-data.ts';
import { fetchTrainingData } from './fetch-data.ts';

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
  const known = new Map(handbooks.flatMap((each) => itemsIn(each, data)));
  return {
    data,
    nameNow,
    itemOf: (ref) => known.get(ref),
    revs: (ref) => (known.has(ref) ? revisionOf(data, ref) : undefined),
    goneWhy: (ref) => retirementOf(data, ref),
  };
}

function itemsIn({ pages }: TrainingHandbook, { sections }: TrainingData): [string, ItemNow][] {
  return pages.flatMap(({ ref, title, section, path, items }): [string, ItemNow][] => [
    [ref, { text: title, kind: sections[section], path }],
    ...items.map(({ id, text }): [string, ItemNow] => [
      `${ref}#${id}`,
      { text, kind: title, path: `${path}#${id}` },
    ]),
  ]);
}
