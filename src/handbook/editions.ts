/** The editions, as readers see them. */
import type { Edition, EditionChange } from '../schemas/edition.ts';
import { currentName } from '../model/moves.ts';
import { PLANS_PAGE } from '../model/plan-slug.ts';
import { parseReference } from '../model/reference.ts';
import { destinationOf, itemText, type Destination } from './former-pages.ts';
import type { Handbook, PublishedEdition, Site } from './types.ts';

export interface ShownChange extends EditionChange {
  /** Absent when what changed is gone for good. */
  readonly to?: Destination;
}

/** The edition that is published now. @throws Error when there is none */
export function currentEdition(site: Site): PublishedEdition {
  const newest = site.editions[0];
  if (!newest) throw new Error('content/editions/ has no edition; the first one is 1.yaml');
  return newest;
}

/** The changes of an edition with where each leads. */
export function changesOf(site: Site, edition: Edition): ShownChange[] {
  return edition.changes.map((change) => {
    const to = destinationOf(site, change.ref);
    return { ...change, ...(to ? { to } : {}) };
  });
}

/** A change as the page of editions lists it. */
export interface ListedChange extends EditionChange {
  /** What it is of, where that is not the whole page. */
  readonly item?: { readonly path: string; readonly text: string };
  /** True for the first of several changes of one reference: that one has the anchor. */
  readonly isFirst: boolean;
}

/** The changes of one page. */
export interface ChangeGroup {
  /** Its reference; `glossary` for terms. */
  readonly page: string;
  readonly title: string;
  /** Absent when the page is gone for good. */
  readonly path?: string;
  readonly changes: readonly ListedChange[];
}

/** The changes of one handbook: those that readers have to act on, and the others. */
export interface ChangeSection {
  /** Absent for what belongs to no handbook alone: training plans, the glossary. */
  readonly handbook?: Handbook;
  readonly title: string;
  readonly material: readonly ChangeGroup[];
  readonly others: readonly ChangeGroup[];
}

/** The changes of an edition by handbook and page, in the order of the site. */
export function changeSections(site: Site, edition: Edition): ChangeSection[] {
  const seen = new Set<string>();
  const listed = edition.changes.map((change) => {
    const now = parseReference(currentName(site.register.moved, change.ref));
    const isFirst = !seen.has(change.ref);
    seen.add(change.ref);
    const to = now.id ? destinationOf(site, change.ref) : undefined;
    const page = site.pages.get(now.page);
    const text = (page && now.id && itemText(page, now.id)) ?? to?.title;
    return {
      page: now.page,
      change: { ...change, isFirst, ...(to && text ? { item: { path: to.path, text } } : {}) },
    };
  });
  const order = site.handbooks.flatMap(({ slug, pages }) => [
    slug,
    ...pages.map(({ reference }) => reference),
  ]);
  const places = new Map(order.map((page, place) => [page, place]));
  const placeOf = (page: string) => places.get(page) ?? order.length;
  const groupsOf = (isOurs: (page: string) => boolean, material: boolean): ChangeGroup[] => {
    const groups = new Map<string, ListedChange[]>();
    for (const { page, change } of listed) {
      if (!isOurs(page) || change.material !== material) continue;
      groups.set(page, [...(groups.get(page) ?? []), change]);
    }
    return [...groups]
      .sort(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([page, changes]) => {
        const to = destinationOf(site, page);
        const title = isPlan(page) ? '培训计划' : (to?.title ?? page);
        return { page, title, changes, ...(to ? { path: to.path } : {}) };
      });
  };
  const isOf = (slug: string) => (page: string) => page === slug || page.startsWith(`${slug}/`);
  const isPlan = (page: string) => page === PLANS_PAGE;
  const isOther = (page: string) =>
    !isPlan(page) && !site.handbooks.some(({ slug }) => isOf(slug)(page));
  const sections: ChangeSection[] = [
    ...site.handbooks.map((handbook) => ({
      handbook,
      title: handbook.title,
      material: groupsOf(isOf(handbook.slug), true),
      others: groupsOf(isOf(handbook.slug), false),
    })),
    { title: '培训计划', material: groupsOf(isPlan, true), others: groupsOf(isPlan, false) },
    { title: '术语表', material: groupsOf(isOther, true), others: groupsOf(isOther, false) },
  ];
  return sections.filter(({ material, others }) => material.length + others.length > 0);
}
