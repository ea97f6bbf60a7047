/** Brings the reader to the item whose id the address names, and marks it. */
import { sayBelowBar } from '../islands/shared/say-late.ts';
import { targetElement } from '../islands/shared/target-element.ts';

/** Arrives, marks the item now, and anew whenever the address names another. */
export function startArrival(): void {
  const { search, hash } = location;
  const isLost = hash
    ? 'page' in document.body.dataset && !targetElement()
    : document.querySelector('[data-cut]');
  if (isLost || /[?&]at=/.test(search)) {
    import('./cut-address.ts').then(
      (m) => m.arrive(),
      () => (hash || search) && sayBelowBar('链接里说的那一条没有找到。'),
    );
  }
  markTarget();
  window.addEventListener('hashchange', markTarget);
}

function markTarget(): void {
  for (const marked of document.querySelectorAll('[data-arrived]')) {
    marked.removeAttribute('data-arrived');
  }
  targetElement()?.setAttribute('data-arrived', '');
}
