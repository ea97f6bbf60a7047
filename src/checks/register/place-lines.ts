/** Puts drafted lines into an edition's file: each beside the lines of its page, or of its handbook. */
import { isMap, isSeq, parseDocument, type Pair, type Node } from 'yaml';
import { UNFILLED } from '../rules/editions.ts';
import type { Entry } from './fold.ts';
import { pageOf } from './register-view.ts';

/** A line that stands in the file. */
interface Placed {
  readonly page: string;
  /** Where its line begins, in characters. */
  readonly from: number;
  /** Where the next line begins. */
  readonly to: number;
}

/**
 * The edition's text with the entries in it; what stands there stays as it is, with its remarks.
 *
 * @param pages references of all pages, in their order
 */
export function withEntries(
  text: string,
  entries: readonly Entry[],
  pages: readonly string[],
): string {
  if (entries.length === 0) return text;
  const { contents } = parseDocument(text);
  const pair = isMap(contents)
    ? (contents.items as Pair[]).find((item) => String(item.key) === 'changes')
    : undefined;
  const list = pair?.value;
  const orders = new Map(pages.map((page, index) => [page, index]));
  if (!isSeq(list) || list.flow === true || list.items.length === 0) {
    const sorted = inOrder(entries, orders);
    const [start = 0, end = text.length] = (list as { range?: number[] } | undefined)?.range ?? [];
    const after = text.slice(end).trim();
    return `${text.slice(0, start).trimEnd()}\n${sorted.map(linesOf).join('')}${after === '' ? '' : `${after}\n`}`;
  }
  const placed = list.items.map((item) => placeOf(item as Node, text));
  const inserts = entries.map((entry) => ({
    at: placeFor(pageOf(entry.reference), placed, orders),
    entry,
  }));
  const offsets = [...new Set(inserts.map(({ at }) => at))].sort((a, b) => b - a);
  return offsets.reduce((made, at) => {
    const here = inserts.filter((insert) => insert.at === at).map(({ entry }) => entry);
    const before = made.slice(0, at);
    const lines = inOrder(here, orders).map(linesOf).join('');
    return `${before}${before.endsWith('\n') ? '' : '\n'}${lines}${made.slice(at)}`;
  }, text);
}

function inOrder(entries: readonly Entry[], orders: ReadonlyMap<string, number>): Entry[] {
  const orderOf = ({ reference }: Entry) => orders.get(pageOf(reference)) ?? orders.size;
  return [...entries].sort((a, b) => orderOf(a) - orderOf(b));
}

function linesOf({ reference, items, kind, remarks, swap }: Entry): string {
  const of = items ? `, items: [${items.join(', ')}]` : '';
  const what = items && swap ? `“${swap.from}”改成“${swap.to}”。` : UNFILLED;
  return [
    ...remarks.map((remark) => `  # ${remark.replace(/\s+/g, ' ')}`),
    `  - { ref: ${reference}${of}, kind: ${kind}, what: ${what}, why: ${UNFILLED}, material: ${UNFILLED} }`,
    '',
  ].join('\n');
}

function placeOf(item: Node, text: string): Placed {
  const [start = 0, end = 0] = item.range ?? [];
  const ref: unknown = isMap(item) ? item.get('ref') : undefined;
  const last = text.slice(0, end).trimEnd().length;
  const next = text.indexOf('\n', last);
  return {
    page: pageOf(typeof ref === 'string' ? ref : ''),
    from: text.lastIndexOf('\n', start) + 1,
    to: next < 0 ? text.length : next + 1,
  };
}

/**
 * Behind the last line of the same page; else behind the last line of a page of the same handbook that comes
 * before it, or before the first line of the handbook; else at the end.
 */
function placeFor(
  page: string,
  placed: readonly Placed[],
  orders: ReadonlyMap<string, number>,
): number {
  const same = placed.findLast((each) => each.page === page);
  if (same) return same.to;
  const topOf = (name: string) => name.split('/')[0];
  const siblings = placed.filter((each) => topOf(each.page) === topOf(page));
  const order = orders.get(page) ?? orders.size;
  const before = siblings.findLast((each) => (orders.get(each.page) ?? orders.size) < order);
  return before?.to ?? siblings[0]?.from ?? placed.at(-1)?.to ?? 0;
}
