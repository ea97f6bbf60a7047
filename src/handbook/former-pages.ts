/** What became of references that were published once: for the pages that answer at old addresses. */
import { aliasesOf as aliases, currentName, formerNames as former } from '../model/moves.ts';
import { PLANS_PAGE, planPath } from '../model/plan-slug.ts';
import { itemReference, parseReference } from '../model/reference.ts';
import { itemsOf } from './items.ts';
import type { Page, Site } from './types.ts';

/**
 * Ids under which an item was known before on its page.
 *
 * @param page reference of the page, or `glossary`
 */
export function aliasesOf(site: Site, page: string, id: string): string[] {
  return aliases(site.register.moved, itemReference(page, id));
}

/** All former full references of a page, or of an item of it. */
export function formerNames(site: Site, reference: string): string[] {
  return former(site.register.moved, reference);
}

export interface Destination {
  /** Root-relative path with fragment, without the base. */
  readonly path: string;
  readonly title: string;
}

/** Where a reference leads now; `undefined` when it is gone for good. */
export function destinationOf(site: Site, reference: string): Destination | undefined {
  if (retirementOf(site, reference)) return undefined;
  const { page: name, id } = parseReference(currentName(site.register.moved, reference));
  if (name === 'glossary') {
    const term = site.terms.find((each) => each.id === id);
    return { path: id ? `/glossary/#${id}` : '/glossary/', title: term?.term ?? '术语表' };
  }
  if (name === PLANS_PAGE) {
    const plan = site.plans.find((each) => each.id === id);
    return plan && { path: planPath(plan.id), title: plan.data.title };
  }
  const handbook = site.handbooks.find((each) => each.slug === name);
  if (handbook) return { path: handbook.path, title: handbook.title };
  const page = site.pages.get(name);
  if (!page) return undefined;
  if (!id) return { path: page.path, title: page.title };
  const text = itemText(page, id);
  return {
    path: `${page.path}#${id}`,
    title: text ? `${page.title}：${text}` : page.title,
  };
}

/** What an item of a page says; `undefined` for what is none: a group, a phase, an end. */
export function itemText(page: Page, id: string): string | undefined {
  return itemsOf(page).find((item) => item.id === id)?.text;
}

/** An item that stood on a page once. */
export interface Departed {
  readonly id: string;
  /** Absent when it was retired. */
  readonly to?: Destination;
  /** Why it was retired. */
  readonly why?: string;
}

/**
 * The items that left a page which is still there: each keeps an anchor on it.
 *
 * @param page reference of the page, or `glossary`
 */
export function departedFrom(site: Site, page: string): Departed[] {
  const prefix = `${page}#`;
  const { moved, retired } = site.register;
  const left = [...moved.map(({ from }) => from), ...retired.map(({ ref }) => ref)]
    .filter((reference) => reference.startsWith(prefix))
    .flatMap((reference): Departed[] => {
      const id = reference.slice(prefix.length);
      const why = retirementOf(site, reference)?.why;
      if (why !== undefined) return [{ id, why }];
      const name = currentName(moved, reference);
      // What was renamed on its page has its anchor in the item itself.
      if (name.startsWith(prefix)) return [];
      const to = destinationOf(site, name);
      return [{ id, ...(to ? { to } : {}) }];
    });
  return left.filter(({ id }, index) => left.findIndex((other) => other.id === id) === index);
}

/** A page that is no longer at its address. */
export interface FormerPage {
  readonly reference: string;
  /** Absent when it was retired. */
  readonly to?: Destination;
  /** Why it was retired. */
  readonly why?: string;
  readonly since: string;
  /** Items that went elsewhere than their page. */
  readonly items: readonly Departed[];
}

/** All pages that moved or were retired; those of a handbook that is not published where they moved out of it. */
export function formerPages(site: Site): FormerPage[] {
  const { moved, retired } = site.register;
  const isPage = (reference: string) => !reference.includes('#');
  const gone = [
    ...moved.map(({ from, since }) => ({ reference: from, since })),
    ...retired.map(({ ref, since }) => ({ reference: ref, since })),
  ];
  return gone
    .filter(({ reference }) => isPage(reference))
    .map(({ reference, since }) => {
      const why = retirementOf(site, reference)?.why;
      const to = why === undefined ? destinationOf(site, reference) : undefined;
      const items = itemsLeft(site, reference);
      return { reference, since, items, ...(to ? { to } : {}), ...(why ? { why } : {}) };
    })
    .filter(({ reference, to }) => to || !site.leftOut.includes(reference.split('/')[0] ?? ''));
}

/** The items of a former page that went elsewhere, from whichever of its addresses they left. */
function itemsLeft(site: Site, page: string): Departed[] {
  const away = site.pages.has(page) ? [] : departedFrom(site, page).filter(({ to }) => to);
  const next = site.register.moved.find(({ from }) => from === page);
  return next ? [...away, ...itemsLeft(site, next.to)] : away;
}

/** The retirement in which a reference, or its page, has ended. */
function retirementOf(site: Site, reference: string) {
  const name = currentName(site.register.moved, reference);
  const { page } = parseReference(name);
  return site.register.retired.find(({ ref }) => ref === name || ref === page);
}
