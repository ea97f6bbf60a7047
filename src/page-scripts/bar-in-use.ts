/** The bar that stays: what it opened closes when it has done its work, and it says under which heading one reads. */
import { startMarks } from './reading-marks.ts';

/** Wires up the bar's folds and the marks in the tables of contents; once, however often it is asked to. */
export function wireBar(bar: Element): void {
  if (bar.hasAttribute('data-ready')) return;
  bar.setAttribute('data-ready', '');
  const folds = bar.querySelectorAll('details');
  const close = () => folds.forEach((fold) => (fold.open = false));
  // Also what is reached by Tab: an open fold would cover it.
  for (const kind of ['pointerdown', 'focusin']) {
    document.addEventListener(kind, ({ target }) => {
      if (!bar.contains(target as Node)) close();
    });
  }
  bar.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a')) close();
  });
  document.addEventListener('keydown', ({ key }) => {
    const open = bar.querySelector<HTMLElement>('[open] > summary');
    if (key !== 'Escape' || !open) return;
    close();
    open.focus();
  });
  startMarks(bar);
}
