/** What some pages offer beyond reading, and what loads when it is first asked for. */

/** Listens for clicks on templates' buttons, and for typing in the field of the glossary. */
export function startOnDemand(): void {
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-template-tool]');
    if (button) void import('./template-form.ts').then((m) => m.useTemplate(button));
  });
  const field = document.querySelector<HTMLInputElement>('[data-glossary-filter]');
  if (!field) return;
  const load = () => void import('./glossary-filter.ts').then((m) => m.startGlossaryFilter(field));
  // After going back, something may stand in it already.
  if (field.value) load();
  else field.addEventListener('input', load, { once: true });
}
