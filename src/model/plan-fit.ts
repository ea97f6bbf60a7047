/** Which needs fit what a plan can name. */
import { NEEDS, type Need } from './plan.ts';
import type { Section } from './vocabulary.ts';

const READING: readonly Need[] = ['read'];

/**
 * The needs that fit a page, or an item of one: a rule is kept and a role is held, neither is practised;
 * duties, steps, points and forms are done, and so can be watched.
 *
 * @param section of the page; `index` is a handbook's front page
 */
export function needsFor(section: Section | 'index', isItem: boolean): readonly Need[] {
  if (section === 'workflows' || section === 'techniques') return NEEDS;
  return section === 'roles' && isItem ? NEEDS : READING;
}
