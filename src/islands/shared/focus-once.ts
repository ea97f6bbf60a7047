/** Focuses a field that the reader asked for just now, the first time it is drawn: a `ref`. */
export function focusOnce(field: HTMLElement | null): void {
  if (!field || field.dataset['focused'] !== undefined) return;
  field.dataset['focused'] = '';
  field.focus();
}
