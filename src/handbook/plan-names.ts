import type { ListedPlan } from '../model/plan-data.ts';
import { plansOf } from './plans.ts';
import type { Site } from './types.ts';

/** The published plans by name, for pages that make plans and open them. */
export function planNames(site: Site): Pick<ListedPlan, 'id' | 'title' | 'handbook'>[] {
  return plansOf(site).map(({ plan: { id, title }, role: { handbook } }) => ({
    id,
    title,
    handbook,
  }));
}
