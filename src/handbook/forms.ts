/** Forms: where they stand in a page's prose, and which steps and duties lead to them. */
import type { Form } from '../schemas/form.ts';
import { findPage } from './site.ts';
import type { Site, TechniquePage } from './types.ts';
import type { HandbookSlug } from '../model/handbook-slug.ts';

/** The marker of a form's place in rendered HTML. */
export function formPlace(id: string): string {
  return `<!--form ${id}-->`;
}

/** A piece of a page's prose, or the form that stands after it. */
export type ProsePiece = { readonly html: string } | { readonly form: Form };

/** Cuts rendered prose at the places of forms. */
export function withForms(html: string, forms: readonly Form[]): ProsePiece[] {
  return html
    .split(/(?:<p>\s*)?<!--form ([a-z0-9-]+)-->(?:\s*<\/p>)?/)
    .flatMap((part, index): ProsePiece[] => {
      if (index % 2 === 0) return part.trim() ? [{ html: part.trim() }] : [];
      const form = forms.find(({ id }) => id === part);
      return form ? [{ form }] : [];
    });
}

/** A form that a step or a duty uses. */
export interface UsedForm {
  readonly page: TechniquePage;
  readonly id: string;
  readonly title: string;
  /** Root-relative, without the base. */
  readonly path: string;
}

/**
 * The forms that a step or a duty names; those of handbooks that are not published are left out.
 *
 * @param names `job-order#full` in the same handbook, or full references
 */
export function usedForms(
  site: Site,
  handbook: HandbookSlug,
  names: readonly string[],
): UsedForm[] {
  return names.flatMap((name) => {
    const [reference = '', id = ''] = name.split('#');
    const page = findPage(site, handbook, 'techniques', reference);
    const form = page?.data.forms.find((each) => each.id === id);
    return page && form ? [{ page, id, title: form.title, path: `${page.path}#${id}` }] : [];
  });
}
