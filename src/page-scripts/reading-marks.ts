/** Marks the heading that one reads under, in the bar and in every table of contents of the page. */

/** How far below the bar a heading counts as reached, in pixels. */
const REACH = 40;

/** Marks the last heading that has passed under the bar, now and whenever the page is scrolled. */
export function startMarks(bar: Element): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  if (links.length === 0) return;
  const here = bar.querySelector('[data-here]');
  const title = here?.textContent ?? '';
  let last: string | undefined;
  const mark = () => {
    const { clientHeight, scrollHeight } = document.documentElement;
    // At the end of the page whatever is in sight is reached: it scrolls no further.
    const isEnd = window.scrollY + clientHeight > scrollHeight - 2;
    const line = isEnd ? clientHeight : bar.getBoundingClientRect().bottom + REACH;
    const current = links.findLast(({ hash }) => {
      const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
      const box = heading?.getBoundingClientRect();
      return box && box.height > 0 && box.top < line;
    });
    if (current?.hash === last) return;
    last = current?.hash;
    if (here) here.textContent = current?.textContent ?? title;
    for (const link of links) {
      link.removeAttribute('aria-current');
      if (link.hash === last) showIn(link);
    }
  };
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      mark();
    });
  };
  window.addEventListener('scroll', ask, { passive: true });
  mark();
}

/** Marks a link and scrolls its list, where that is longer than the window. */
function showIn(link: HTMLAnchorElement): void {
  link.setAttribute('aria-current', 'true');
  const list = link.closest('nav');
  if (list) list.scrollTop = link.offsetTop - list.clientHeight / 2;
}
