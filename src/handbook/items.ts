/** The items of a page: duties, steps, points and forms, or rules, whatever the page holds. */
import type { Origin } from '../model/vocabulary.ts';
import { parseReference } from '../model/reference.ts';
import type { Page, Site } from './types.ts';

export interface PageItem {
  readonly id: string;
  readonly text: string;
  /** Ledger entries that the item carries. */
  readonly from: readonly string[];
  readonly origin: Origin;
}

/** All items of a page, in authored order. */
export function itemsOf(page: Page): PageItem[] {
  switch (page.section) {
    case 'roles':
      return page.data.groups.flatMap((group) => group.duties);
    case 'workflows':
      return page.data.phases
        .flatMap((phase) => phase.steps)
        .map(({ id, title, from, origin }) => ({ id, text: title, from, origin }));
    case 'techniques':
      return [
        ...page.data.points,
        ...page.data.forms.map(({ id, title, from, origin }) => ({
          id,
          text: title,
          from,
          origin,
        })),
      ];
    case 'rules':
      return page.data.rules;
  }
}

/** A page, or one of its items. */
export interface Place {
  readonly page: Page;
  readonly item?: PageItem;
}

/**
 * What a full reference names; nothing for what stands in a handbook that is not published.
 *
 * @param who what leads there, for the error
 * @throws Error for what is not there; the editor's checks say so first
 */
export function placeOf(site: Site, reference: string, who: string): Place | undefined {
  const { page: name, id } = parseReference(reference);
  if (site.leftOut.includes(name.split('/')[0] ?? '')) return undefined;
  const page = site.pages.get(name);
  const item = page && id ? itemsOf(page).find((each) => each.id === id) : undefined;
  if (!page || (id && !item)) throw new Error(`${who} leads to ${reference}, which is not there`);
  return { page, ...(item ? { item } : {}) };
}

/** Root-relative path of a page or an item, without the base. */
export function pathOfPlace({ page, item }: Place): string {
  return item ? `${page.path}#${item.id}` : page.path;
}
