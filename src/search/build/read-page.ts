/**
 * Reads a published page the way the search sees it: every block of text of `main` belongs to one
 * place, and each place has an address. The page itself is left as it is.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { INLINE_ELEMENTS } from '../../model/inline-elements.ts';
import { SCREEN_ONLY, SEARCH, TERM_HANDBOOKS } from '../../model/page-attributes.ts';
import { cutTexts } from '../../model/phrase.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface IndexedPlace {
  /** Id on the page; empty for the page's beginning. */
  readonly id: string;
  readonly title: string;
  /** Its blocks of text; the first one holds the title. */
  readonly blocks: readonly string[];
  /** Handbooks that a term of the glossary belongs to. */
  readonly hues: readonly string[];
}

export interface ReadPage {
  readonly title: string;
  readonly places: readonly IndexedPlace[];
}

/** Elements that hold no text of the handbooks. */
const SKIPPED = new Set('script style template noscript nav button select svg'.split(' '));

/** Elements that are a place of their own when they have an id. */
const ITEM = new Set(['li', 'div', 'tr', 'article']);
const HEADING = /^h[1-6]$/;

/** What ends a piece of text, so that none need be put there. */
const ENDED = /[\p{P}\p{S}]$/u;

interface OpenPlace {
  id: string;
  named: string;
  blocks: string[];
  hues: string[];
}

/**
 * Reads one page.
 *
 * @returns nothing for a page without a `main`, or whose `main` is marked `data-search="off"`
 */
export function readPage(html: string): ReadPage | undefined {
  const main = findMain(parse(html));
  if (!main || isOff(main)) return undefined;
  const first: OpenPlace = { id: '', named: '', blocks: [], hues: [] };
  const places: OpenPlace[] = [first];
  let current = first;
  let line = '';
  let title = '';
  /** What the values that follow are called. */
  let label = '';

  const endBlock = () => {
    const text = line.replace(/\s+/gu, ' ').trim();
    line = '';
    if (text) current.blocks.push(text);
  };
  const open = (id: string) => {
    current = { id, named: '', blocks: [], hues: [] };
    places.push(current);
  };

  const visit = (node: Node): void => {
    if (isText(node)) {
      line += node.value;
      return;
    }
    if (isElement(node)) current.hues.push(...huesWithin(node));
    if (!isElement(node) || SKIPPED.has(node.tagName)) return;
    if (isOff(node)) return;
    const begins = !INLINE_ELEMENTS.has(node.tagName) || node.tagName === 'br';
    if (begins) endBlock();
    const id = attribute(node, 'id');
    const outer = current;
    const isItem = id !== undefined && ITEM.has(node.tagName);
    const isHeading = HEADING.test(node.tagName);
    // A heading within an item is the item's title; elsewhere it begins a place up to the next one.
    const inItem = openItems.length > 0;
    if (isItem || (isHeading && id !== undefined && !inItem)) open(id);
    if (isItem) openItems.push(id);
    const blocksBefore = current.blocks.length;
    for (const child of node.childNodes) visit(child);
    if (node.tagName === 'dfn') current.named ||= textOf(node);
    if (begins) endBlock();
    const added = () => current.blocks.splice(blocksBefore);
    // A label says nothing without its value: both are one block.
    if (node.tagName === 'dt' && !isItem && !holds(node, 'dfn')) {
      label = added().join('、');
    } else if (/^d[dl]$/.test(node.tagName) && label) {
      current.blocks.push(...labelled([label, ...(node.tagName === 'dd' ? added() : [])]));
      label = '';
    } else if (node.tagName === 'tr' && !isItem) {
      current.blocks.push(...labelled(added()));
    }
    if (isHeading && !current.named) current.named = current.blocks[blocksBefore] ?? '';
    if (node.tagName === 'h1') title ||= current.blocks[blocksBefore] ?? '';
    if (isItem) {
      openItems.pop();
      current = outer;
    }
  };
  const openItems: string[] = [];
  visit(main);
  endBlock();
  return { title, places: places.filter(hasText).map((place) => finish(place)) };
}

/** A label and its values in one text: 谁签字：客户总监、客户部主管. */
function labelled([first, ...values]: readonly string[]): string[] {
  if (first === undefined) return [];
  const ended = (text: string, mark: string) => (ENDED.test(text) ? text : text + mark);
  const rest = values.map((value, at) => (at < values.length - 1 ? ended(value, '；') : value));
  return [values.length > 0 ? ended(first, '：') + rest.join('') : first];
}

function holds(element: Element, tagName: string): boolean {
  return element.childNodes.some(
    (child) => isElement(child) && (child.tagName === tagName || holds(child, tagName)),
  );
}

/** Puts the block that holds the title first. */
function finish({ id, named, blocks, hues }: OpenPlace): IndexedPlace {
  const at = named ? blocks.findIndex((block) => block.includes(named)) : 0;
  const first = blocks[Math.max(0, at)] ?? '';
  const rest = blocks.filter((_, index) => index !== Math.max(0, at));
  return { id, title: named || first, blocks: [first, ...rest], hues: [...new Set(hues)] };
}

function hasText({ blocks }: OpenPlace): boolean {
  return blocks.some((block) => cutTexts(block).length > 0);
}

/** The handbooks that the tags of a term name; they are labels, and so no text. */
function huesWithin(element: Element): string[] {
  if (attribute(element, TERM_HANDBOOKS) === undefined) return [];
  return element.childNodes.flatMap((child) =>
    isElement(child) ? (attribute(child, 'data-hue') ?? []) : [],
  );
}

function findMain(node: Node): Element | undefined {
  if (isElement(node) && node.tagName === 'main') return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = findMain(child);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: Node): string {
  if (isText(node)) return node.value;
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.map(textOf).join('').replace(/\s+/gu, ' ').trim();
}

/** True for what is no text of the page: a label, a second copy, a tool, a link to itself. */
function isOff(element: Element): boolean {
  return attribute(element, SEARCH) === 'off' || attribute(element, SCREEN_ONLY) !== undefined;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
