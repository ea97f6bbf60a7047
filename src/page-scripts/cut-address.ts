/**
 * An address that names its item in the query, or none of the page's, or no run or search where one may be
 * meant. Loaded where there is one.
 */
import { idInQuery, mayNameItem, withoutId } from '../model/arrived-address.ts';
import { isInChatApp } from '../model/chat-app.ts';
import { make } from '../islands/shared/make.ts';
import { targetElement } from '../islands/shared/target-element.ts';

/**
 * Goes to the item of `?at=` where the fragment was cut on its way, and tidies the address. What moved or was
 * retired has a script of its own: `follow-move.ts`.
 */
export function arrive(): void {
  if (document.querySelector('[data-moved-items]')) return;
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
  sayCut();
  const isNamed = id !== null || (hasItems && mayNameItem(location.hash));
  // A run that is not here is spoken of where it would stand.
  if (!isNamed || targetElement() || document.querySelector('.runs')) return;
  const words = document.querySelector<HTMLTemplateElement>('#no-item');
  if (words) document.querySelector('main')?.prepend(words.content);
}

/**
 * Says what the link lacks (`data-cut` of the page), until something is chosen, where the link that led here
 * may have been cut: chat apps cut fragments off and add parameters of their own, and what opens first in
 * such an app was a link in a chat.
 */
function sayCut(): void {
  const main = document.querySelector<HTMLElement>('[data-cut]');
  const [opened] = performance.getEntriesByType('navigation');
  // As it was asked for: the page may have tidied its address.
  const hasQuery = opened?.name.includes('?');
  if (!main || location.hash || !(hasQuery || (isInChatApp() && history.length === 1))) return;
  const notice = make('p', { class: 'notice', role: 'status' }, main.dataset['cut'] ?? '');
  main.prepend(notice);
  for (const kind of ['hashchange', 'input']) {
    addEventListener(kind, () => notice.remove(), { once: true });
  }
}
