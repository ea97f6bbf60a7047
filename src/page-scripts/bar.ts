/** The bar that stays: what it opened closes when it has done its work, and says which heading one reads under. */

/** How far below the bar a heading counts as reached, in pixels. */
const REACH = 40;

/** Wires up the bar's folds and the marks in the tables of contents. */
export function startBar(): void {
  const bar = document.querySelector('.site-header');
  const folds = document.querySelectorAll<HTMLDetailsElement>('details.fold');
  const close = () => folds.forEach((fold) => (fold.open = false));
  // Also what is reached by Tab: an open fold would cover it.
  for (const kind of ['pointerdown', 'focusin']) {
    document.addEventListener(kind, ({ target }) => {
      if (!bar?.contains(target as Node)) close();
    });
  }
  bar?.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a')) close();
  });
  document.addEventListener('keydown', ({ key }) => {
    const open = [...folds].find((fold) => fold.open);
    if (key !== 'Escape' || !open) return;
    close();
    open.querySelector('summary')?.focus();
  });
  if (bar) markHeadings(bar);
}

/** Marks the last heading that has passed under the bar, in every table of contents of the page. */
function markHeadings(bar: Element): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const here = document.querySelector('[data-here]');
  const title = here?.textContent ?? '';
  let last: string | undefined;
  const mark = () => {
    const { clientHeight, scrollHeight } = document.documentElement;
    // At the end of the page whatever is in sight is reached: it scrolls no further.
    const isEnd = window.scrollY + clientHeight > scrollHeight - 2;
    const line = isEnd ? clientHeight : bar.getBoundingClientRect().bottom + REACH;
    const passed = ({ hash }: HTMLAnchorElement) => {
      const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
      const box = heading?.getBoundingClientRect();
      return box && box.height > 0 && box.top < line;
    };
    const current = links.findLast(passed);
    if (current?.hash === last) return;
    last = current?.hash;
    if (here) here.textContent = current?.textContent ?? title;
    for (const link of links) {
      if (link.hash !== last) link.removeAttribute('aria-current');
      else {
        link.setAttribute('aria-current', 'true');
        const list = link.closest('nav') as HTMLElement;
        list.scrollTop = link.offsetTop - list.clientHeight / 2;
      }
    }
  };
  if (links.length === 0) return;
  let isAsked = false;
  window.addEventListener(
    'scroll',
    () => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}
