/** What answers where a plan stood before it, or the role whose route it is, was renamed or retired. */
import { currentName } from '../model/moves.ts';
import { PLANS_PAGE, routeSlug } from '../model/plan-slug.ts';
import { parseReference } from '../model/reference.ts';
import type { FormerPage } from './former-pages.ts';
import { plansOf } from './plans.ts';
import type { Site } from './types.ts';

/** All former addresses of plans, as pages at `train/<slug>`; none where another plan stands now. */
export function formerPlans(site: Site): FormerPage[] {
  const { moved, retired } = site.register;
  const plans = plansOf(site);
  const gone = [
    ...moved.map(({ from, since }) => ({ reference: from, since })),
    ...retired.map(({ ref, since }) => ({ reference: ref, since })),
  ];
  return gone.flatMap(({ reference, since }): FormerPage[] => {
    const slug = formerSlug(reference);
    if (slug === undefined || plans.some(({ plan }) => plan.id === slug)) return [];
    const name = currentName(moved, reference);
    const plan = plans.find(
      (each) =>
        referenceOf(each.plan.id) === name || (each.isRoute && each.role.reference === name),
    );
    const why = retired.find(({ ref }) => ref === name)?.why;
    const page = { reference: `${PLANS_PAGE}/${slug}`, since, items: [] };
    if (plan) return [{ ...page, to: { path: plan.path, title: plan.plan.title } }];
    const isOurs = !site.leftOut.includes(reference.split('/')[0] ?? '');
    return why !== undefined && isOurs ? [{ ...page, why }] : [];
  });
}

/** The ids under which a plan could be begun before it, or its role, was renamed. @param path of the plan */
export function formerPlanIds(site: Site, path: string): string[] {
  return formerPlans(site).flatMap(({ reference, to }) =>
    to?.path === path ? reference.slice(`${PLANS_PAGE}/`.length) : [],
  );
}

/** The name under which the register has an authored plan. */
export function referenceOf(slug: string): string {
  return `${PLANS_PAGE}#${slug}`;
}

/** The slug that a plan had under a name of the register; nothing for what is no plan and no role. */
function formerSlug(reference: string): string | undefined {
  const { page, id } = parseReference(reference);
  if (page === PLANS_PAGE) return id;
  return id === undefined && page.split('/')[1] === 'roles' ? routeSlug(page) : undefined;
}
