/** Narrows the list of statements on `/sources/` to a document, a handbook, or both. */
export function startSourcesFilter(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-sources-filter]');
  if (!form) return;
  form.hidden = false;
  form.addEventListener('change', () => filter(form));
  filter(form);
}

function filter(form: HTMLFormElement): void {
  const data = new FormData(form);
  // A site of one handbook has no choice of handbooks.
  const [source = '', handbook = ''] = ['document', 'handbook'].map((name) =>
    String(data.get(name) ?? ''),
  );
  let shown = 0;
  for (const section of document.querySelectorAll<HTMLElement>('.sources__handbook')) {
    let here = 0;
    for (const row of section.querySelectorAll<HTMLElement>('.statement')) {
      const documents = row.dataset['documents']?.split(' ') ?? [];
      const fits =
        (source === '' || documents.includes(source)) &&
        (handbook === '' || section.dataset['handbook'] === handbook);
      row.hidden = !fits;
      if (fits) here += 1;
    }
    section.hidden = here === 0;
    shown += here;
  }
  const count = form.querySelector<HTMLElement>('[data-sources-count]');
  if (count) count.textContent = `列出 ${shown} 条`;
}
