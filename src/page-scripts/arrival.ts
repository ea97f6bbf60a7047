/** Brings the reader to the item whose id the address names, and marks it. */
import { idInQuery, mayNameItem, withoutId } from '../model/item-address.ts';
import { targetElement } from '../islands/shared/target-element.ts';

/** Arrives, marks the item now, and anew whenever the address names another. */
export function startArrival(): void {
  // What moved or was retired: `follow-move.ts`.
  if (!document.querySelector('[data-moved-items]')) arrive();
  markTarget();
  window.addEventListener('hashchange', markTarget);
}

/** Goes to the item of `?at=` where the fragment was cut on its way, and tidies the address. */
function arrive(): void {
  const id = idInQuery(location.search);
  /** Runs, searches and the like are named by fragments that are no elements. */
  const hasItems = document.body.dataset['page'] !== undefined;
  if (id && (!mayNameItem(location.hash) || (hasItems && !targetElement()))) {
    // Navigates: a fragment that is written into the address alone is no `:target`.
    location.replace(`#${id}`);
  }
  if (id !== null) {
    const { pathname, search, hash } = location;
    history.replaceState(history.state, '', pathname + withoutId(search) + hash);
  }
  const isNamed = id !== null || (hasItems && mayNameItem(location.hash));
  // A run that is not here is spoken of where it would stand.
  if (!isNamed || targetElement() || document.querySelector('.runs')) return;
  const words = document.querySelector<HTMLTemplateElement>('#no-item');
  if (words) document.querySelector('main')?.prepend(words.content);
}

function markTarget(): void {
  for (const marked of document.querySelectorAll('[data-arrived]')) {
    marked.removeAttribute('data-arrived');
  }
  targetElement()?.setAttribute('data-arrived', '');
}
