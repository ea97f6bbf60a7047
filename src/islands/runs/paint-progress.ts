import { settledAs } from '../../progress/runs/count.ts';
import type { Standing, Walk } from '../../progress/runs/walk.ts';

/** What is painted: steps that do not apply apart from those that were skipped. */
type Paint = Standing | 'inapplicable';

const WORDS: Record<Paint, string> = {
  open: '待办',
  done: '已完成',
  inapplicable: '不适用',
  skipped: '已跳过',
  ahead: '',
  bypassed: '未经过',
};

/**
 * Paints how a run stands on the workflow page's own steps and on its diagram, which are static: an
 * attribute on each, and a word. Without a run the paint is taken off.
 */
export function paintProgress(walk: Walk | undefined): void {
  const standing = walk && paintsOf(walk);
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

function paintsOf(walk: Walk): ReadonlyMap<string, Paint> {
  const settled = walk.live.map((visit) => [visit.step.id, settledAs(visit)] as const);
  return new Map<string, Paint>([...walk.standing, ...settled]);
}

/** The diagram's nodes are links to the steps; its style sheet has the words. */
function paintDiagram(standing: ReadonlyMap<string, Paint> | undefined): void {
  let current = true;
  for (const node of document.querySelectorAll<HTMLAnchorElement>('.flow li > a')) {
    const state = standing?.get(node.hash.slice(1));
    paint(node, state);
    node.toggleAttribute('data-current', current && state === 'open');
    if (state === 'open') current = false;
  }
}

/** Sets the attribute, and returns the word. */
function paint(element: HTMLElement, state: Paint | undefined): string {
  const words = state ? WORDS[state] : '';
  if (words) element.dataset['standing'] = state;
  else delete element.dataset['standing'];
  return words;
}
