/** The little of the search that every page carries: it loads the rest when it is first used. */
import { PHRASE_PENDING, isPhrasePending } from '../stores/found-phrase/pending.ts';
import { sayBelowBar } from '../islands/shared/say-late.ts';
import { onLinkClick } from './on-link-click.ts';

/** Wires up the header's link and the keys, and marks what a result was found by. */
export function startSearchTrigger(): void {
  onLinkClick('a[data-search-open]', (_, event) => open(event));
  document.addEventListener('keydown', (event) => {
    // Only what one types into has a caret, which fields of days, times, numbers and e-mail addresses do
    // not tell of; in boxes, choices and buttons a slash is no character.
    const { selectionStart, isContentEditable, type } = event.target as HTMLInputElement;
    const hasHiddenCaret = /^(date|time|month|week|number|email)/.test(type);
    const typing = typeof selectionStart === 'number' || hasHiddenCaret || isContentEditable;
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    // With Caps Lock the key is a capital; with Shift it is a command of the browser.
    const isK = event.key.toLowerCase() === 'k' && !event.shiftKey;
    const chord = (event.ctrlKey || event.metaKey) && isK;
    if (!event.isComposing && (chord || (event.key === '/' && bare && !typing))) open(event);
  });
  // A result may lead to another place of the page that is open.
  window.addEventListener(PHRASE_PENDING, markFound);
  markFound();
}

function markFound(): void {
  if (!isPhrasePending()) return;
  // Without it the page reads as ever.
  import('./found-phrase.ts').then(
    (m) => m.markFoundPhrase(),
    () => undefined,
  );
}

/** The search page has its own field; elsewhere the dialog opens, or it is said below the bar why not. */
function open(event: Event): void {
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>('form[data-search-page] input');
  if (field) {
    field.select();
    return;
  }
  import('../islands/search/dialog.ts').then(
    (m) => m.openDialog(),
    () => sayBelowBar('搜索没有取到。'),
  );
}
