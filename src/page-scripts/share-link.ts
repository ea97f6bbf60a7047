/** 分享: hands an item's address to another app. Loaded where the browser does that. */
import { make } from '../islands/shared/make.ts';

/** What is drawn: one for the page. */
let drawn: HTMLElement | undefined;

/** On phones, draws the button beside an item's link, in place of the one beside another. */
export function drawShare(link: HTMLAnchorElement, url: string): void {
  if (!matchMedia('(pointer: coarse)').matches) return;
  drawn?.remove();
  const button = make('button', { type: 'button', class: 'button share-link' }, '分享');
  drawn = button;
  const title = document.title;
  // Refused or given up: the address is on the clipboard.
  button.addEventListener(
    'click',
    () => void navigator.share({ title, url }).catch(() => undefined),
  );
  link.after(button);
}
