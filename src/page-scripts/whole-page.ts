/**
 * The first paint of a page is of what is seen first: what `styles/below.css` leaves out until it comes
 * into sight is laid out right after it, so that searching, printing and scrolling find the page whole.
 */

/**
 * The script that runs before paint, as text for the page's head: a page that is opened at a place, or
 * comes back to where it was left, is laid out whole at once, for that place must be where it was.
 */
export function wholeAtOnceScript(): string {
  return [
    `if(location.hash||(performance.getEntriesByType("navigation")[0]||{}).type!=="navigate")`,
    `document.documentElement.dataset.whole=""`,
  ].join('');
}

/** Lets everything be laid out once the page has been painted. */
export function layOutWhole(): void {
  requestAnimationFrame(() => {
    // Behind the frame, not before it.
    setTimeout(() => {
      document.documentElement.dataset['whole'] = '';
    });
  });
}
