/** What plans can name, as the pages of training fetch it (`model/plan-data.ts`). */
import type { ListedPlan, TrainingHandbook } from '../model/plan-data.ts';
import { itemsOf } from './items.ts';
import { plansOf } from './plans.ts';
import type { Handbook, Site } from './types.ts';

/** The pages and items of a handbook. */
export function trainingHandbook({ slug, title, pages }: Handbook): TrainingHandbook {
  return {
    handbook: slug,
    title,
    pages: pages.map((page) => ({
      ref: page.reference,
      title: page.title,
      section: page.section,
      path: page.path,
      items: itemsOf(page).map(({ id, text }) => ({ id, text })),
    })),
  };
}

/** All plans that the site publishes. */
export function listedPlans(site: Site): ListedPlan[] {
  return plansOf(site).map(({ plan, path, role, isRoute }) => ({
    ...plan,
    path,
    handbook: role.handbook,
    role: role.reference,
    isRoute,
  }));
}
