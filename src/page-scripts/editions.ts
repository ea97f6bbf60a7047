/** What the pages of editions do in the browser; for who was here before the rest is loaded. */
import { targetElement } from '../islands/shared/target-element.ts';
import { entryAddress } from '../model/entry-address.ts';

/** Wires up the page; runs once, when the document is parsed. */
export function startEditions(): void {
  const { entries = '{}' } = document.querySelector<HTMLElement>('.editions')?.dataset ?? {};
  const follow = () => {
    const pages = JSON.parse(entries) as Record<string, string>;
    const address = targetElement() ? undefined : entryAddress(location.hash, pages);
    if (address) location.replace(address);
  };
  follow();
  addEventListener('hashchange', follow);
  // Hidden for what is stored (`stores/hide-until-desk.ts`); it is shown as it is where this does not come.
  if ('desk' in document.documentElement.dataset) {
    import('./own-changes.ts').then(
      (m) => m.showOwnChanges(),
      () => delete document.documentElement.dataset['desk'],
    );
  }
}
