/** The choice of theme in the bar: shows what was chosen, and keeps and applies a new choice. */
import { applyTheme, chooseTheme, readTheme, type Theme } from '../stores/theme.ts';

/** Wires up the choice, where the page has it. */
export function startThemeChoice(): void {
  const select = document.querySelector<HTMLSelectElement>('select[data-theme-choice]');
  if (!select) return;
  select.value = readTheme();
  select.disabled = false;
  select.addEventListener('change', () => chooseTheme(select.value as Theme));
  // A page that comes back from the back/forward cache may show an older choice.
  window.addEventListener('pageshow', () => {
    select.value = readTheme();
    applyTheme(readTheme());
  });
}
