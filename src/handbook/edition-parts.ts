/** Where an edition tells of a change: on the page of editions, or on a page of its own where it is long. */
import { currentName } from '../model/moves.ts';
import { PLANS_PAGE } from '../model/plan-slug.ts';
import { parseReference } from '../model/reference.ts';
import type { Edition } from '../schemas/edition.ts';
import type { Site } from './types.ts';

/** Most changes that stand on the page of editions itself: some 12 kB. */
const LONGEST = 120;

/** What belongs to no published handbook alone: the glossary, and what left for a handbook that is not published. */
export const SHARED_PART = 'glossary';

/** True for an edition that has a page for each handbook. */
export function isSplit({ changes }: Pick<Edition, 'changes'>): boolean {
  return changes.length > LONGEST;
}

/** The handbook that a change is told under, or `PLANS_PAGE`, else `SHARED_PART`. @param ref as the edition names it */
export function partOf({ handbooks, register }: Site, ref: string): string {
  const { page } = parseReference(currentName(register.moved, ref));
  const [top = ''] = page.split('/');
  const isOwn = top === PLANS_PAGE || handbooks.some(({ slug }) => slug === top);
  return isOwn ? top : SHARED_PART;
}

/** Path of one part of an edition that is split, without the base. */
export function partPath({ number }: Pick<Edition, 'number'>, part: string): string {
  return `/editions/${number}/${part}/`;
}

/** The id of a change's entry. @param ref as the edition names it */
export function changeAnchor({ number }: Pick<Edition, 'number'>, ref: string): string {
  return `edition-${number}-${ref.replaceAll(/[/#]/g, '-')}`;
}

/** Where an edition tells of a change: root-relative path with fragment, without the base. */
export function changePath(site: Site, edition: Edition, ref: string): string {
  const page = isSplit(edition) ? partPath(edition, partOf(site, ref)) : '/editions/';
  return `${page}#${changeAnchor(edition, ref)}`;
}

/**
 * Where the entries of editions stand that have pages of their own: paths without the base, by what the ids of
 * entries begin with. What has gone to another handbook than its id says is named whole.
 */
export function entryPaths(site: Site): Record<string, string> {
  const paths = site.editions.filter(isSplit).flatMap((edition) =>
    edition.changes.flatMap(({ ref }): [string, string][] => {
      const [top = ''] = parseReference(ref).page.split('/');
      const part = partOf(site, ref);
      const path = partPath(edition, part);
      return [
        [changeAnchor(edition, part), path],
        ...(top === part ? [] : [[changeAnchor(edition, ref), path] as [string, string]]),
      ];
    }),
  );
  return Object.fromEntries(paths);
}
