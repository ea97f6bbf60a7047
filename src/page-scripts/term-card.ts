/**
 * Opens the definition of a term beside it. The definition is fetched from beside the glossary, and
 * kept; it would weigh on every page that names the term. Loaded when the first term is clicked.
 */
import { make } from '../islands/shared/make.ts';

/** Room between a term and its card, and between a card and the edge of the window, in pixels. */
const GAP = 8;

/** What a card shows: the file of a term beside the glossary. */
export interface TermText {
  readonly term: string;
  readonly definition: string;
}

/**
 * Opens the card of the term that was clicked.
 *
 * @param text what was fetched for it
 */
export function openTermCard(link: HTMLAnchorElement, text: TermText): void {
  const id = `term-${link.dataset['term']}`;
  const card = document.getElementById(id) ?? makeCard(id, link.href, text);
  card.showPopover();
  place(card, link.getBoundingClientRect());
  card.querySelector('a')?.focus({ preventScroll: true });
  // A card does not follow its term: it closes when the page moves, and the reader is back at the term.
  card.addEventListener('toggle', () => link.focus({ preventScroll: true }), { once: true });
}

function makeCard(id: string, address: string, { term, definition }: TermText): HTMLElement {
  const card = make(
    'div',
    { class: 'term-card', id, popover: 'auto', role: 'dialog', 'aria-label': term },
    make('p', { class: 'term-card__name' }, term),
    make('p', {}, definition),
    make('p', {}, make('a', { href: address }, '在术语表里看')),
  );
  document.querySelector('main')?.append(card);
  return card;
}

/** Puts a card below its term, or above it where there is no room. */
function place(card: HTMLElement, term: DOMRect): void {
  const { innerWidth, innerHeight } = window;
  const left = Math.min(term.left, innerWidth - card.offsetWidth - GAP);
  const below = term.bottom + GAP;
  const fits = below + card.offsetHeight <= innerHeight - GAP;
  card.style.left = `${Math.max(GAP, left)}px`;
  card.style.top = `${fits ? below : Math.max(GAP, term.top - card.offsetHeight - GAP)}px`;
}
