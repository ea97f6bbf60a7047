/** Where a link of a page leads, once the page is a chapter of the printed handbook. */
import type { Handbook, Page } from '../types.ts';

/** Id of a page's chapter in the printed handbook. */
export function chapterId(page: Pick<Page, 'section' | 'slug'>): string {
  return `${page.section}-${page.slug}`;
}

/** Id of an item, a heading or any other place in a chapter. */
export function placeId(chapter: string, id: string): string {
  return `${chapter}--${id}`;
}

/** Id of a term's entry in the appendix. */
export function termEntryId(term: string): string {
  return `term-${term}`;
}

export interface Destinations {
  readonly handbook: Pick<Handbook, 'path' | 'pages'>;
  /** Base path of the site, with a slash at both ends. */
  readonly base: string;
  /** Origin of the published site, when it is known. */
  readonly siteUrl: string | undefined;
  /** Ids of the terms in the appendix. */
  readonly terms: ReadonlySet<string>;
}

/**
 * Leads a link to its place in the printed handbook. What lies outside keeps its full address when the
 * site's is known; else there is nowhere to lead to from paper.
 *
 * @returns the new address; `undefined` when the link can be no link
 */
export function printedHref(
  href: string,
  chapter: string,
  { handbook, base, siteUrl, terms }: Destinations,
): string | undefined {
  if (href.startsWith('#')) return `#${placeId(chapter, decodeURIComponent(href.slice(1)))}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  const outside = siteUrl === undefined ? undefined : new URL(href, siteUrl).href;
  if (!href.startsWith(base)) return outside;
  const [path = '', fragment = ''] = `/${href.slice(base.length)}`.split('#');
  const id = decodeURIComponent(fragment);
  if (path === handbook.path) return id ? `#part-${id}` : '#contents';
  if (path === '/glossary/' && terms.has(id)) return `#${termEntryId(id)}`;
  const other = handbook.pages.find((each) => each.path === path);
  if (!other) return outside;
  return `#${id ? placeId(chapterId(other), id) : chapterId(other)}`;
}
