/**
 * The site's addresses: one place knows how a reference becomes a path and how a path gets the
 * base path in front.
 */
import { parseReference } from './reference.ts';

/**
 * Puts the base path before a root-relative path.
 *
 * @param base begins and ends with `/`
 * @param path begins with `/`; query and fragment are kept
 */
export function withBase(base: string, path: string): string {
  return base + path.replace(/^\/+/, '');
}

/**
 * The root-relative path of a page or an item.
 *
 * @param reference `agency/workflows/x`, `agency/workflows/x#step`, or a handbook (`agency`)
 * @throws RangeError when it is not a reference
 */
export function pathOf(reference: string): string {
  const { page, id } = parseReference(reference);
  return `/${page}/${id ? `#${id}` : ''}`;
}

/** A root-relative path as it stands in this build's links: with the base path in front. */
export function href(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}
