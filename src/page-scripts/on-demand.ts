/** What some pages offer beyond reading, and what loads when it is first asked for. */

import { sayLateAfter } from '../islands/shared/say-late.ts';

/** Listens for clicks on templates' buttons, and for typing in the field of the glossary. */
export function startOnDemand(): void {
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-template-tool]');
    if (!button) return;
    import('./template-form.ts')
      .then((m) => m.useTemplate(button))
      .catch(() => sayLateAfter(button.closest('figcaption') ?? button));
  });
  const field = document.querySelector<HTMLInputElement>('[data-glossary-filter]');
  if (!field) return;
  const listen = () => field.addEventListener('input', load, { once: true });
  const load = () => {
    import('./glossary-filter.ts').then(
      (m) => m.startGlossaryFilter(field),
      () => {
        sayLateAfter(field.closest('.glossary-bar') ?? field);
        listen();
      },
    );
  };
  // After going back, something may stand in it already.
  if (field.value) load();
  else listen();
}
