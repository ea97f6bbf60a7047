/** Training plans: every role's route, and those that are authored, with where each item leads. */
import type { Need, Plan, PlanItem } from '../model/plan.ts';
import { planPath, routeSlug } from '../model/plan-slug.ts';
import { itemReference, parseReference } from '../model/reference.ts';
import {
  ROUTE_STAGES,
  ROUTE_STAGE_LABEL,
  sectionTitle,
  type RouteStage,
} from '../model/vocabulary.ts';
import { pathOfPlace, placeOf } from './items.ts';
import { departmentOf } from './site.ts';
import type { Handbook, RolePage, Site } from './types.ts';

/** By which working day each stage of a route is due. */
export const STAGE_DAY: Readonly<Record<RouteStage, number>> = {
  day: 1,
  week: 5,
  month: 22,
  quarter: 66,
};

/** An item of a plan, with what it is called and where it leads. */
export interface PlanStop extends PlanItem {
  readonly text: string;
  /** Root-relative path with fragment, without the base. */
  readonly path: string;
  /** What it is: `B 工作流程`; of an item, its page. */
  readonly kind: string;
}

/** What is due by one day. */
export interface PlanDay {
  readonly day: number;
  /** 第一周, or 第 3 个工作日. */
  readonly title: string;
  readonly stops: readonly PlanStop[];
}

/** A plan that the site publishes. */
export interface SitePlan {
  readonly plan: Plan;
  readonly path: string;
  readonly role: RolePage;
  readonly summary: string;
  /** True for the route of a role. */
  readonly isRoute: boolean;
  readonly days: readonly PlanDay[];
}

/** All plans of a site: of each role its route, then what is authored for it, in the order of the roles. */
export function plansOf(site: Site): SitePlan[] {
  return site.handbooks.flatMap((handbook) =>
    handbook.roles.flatMap((role) => [...(routePlanOf(site, role) ?? []), ...authored(site, role)]),
  );
}

/** The plans of one handbook. */
export function plansIn(site: Site, { slug }: Handbook): SitePlan[] {
  return plansOf(site).filter(({ role }) => role.handbook === slug);
}

/** A role's route as a plan, alone in a list; nothing for a role that has none. */
export function routePlanOf(site: Site, role: RolePage): [SitePlan] | undefined {
  const { route } = role.data;
  if (!route) return undefined;
  const items = ROUTE_STAGES.flatMap((stage) =>
    route[stage].map((entry): PlanItem => {
      const ref = entry.includes('/') ? entry : itemReference(role.reference, entry);
      return { ref, need: routeNeed(ref), day: STAGE_DAY[stage] };
    }),
  );
  const stops = stopsOf(site, items, role);
  if (stops.length === 0) return undefined;
  const slug = routeSlug(role.reference);
  return [
    {
      ...planOf(slug, routeTitle(site, role), stops),
      role,
      summary: `${role.title}到岗以后要读的、要做的，从第一天排到第一个季度，照顺序一条一条来。`,
      isRoute: true,
      days: daysOf(stops, (day) => {
        const stage = ROUTE_STAGES.find((each) => STAGE_DAY[each] === day);
        return stage ? ROUTE_STAGE_LABEL[stage] : dayTitle(day);
      }),
    },
  ];
}

/** Duties are practised; pages, and what stands on others, are read. */
function routeNeed(ref: string): Need {
  const { page, id } = parseReference(ref);
  return id && page.split('/')[1] === 'roles' ? 'practise' : 'read';
}

/** Two roles of one name are told apart by their departments. */
function routeTitle(site: Site, role: RolePage): string {
  const isOnly = !site.handbooks.some(({ roles }) =>
    roles.some((other) => other !== role && other.title === role.title),
  );
  const title = `${role.title}入职路线`;
  return isOnly ? title : `${title}（${departmentOf(site, role.handbook)}）`;
}

function authored(site: Site, role: RolePage): SitePlan[] {
  return site.plans
    .filter(({ data }) => data.role === role.reference)
    .flatMap(({ id, data: { title, summary, items } }) => {
      const stops = stopsOf(site, items);
      if (stops.length === 0) return [];
      const days = daysOf(stops, dayTitle);
      return [{ ...planOf(id, title, stops), role, summary, isRoute: false, days }];
    });
}

function dayTitle(day: number): string {
  return `第 ${String(day)} 个工作日`;
}

function planOf(id: string, title: string, stops: readonly PlanStop[]) {
  const items = stops.map(({ ref, need, day }): PlanItem => ({ ref, need, day }));
  return { plan: { id, title, items }, path: planPath(id) };
}

/**
 * Items with where they lead: each once, and nothing of a handbook that is not published.
 *
 * @param own the page whose items are known without naming it
 * @throws Error for an item that leads nowhere; the editor's checks say so first
 */
function stopsOf(site: Site, items: readonly PlanItem[], own?: RolePage): PlanStop[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const key = `${item.ref} ${item.need}`;
    const place = seen.has(key) ? undefined : placeOf(site, item.ref, 'A plan');
    if (!place) return [];
    seen.add(key);
    const { page, item: part } = place;
    return [
      {
        ...item,
        text: part?.text ?? page.title,
        path: pathOfPlace(place),
        kind: part ? (page === own ? '职责' : page.title) : sectionTitle(page.section),
      },
    ];
  });
}

function daysOf(stops: readonly PlanStop[], title: (day: number) => string): PlanDay[] {
  return [...new Set(stops.map(({ day }) => day))].map((day) => ({
    day,
    title: title(day),
    stops: stops.filter((stop) => stop.day === day),
  }));
}
