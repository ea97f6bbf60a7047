/** Names of published plans: the last part of their addresses, and their ids in what readers store. */
import { parseReference } from './reference.ts';

/** What stands for something else at `/train/<slug>/`. */
export const REFUSED_PLAN_SLUGS: readonly string[] = ['new', 'open', 'print'];

/** The slug of a role's route as a plan: `agency-account-executive`. @param role its full reference */
export function routeSlug(role: string): string {
  const [handbook = '', , slug = ''] = parseReference(role).page.split('/');
  return `${handbook}-${slug}`;
}

/** The page under which the register has the authored plans: `train#<slug>`. */
export const PLANS_PAGE = 'train';

/** Root-relative, without the base. */
export const planPath = (slug: string): string => `/train/${slug}/`;
