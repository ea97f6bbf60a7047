/** Says beside what was pressed that something which loads later did not come, and why. */

declare global {
  /**
   * Stands in the head of every page: `page-scripts/late-script.ts`. Without a place it says nothing.
   *
   * @returns true when the site's server answers
   */
  function late(place?: Element | null, what?: string): Promise<boolean>;
}

/**
 * Says it in an element, in place of what is there: nothing arrives, or the handbook is newer than the page.
 *
 * @param what what did not come or did not happen, a sentence
 */
export const sayLate = (place: Element, what: string) => void late(place, what);

/** Says it in a place of its own behind an element, once for each element, whose own words may do for what. */
export function sayLateAfter(element: Element, what = ''): void {
  let place = element.nextElementSibling;
  if (!place?.matches('.late')) {
    place = Object.assign(document.createElement('div'), { className: 'late', role: 'alert' });
    element.after(place);
  }
  sayLate(place, what);
}

/** Says it below the bar, until the next click. */
export const sayBelowBar = (what: string) => void late(document.getElementById('below-bar'), what);
