/** Narrows the glossary to the terms that are called what is typed. */
import { targetElement } from '../islands/shared/target-element.ts';
import { matchesTerm } from '../model/term-filter.ts';

/** Makes the field work, in which something stands already. Loaded when one begins to type. */
export function startGlossaryFilter(field: HTMLInputElement): void {
  const filter = () => narrow(field.value.trim());
  field.addEventListener('input', filter);
  addEventListener('hashchange', () => {
    const target = targetElement();
    // Safari below 17.4 has no `checkVisibility`.
    if (target?.getClientRects().length !== 0) return;
    // What the address names is to be seen, whatever is typed.
    field.value = '';
    filter();
    targetElement()?.scrollIntoView();
  });
  filter();
}

function narrow(typed: string): void {
  let shown = 0;
  for (const section of document.querySelectorAll<HTMLElement>('.glossary')) {
    let here = 0;
    for (const entry of section.querySelectorAll<HTMLElement>('.glossary__entry')) {
      const names = entry.querySelectorAll('dfn, .glossary__aliases');
      const isMeant = matchesTerm(typed, {
        names: [...names].map((each) => each.textContent).join(' '),
        pinyin: entry.dataset['pinyin'] ?? '',
      });
      entry.hidden = !isMeant;
      if (isMeant) here += 1;
    }
    section.hidden = here === 0;
    shown += here;
  }
  const none = document.querySelector<HTMLElement>('[data-glossary-none]');
  if (none) none.hidden = shown > 0;
  const search = none?.querySelector('a');
  if (search) search.hash = `q=${encodeURIComponent(typed)}`;
  const count = document.querySelector('[data-glossary-count]');
  if (count) count.textContent = typed === '' ? '' : shown > 0 ? `${shown} 个词` : '没有这个词';
}
