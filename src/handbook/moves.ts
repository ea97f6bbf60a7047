/** What became of references that were published once: for the pages that answer at old addresses. */
import { aliasesOf as aliases, currentName, formerNames as former } from '../model/moves';
import { parseReference } from '../model/reference';
import type { Register } from '../schemas/register';
import { itemsOf } from './items';
import type { Page, Site } from './site';

export type Moves = Pick<Register, 'moved' | 'retired'>;

/** Ids under which an item of a page was known before. */
export function aliasesOf(site: Site, page: Page, id: string): string[] {
  return aliases(site.register.moved, `${page.reference}#${id}`);
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
  const { page: name, id } = parseReference(currentName(site.register.moved, reference));
  if (name === 'glossary') {
    const term = site.terms.find((each) => each.id === id);
    return { path: id ? `/glossary/#${id}` : '/glossary/', title: term?.term ?? '术语表' };
  }
  const handbook = site.handbooks.find((each) => each.slug === name);
  if (handbook) return { path: handbook.path, title: handbook.title };
  const page = site.pages.get(name);
  if (!page) return undefined;
  if (!id) return { path: page.path, title: page.title };
  const text = itemsOf(page).find((item) => item.id === id)?.text;
  return {
    path: `${page.path}#${id}`,
    title: text ? `${page.title}：${text}` : page.title,
  };
}

/** An item that stood on a page once. */
export interface Departed {
  readonly id: string;
  /** Absent when it was retired. */
  readonly to?: Destination;
  /** Why it was retired. */
  readonly why?: string;
}

/** The items that left a page which is still there: each keeps an anchor on it. */
export function departedFrom(site: Site, page: Page): Departed[] {
  const prefix = `${page.reference}#`;
  const { moved, retired } = site.register;
  const left = moved
    .filter(({ from }) => from.startsWith(prefix))
    .flatMap(({ from }) => {
      const to = destinationOf(site, from);
      const stayed = to?.path.startsWith(`${page.path}#`);
      return stayed ? [] : [{ id: from.slice(prefix.length), ...(to ? { to } : {}) }];
    });
  const gone = retired
    .filter(({ ref }) => ref.startsWith(prefix))
    .map(({ ref, why }) => ({ id: ref.slice(prefix.length), why }));
  return [...left, ...gone];
}

/** A page that is no longer at its address. */
export interface FormerPage {
  readonly reference: string;
  readonly to?: Destination;
  readonly why?: string;
  readonly since: string;
  /** Items that went elsewhere than their page: id → root-relative path with fragment. */
  readonly items: Readonly<Record<string, string>>;
}

/** All pages that moved or were retired. */
export function formerPages(site: Site): FormerPage[] {
  const { moved, retired } = site.register;
  const isPage = (reference: string) => !reference.includes('#');
  const itemsLeft = (page: string) =>
    Object.fromEntries(
      moved
        .filter(({ from }) => from.startsWith(`${page}#`))
        .flatMap(({ from }) => {
          const to = destinationOf(site, from);
          return to ? [[from.slice(page.length + 1), to.path] as const] : [];
        }),
    );
  return [
    ...moved
      .filter(({ from }) => isPage(from))
      .map(({ from, since }) => {
        const to = destinationOf(site, from);
        return { reference: from, since, items: itemsLeft(from), ...(to ? { to } : {}) };
      }),
    ...retired
      .filter(({ ref }) => isPage(ref))
      .map(({ ref, why, since }) => ({ reference: ref, why, since, items: itemsLeft(ref) })),
  ];
}
