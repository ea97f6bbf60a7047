/** The choice of theme in the bar: shows what was chosen, and keeps and applies a new choice. */
import { onShownLate } from '../stores/shown.ts';
import { applyTheme, chooseTheme, readTheme, type Theme } from '../stores/theme.ts';

/** Wires up the choice, where the page has it. */
export function startThemeChoice(): void {
  const select = document.querySelector<HTMLSelectElement>('select[data-theme-choice]');
  if (!select) return;
  select.value = readTheme();
  select.disabled = false;
  select.addEventListener('change', () => chooseTheme(select.value as Theme));
  onShownLate(() => {
    select.value = readTheme();
    applyTheme(readTheme());
  });
}
