/** Arrow keys through a field and its results; Enter that belongs to an input method is kept off. */
import type { Session } from './session.ts';

/** What Safari gives as the key code of an Enter that ends a composition. */
const COMPOSING_KEY = 229;

/** Wires up the keys of everything within an element. */
export function moveThrough(within: HTMLElement, input: HTMLInputElement, session: Session): void {
  within.addEventListener('keydown', (event) => {
    const composing = event.isComposing || event.keyCode === COMPOSING_KEY || session.isComposing();
    if (composing) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const stops = [
        input,
        ...within.querySelectorAll<HTMLElement>('.search-output :is(a, button)'),
      ];
      const at = stops.indexOf(document.activeElement as HTMLElement);
      const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
      if (next === input) input.select();
      return;
    }
    // Typing goes on where one typed.
    const onResult = (document.activeElement as Element | null)?.matches('.search-output *');
    if (onResult && event.key.length === 1 && event.key !== ' ') input.focus();
  });
}
