/** A role's 路线: existing items, in the order in which a new hire takes them. */
import { ROUTE_STAGES, ROUTE_STAGE_LABEL, sectionTitle } from '../model/vocabulary.ts';
import { parseReference, itemReference } from '../model/reference.ts';
import { pathOfPlace, placeOf } from './items.ts';
import type { RolePage, Site } from './types.ts';

export interface RouteStop {
  /** Root-relative path with fragment, without the base. */
  readonly path: string;
  readonly text: string;
  /** What it is: `B · 工作流程`, or 职责 for a duty of the page itself. */
  readonly kind: string;
}

export interface RouteLeg {
  readonly title: string;
  readonly stops: readonly RouteStop[];
}

/**
 * The legs of a role's route; empty when it has none.
 *
 * @throws Error for an entry that leads nowhere; the editor's checks say so first
 */
export function routeOf(site: Site, role: RolePage): RouteLeg[] {
  const { route } = role.data;
  if (!route) return [];
  return ROUTE_STAGES.map((stage) => ({
    title: ROUTE_STAGE_LABEL[stage],
    stops: route[stage].flatMap((entry) => stopOf(site, role, entry) ?? []),
  })).filter(({ stops }) => stops.length > 0);
}

/** References of the pages that a role has to know: its own, and those of its route. */
export function pagesOfRole({ reference, data }: RolePage): ReadonlySet<string> {
  const stops = ROUTE_STAGES.flatMap((stage) => data.route?.[stage] ?? []);
  const isElsewhere = (entry: string) => entry.includes('/');
  return new Set([
    reference,
    ...stops.filter(isElsewhere).map((entry) => parseReference(entry).page),
  ]);
}

/** Nothing for what stands in a handbook that is not published. */
function stopOf(site: Site, role: RolePage, entry: string): RouteStop | undefined {
  const reference = entry.includes('/') ? entry : itemReference(role.reference, entry);
  const place = placeOf(site, reference, `${role.reference}: route`);
  if (!place) return undefined;
  const { page, item } = place;
  return {
    path: pathOfPlace(place),
    text: item?.text ?? page.title,
    kind: page === role ? '职责' : sectionTitle(page.section),
  };
}
