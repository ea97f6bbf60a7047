/**
 * What every page does in the browser beyond reading: the choice of theme, copying links, marking
 * the item one arrives at, and remembering the page. No framework: reading pages stay light.
 */
import { rememberPage } from '../stores/last-page.ts';
import { targetElement } from '../islands/shared/target-element.ts';
import { startSearchTrigger } from './search-trigger.ts';
import type { TermText } from './term-card.ts';
import { applyTheme, chooseTheme, readTheme, type Theme } from '../stores/theme.ts';

/** Wires up the page; runs once, when the document is parsed. */
export function startPageTools(): void {
  wireThemeChoice();
  document.addEventListener('click', onClick);
  markTarget();
  window.addEventListener('hashchange', markTarget);
  whenVisible(() => {
    startSearchTrigger();
    rememberThisPage();
  });
}

function wireThemeChoice(): void {
  const select = document.querySelector<HTMLSelectElement>('select[data-theme-choice]');
  if (!select) return;
  select.value = readTheme();
  select.disabled = false;
  select.addEventListener('change', () => chooseTheme(select.value as Theme));
  // A page that comes back from the back/forward cache may show an older choice.
  window.addEventListener('pageshow', () => {
    select.value = readTheme();
    applyTheme(readTheme());
  });
}

function onClick(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const target = event.target as Element;
  const self = target.closest<HTMLAnchorElement>('a.self-link');
  if (self) void copyAddress(self);
  const term = target.closest<HTMLAnchorElement>('a.term');
  // Where the browser has no popovers, the link leads to the glossary.
  if (!term || !('popover' in term)) return;
  event.preventDefault();
  openTerm(term).catch(() => location.assign(term.href));
}

/** Fetches a term's definition and what draws it, both at once. @throws when either cannot be had */
async function openTerm(link: HTMLAnchorElement): Promise<void> {
  const [{ openTermCard }, text] = await Promise.all([import('./term-card.ts'), textOf(link)]);
  openTermCard(link, text);
}

/** Definitions that were asked for, by the term. */
const texts = new Map<string | undefined, Promise<TermText>>();

function textOf({ href, dataset: { term } }: HTMLAnchorElement): Promise<TermText> {
  const text = texts.get(term) ?? fetch(new URL(`${term}.json`, href)).then((it) => it.json());
  texts.set(term, text);
  text.catch(() => texts.delete(term));
  return text;
}

/** Copies the address of an item; the link itself still moves there. */
async function copyAddress(link: HTMLAnchorElement): Promise<void> {
  const status = document.getElementById('page-status');
  try {
    await navigator.clipboard.writeText(link.href);
    if (status) status.textContent = '链接已复制';
    link.dataset['copied'] = '已复制';
    setTimeout(() => delete link.dataset['copied'], 1600);
  } catch {
    if (status) status.textContent = '复制不了：请从地址栏复制链接';
  }
}

/** Marks the item whose id the address names; also when an island drew it after the page loaded. */
function markTarget(): void {
  for (const marked of document.querySelectorAll('[data-arrived]')) {
    marked.removeAttribute('data-arrived');
  }
  const target = targetElement();
  target?.setAttribute('data-arrived', '');
}

/** A prerendered page must not write before it is looked at. */
function whenVisible(action: () => void): void {
  const page = document as Document & { prerendering?: boolean };
  if (page.prerendering) page.addEventListener('prerenderingchange', action, { once: true });
  else action();
}

function rememberThisPage(): void {
  const { page, title } = document.body.dataset;
  if (page && title) rememberPage({ path: page, title, at: Date.now() });
}
