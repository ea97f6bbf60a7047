/** Marks the item whose id the address names, which the reader arrives at. */
import { targetElement } from '../islands/shared/target-element.ts';

/** Marks it now, and anew whenever the address names another. */
export function startArrivalMark(): void {
  markTarget();
  window.addEventListener('hashchange', markTarget);
}

function markTarget(): void {
  for (const marked of document.querySelectorAll('[data-arrived]')) {
    marked.removeAttribute('data-arrived');
  }
  targetElement()?.setAttribute('data-arrived', '');
}
