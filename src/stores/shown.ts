/**
 * Whether anybody looks at the page. A browser may render a page ahead (`build/speculation.ts`), with its
 * scripts, minutes before it is opened, or never to be opened; and it may bring a page back that was left.
 */

/** Missing from the types of the DOM: https://wicg.github.io/nav-speculation/prerendering.html */
type Prerendered = Document & { readonly prerendering?: boolean };

const ahead = () => typeof document !== 'undefined' && (document as Prerendered).prerendering;

/** True while the page is rendered ahead: then nothing may be written. */
export function isRenderedAhead(): boolean {
  return ahead() === true;
}

/** Acts now, or as soon as somebody looks at the page. */
export function whenShown(action: () => void): void {
  if (ahead()) document.addEventListener('prerenderingchange', action, { once: true });
  else action();
}

/**
 * Calls back when the page is shown after it has stood for a while, and everything may be different: it
 * was rendered ahead, or comes back from the back/forward cache.
 *
 * @returns a function that ends the subscription
 */
export function onShownLate(action: () => void): () => void {
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) action();
  };
  window.addEventListener('pageshow', onPageShow);
  const page = ahead() ? document : undefined;
  page?.addEventListener('prerenderingchange', action);
  return () => {
    window.removeEventListener('pageshow', onPageShow);
    page?.removeEventListener('prerenderingchange', action);
  };
}
