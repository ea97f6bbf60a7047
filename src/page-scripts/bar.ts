/** The little of the bar that every page carries: the rest loads when it opens something, or the page is scrolled. */

/** Without the rest the bar opens and leads on as ever. */
export function startBar(): void {
  const bar = document.querySelector('.site-header');
  if (!bar) return;
  const load = () => {
    import('./bar-in-use.ts').then(
      (m) => m.wireBar(bar),
      () => undefined,
    );
  };
  bar.addEventListener('toggle', load, { capture: true, once: true });
  window.addEventListener('scroll', load, { once: true });
}
