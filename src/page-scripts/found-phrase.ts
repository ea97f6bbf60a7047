/** Marks the phrase on the page that a result led to, and lets the reader take the marks away. */
import { INLINE_ELEMENTS } from '../model/inline-elements.ts';
import { SCREEN_ONLY, SEARCH } from '../model/page-attributes.ts';
import { cut, findUnits } from '../model/phrase.ts';
import { takeFoundPhrase } from '../stores/found-phrase/handover.ts';
import { MOUNTED } from '../islands/shared/mounted.ts';
import { loadSearchStyles } from '../islands/search/styles.ts';
import { make } from '../islands/shared/make.ts';
import { targetElement } from '../islands/shared/target-element.ts';

/** What the index leaves out. */
const UNREAD = `[${SEARCH}="off"], [${SCREEN_ONLY}], script, nav, button`;
/** Name of the highlight, as the style sheet knows it. */
const NAME = 'found-phrase';

/** Takes away the marks that are there. */
let dismissLast: (() => void) | undefined;

/** Marks what was handed to this page, if it is the one that was meant. */
export async function markFoundPhrase(): Promise<void> {
  const found = takeFoundPhrase(location.pathname, Date.now());
  if (!found) return;
  await loadSearchStyles();
  markTerms(found.terms);
}

/** To what the reader was led to, so that Tab goes on from there. */
function goBack(main: HTMLElement): void {
  const place = targetElement()?.querySelector<HTMLElement>('a[href], input, button') ?? main;
  place.focus({ preventScroll: true });
}

/** Marks the terms in `main`, for as long as the page is looked at or until it is dismissed. */
function markTerms(terms: readonly string[]): void {
  const main = document.querySelector<HTMLElement>('main');
  const rows = terms.map((term) => [...term]).filter((row) => row.length > 0);
  if (!main || rows.length === 0) return;
  dismissLast?.();
  openTarget(rows);
  let clear = mark(main, rows);
  const count = clear.count;
  if (count === 0) return;
  // An island that hydrates may draw its text anew.
  const again = () => {
    clear.remove();
    clear = mark(main, rows);
  };
  document.addEventListener(MOUNTED, again);

  const button = make('button', { type: 'button', class: 'button' }, '去掉标记');
  const bar = make(
    'div',
    { class: 'found-bar', role: 'region', 'aria-label': '搜索的标记' },
    make('p', {}, `这一页标出了 ${count} 处`),
    button,
  );
  const dismiss = () => {
    document.removeEventListener(MOUNTED, again);
    document.removeEventListener('keydown', onKey);
    clear.remove();
    if (bar.contains(document.activeElement)) goBack(main);
    bar.remove();
    dismissLast = undefined;
  };
  dismissLast = dismiss;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) dismiss();
  };
  button.addEventListener('click', dismiss);
  document.addEventListener('keydown', onKey);
  document.body.append(bar);
}

/** A target within a closed fold could not be seen, nor what was found in a fold of the target. */
function openTarget(rows: readonly (readonly string[])[]): void {
  for (const fold of targetElement()?.querySelectorAll('details') ?? []) {
    if (blocksOf(fold).some((block) => findRanges(block, rows).length > 0)) fold.open = true;
  }
  const target = document.querySelector(':target');
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    fold.open = true;
  }
  target?.scrollIntoView();
}

interface Marks {
  readonly count: number;
  remove(): void;
}

function mark(main: HTMLElement, rows: readonly (readonly string[])[]): Marks {
  const ranges = blocksOf(main).flatMap((block) => findRanges(block, rows));
  if (typeof Highlight === 'function' && CSS.highlights) {
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return { count: ranges.length, remove: () => CSS.highlights.delete(NAME) };
  }
  // Older browsers: an element round each piece of text, but not in what an island draws.
  const marks = ranges
    .filter((range) => range.startContainer === range.endContainer)
    .filter((range) => !range.startContainer.parentElement?.closest('[data-island]'))
    .reverse()
    .map((range) => {
      const element = make('mark', {});
      range.surroundContents(element);
      return element;
    });
  return {
    count: ranges.length,
    remove: () => {
      for (const element of marks) {
        const { parentNode } = element;
        element.replaceWith(...element.childNodes);
        parentNode?.normalize();
      }
    },
  };
}

/** The text nodes of each block, in order. */
function blocksOf(main: HTMLElement): Text[][] {
  const blocks: Text[][] = [[]];
  const visit = (node: Node) => {
    if (node instanceof Text) {
      blocks.at(-1)?.push(node);
      return;
    }
    if (!(node instanceof Element) || node.matches(UNREAD)) return;
    const isBlock = !INLINE_ELEMENTS.has(node.localName);
    if (isBlock) blocks.push([]);
    for (const child of node.childNodes) visit(child);
    if (isBlock) blocks.push([]);
  };
  visit(main);
  return blocks.filter((block) => block.length > 0);
}

function findRanges(block: readonly Text[], rows: readonly (readonly string[])[]): Range[] {
  const text = block.map((node) => node.data).join('');
  const units = cut(text);
  const texts = units.map((unit) => unit.text);
  return rows.flatMap((row) =>
    findUnits(texts, row).map((start) => {
      const range = document.createRange();
      range.setStart(...pointAt(block, units[start]?.from ?? 0));
      range.setEnd(...pointAt(block, units[start + row.length - 1]?.to ?? 0, true));
      return range;
    }),
  );
}

/** The node and offset of a position in a block; at a seam the later node, or the earlier at an end. */
function pointAt(block: readonly Text[], position: number, isEnd = false): [Text, number] {
  let at = position;
  for (const node of block) {
    if (at < node.length || (isEnd && at === node.length)) return [node, at];
    at -= node.length;
  }
  const last = block.at(-1) as Text;
  return [last, last.length];
}
