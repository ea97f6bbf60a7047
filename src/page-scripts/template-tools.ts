/** Lets a template be copied and printed; what does that loads with the first click. */

/** Listens for clicks on the buttons of all templates of the page. */
export function startTemplateTools(): void {
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-template-tool]');
    if (button) void import('./template-form.ts').then((m) => m.useTemplate(button));
  });
}
