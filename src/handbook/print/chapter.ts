/**
 * Turns a rendered page into a chapter of the printed handbook: ids get the page's name in front, links
 * lead within the document, headings step down, and what only works on screen is taken out.
 */
import {
  defaultTreeAdapter as tree,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes,
} from 'parse5';
import { SCREEN_ONLY } from '../../model/page-attributes.ts';
import { placeId, printedHref, type Destinations } from './within.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Attributes that name ids, one or several. */
const ID_ATTRIBUTES = ['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls'];

/**
 * The chapter's HTML.
 *
 * @param chapter id of the chapter in the printed handbook
 * @param down how many levels its headings step down: a page has the book's title, the part's and its
 *   own above them
 */
export function chapterHtml(
  html: string,
  chapter: string,
  destinations: Destinations,
  down = 2,
): string {
  const fragment = parseFragment(html);
  prepare(fragment, chapter, destinations, down);
  return serialize(fragment);
}

function prepare(parent: Parent, chapter: string, destinations: Destinations, down: number): void {
  for (const child of [...parent.childNodes]) {
    if (!tree.isElementNode(child)) continue;
    if (isOnScreenOnly(child)) {
      tree.detachNode(child);
      continue;
    }
    prepare(child, chapter, destinations, down);
    rename(child, chapter);
    stepDown(child, down);
    if (child.tagName === 'section') unname(child);
    if (child.tagName === 'a') redirect(child, chapter, destinations);
  }
}

function isOnScreenOnly(element: Element): boolean {
  return (
    ['script', 'noscript', 'template'].includes(element.tagName) ||
    element.attrs.some(({ name }) => name === SCREEN_ONLY)
  );
}

function rename(element: Element, chapter: string): void {
  for (const attr of element.attrs) {
    if (!ID_ATTRIBUTES.includes(attr.name)) continue;
    attr.value = attr.value
      .split(/\s+/)
      .map((id) => placeId(chapter, id))
      .join(' ');
  }
}

/** A named section is a landmark: of use on a page, but every chapter has sections of the same names. */
function unname(section: Element): void {
  section.attrs = section.attrs.filter(({ name }) => name !== 'aria-labelledby');
}

/** The level that it has on its own page stays readable for the style sheet. */
function stepDown(element: Element, down: number): void {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (!level) return;
  element.attrs.push({ name: 'data-level', value: level });
  element.tagName = element.nodeName = `h${Math.min(6, Number(level) + down)}`;
}

/** A link that leads nowhere from here becomes plain text. */
function redirect(link: Element, chapter: string, destinations: Destinations): void {
  const href = link.attrs.find((attr) => attr.name === 'href');
  if (!href) return;
  const to = printedHref(href.value, chapter, destinations);
  if (to !== undefined) {
    href.value = to;
    return;
  }
  link.attrs = link.attrs.filter((attr) => attr.name === 'class');
  link.tagName = link.nodeName = 'span';
}
