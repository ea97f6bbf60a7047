import type { Standing } from '../../progress/runs/walk.ts';

const WORDS: Record<Standing, string> = {
  open: '待办',
  done: '已完成',
  skipped: '不适用',
  ahead: '',
  bypassed: '未经过',
};

/**
 * Paints how a run stands on the workflow page's own steps and on its diagram, which are static: an
 * attribute on each, and a word. Without a run the paint is taken off.
 */
export function paintProgress(standing: ReadonlyMap<string, Standing> | undefined): void {
  paintDiagram(standing);
  for (const step of document.querySelectorAll<HTMLElement>('li.step')) {
    const state = standing?.get(step.id);
    const words = paint(step, state);
    const label = step.querySelector<HTMLElement>('[data-step-state]');
    if (!label) continue;
    label.textContent = words;
    label.hidden = words === '';
  }
}

/** The diagram's nodes are links to the steps; its style sheet has the words. */
function paintDiagram(standing: ReadonlyMap<string, Standing> | undefined): void {
  let current = true;
  for (const node of document.querySelectorAll<HTMLAnchorElement>('.flow li > a')) {
    const state = standing?.get(node.hash.slice(1));
    paint(node, state);
    node.toggleAttribute('data-current', current && state === 'open');
    if (state === 'open') current = false;
  }
}

/** Sets the attribute, and returns the word. */
function paint(element: HTMLElement, state: Standing | undefined): string {
  const words = state ? WORDS[state] : '';
  if (words) element.dataset['standing'] = state;
  else delete element.dataset['standing'];
  return words;
}
