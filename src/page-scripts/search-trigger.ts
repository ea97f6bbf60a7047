/** The little of the search that every page carries: it loads the rest when it is first used. */
import { FOUND, isPhraseThere } from '../stores/found-phrase/pending.ts';

/** Wires up the header's link and the keys, and marks what a result was found by. */
export function startSearchTrigger(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[data-search-open]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    const chord = (event.ctrlKey || event.metaKey) && event.key === 'k';
    if (!event.isComposing && (chord || (event.key === '/' && bare && !typing))) open(event);
  });
  // A result may lead to another place of the page that is open.
  window.addEventListener(FOUND, markFound);
  markFound();
}

function markFound(): void {
  if (!isPhraseThere()) return;
  // Without it the page reads as ever.
  import('./arrival.ts').then(
    ({ markHandedOver }) => markHandedOver(),
    () => undefined,
  );
}

/** True when the rest could not be loaded: then the link is a link again. */
let isBroken = false;

/** The search page has its own field; elsewhere the dialog opens, or the page when it cannot load. */
function open(event: Event): void {
  if (isBroken) return;
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>('form[data-search-page] input');
  if (field) {
    field.select();
    return;
  }
  import('../islands/search/dialog.ts').then(
    ({ openDialog }) => openDialog(),
    () => {
      isBroken = true;
      document.querySelector<HTMLAnchorElement>('a[data-search-open]')?.click();
    },
  );
}
