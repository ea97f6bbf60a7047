/** The items of a page: duties, steps, points and forms, or rules, whatever the page holds. */
import type { Origin } from '../model/vocabulary.ts';
import type { Page } from './types.ts';

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
