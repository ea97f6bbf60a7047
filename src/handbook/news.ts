/** What to tell readers who come back: what the editions since their last visit brought, by role. */
import type { News } from '../model/news.ts';
import { currentName } from '../model/moves.ts';
import { parseReference } from '../model/reference.ts';
import { changedReferences } from '../schemas/edition.ts';
import { FIRST_REVISION } from './revisions.ts';
import { pagesOfRole } from './route.ts';
import { roleChoices, type RoleChoice } from './role-choices.ts';
import type { RolePage, Site } from './types.ts';

/** Each edition but the first, the newest one first, with what has to be acted on of it and of those after it. */
export function newsOf(site: Site): News[] {
  const pages = rolePages(site).map(pagesOfRole);
  const found = new Set<string>();
  const later = site.editions.filter(({ number }) => number > FIRST_REVISION);
  return later.map(({ number, date, changes }) => {
    for (const ref of changes.filter(({ material }) => material).flatMap(changedReferences)) {
      found.add(currentName(site.register.moved, ref));
    }
    const names = [...found].map((name) => parseReference(name).page);
    return {
      edition: number,
      day: date.toISOString().slice(0, 10),
      count: names.length,
      own: pages.map((ofRole) => names.filter((page) => ofRole.has(page)).length),
    };
  });
}

/** Which roles a page concerns: places in `roleChoices`, with spaces between; `undefined` when none. */
export function rolesByPage(site: Site): (page: string) => string | undefined {
  const roles = rolePages(site).map(pagesOfRole);
  return (page) => {
    const places = roles.flatMap((pages, place) => (pages.has(page) ? [place] : []));
    return places.length > 0 ? places.join(' ') : undefined;
  };
}

/** The roles by the names under which a reader may have chosen them, in the order of `roleChoices`. */
export function roleNames(site: Site): Pick<RoleChoice, 'reference' | 'was' | 'title'>[] {
  return roleChoices(site).map(({ reference, title, was }) => ({
    reference,
    title,
    ...(was ? { was } : {}),
  }));
}

const rolePages = ({ handbooks }: Site): RolePage[] => handbooks.flatMap(({ roles }) => roles);
