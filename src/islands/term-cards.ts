/** Opens the definition of a term beside it, where the browser has popovers; elsewhere its link leads to the glossary. */

/** Room between a term and its card, and between a card and the edge of the window, in pixels. */
const GAP = 8;

/** Opens the card of the term that was clicked. @returns true when one was opened */
export function openTermCard(link: HTMLAnchorElement): boolean {
  const card = document.getElementById(`term-${link.dataset['term']}`);
  if (!card || typeof card.showPopover !== 'function') return false;
  card.showPopover();
  place(card, link.getBoundingClientRect());
  card.querySelector('a')?.focus({ preventScroll: true });
  // A card does not follow its term: it closes when the page moves, and the reader is back at the term.
  card.addEventListener('toggle', () => link.focus({ preventScroll: true }), { once: true });
  return true;
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
