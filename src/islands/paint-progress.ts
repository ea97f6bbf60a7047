import type { Standing } from '../progress/walk';

const WORDS: Record<Standing, string> = {
  open: '待办',
  done: '已完成',
  skipped: '不适用',
  ahead: '',
  bypassed: '未经过',
};

/**
 * Paints how a run stands on the workflow page's own steps, which are static: a word and an
 * attribute on each. Without a run the paint is taken off.
 */
export function paintProgress(standing: ReadonlyMap<string, Standing> | undefined): void {
  for (const step of document.querySelectorAll<HTMLElement>('li.step')) {
    const state = standing?.get(step.id);
    const words = state ? WORDS[state] : '';
    if (words) step.dataset['standing'] = state;
    else delete step.dataset['standing'];
    const label = step.querySelector<HTMLElement>('[data-step-state]');
    if (!label) continue;
    label.textContent = words;
    label.hidden = words === '';
  }
}
