/** Lets a term's link open its definition beside it; what draws that loads with the first click. */
import { sayLateAfter } from '../islands/shared/say-late.ts';
import { onLinkClick } from './on-link-click.ts';
import type { TermText } from './term-card.ts';

/** Makes the links open cards, where the browser has popovers; elsewhere they lead to the glossary. */
export function startTermLinks(): void {
  onLinkClick('a.term', (link, event) => {
    if (!('popover' in link)) return;
    event.preventDefault();
    openTerm(link).catch(() => leadOn(link));
  });
}

/** To the glossary, if it can be had: a page of the browser's own helps nobody. */
async function leadOn(link: HTMLAnchorElement): Promise<void> {
  if (await late()) location.assign(link.href);
  else sayLateAfter(link.closest('p') ?? link);
}

/** Fetches a term's definition and what draws it, both at once. @throws when either cannot be had */
async function openTerm(link: HTMLAnchorElement): Promise<void> {
  const [{ openTermCard }, text] = await Promise.all([import('./term-card.ts'), textOf(link)]);
  openTermCard(link, text);
}

/** Definitions that were asked for, by the term. */
const texts = new Map<string | undefined, Promise<TermText>>();

function textOf({ href, dataset: { term } }: HTMLAnchorElement): Promise<TermText> {
  const text = texts.get(term) ?? fetch(new URL(`${term}.json`, href)).then((it) => it.json());
  texts.set(term, text);
  text.catch(() => texts.delete(term));
  return text;
}
