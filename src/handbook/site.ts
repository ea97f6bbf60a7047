/**
 * The typed model of the whole site: handbooks, their sections and pages, and the order in which one
 * reads them. Pure: takes the collections' entries as plain data.
 */
import type { HandbookSlug } from '../model/handbook-slug.ts';
import { SECTIONS, type Section } from '../model/vocabulary.ts';
import type { HolidayYear } from '../model/workdays.ts';
import type { HandbookFront } from '../schemas/handbook.ts';
import type { HolidayEntry } from '../schemas/holidays.ts';
import {
  publishedEditions,
  publishedPlans,
  publishedRegulations,
  publishedSources,
  publishedTerms,
} from './published.ts';
import { buildLedger } from './sources.ts';
import type { Handbook, Page, PageOf, Site, SourceContent, SourceEntry } from './types.ts';

/**
 * Builds the model of what is published.
 *
 * @throws Error when an entry lies outside a handbook's sections; the editor's checks say so first
 */
export function buildSite(content: SourceContent): Site {
  const { identity } = content;
  refuseLost(content);
  const handbooks = identity.handbooks.map((slug) => {
    const front = content.handbooks.find((entry) => entry.id === slug);
    if (!front) throw new Error(`The site publishes "${slug}", of which there is no handbook`);
    return buildHandbook(slug, front, content);
  });
  const leftOut = content.handbooks
    .map(({ id }) => id)
    .filter((slug) => !identity.handbooks.includes(slug));
  const bodies = handbooks.flatMap(({ body, pages }) => [body, ...pages.map((page) => page.body)]);
  const terms = publishedTerms(content.terms, identity.handbooks, bodies);
  const plans = publishedPlans(content.plans, leftOut);
  const sources = publishedSources(content, identity.handbooks);
  return {
    identity,
    handbooks,
    leftOut,
    pages: new Map(handbooks.flatMap((h) => h.pages.map((page) => [page.reference, page]))),
    ledger: buildLedger(sources.documents, sources.statements, sources.about),
    terms,
    regulations: publishedRegulations(content.regulations, identity.handbooks),
    plans,
    editions: publishedEditions(content.editions, leftOut, terms, plans),
    register: content.register[0]?.data ?? { moved: [], retired: [] },
    holidays: { years: Object.fromEntries(content.holidays.map(holidayYear)) },
  };
}

function refuseLost({ handbooks, roles, workflows, techniques, rules }: SourceContent): void {
  const slugs = new Set(handbooks.map(({ id }) => id));
  const lost = [roles, workflows, techniques, rules]
    .flat()
    .find(({ id }) => !slugs.has(id.split('/')[0] ?? '') || id.split('/').length !== 3);
  if (lost) throw new Error(`"${lost.id}" is in no handbook: expected <handbook>/<section>/<slug>`);
}

/** A year's days as two texts: every workflow's page carries them, and lists of texts weigh thrice. */
function holidayYear({ id, data }: SourceEntry<HolidayEntry>): [year: string, days: HolidayYear] {
  return [id, { off: data.off.join(' '), work: data.work.join(' ') }];
}

/** The pages of one section of a handbook. */
export function sectionPages(handbook: Handbook, section: Section): readonly Page[] {
  return handbook[section];
}

/** A handbook of the site. @throws Error when the site has none of that name */
export function handbookOf(site: Site, slug: string): Handbook {
  const handbook = site.handbooks.find((candidate) => candidate.slug === slug);
  if (!handbook) throw new Error(`The site has no handbook "${slug}"`);
  return handbook;
}

/** True for a site of one handbook, which needs not be told from others. */
export function isAlone(site: Site): boolean {
  return site.handbooks.length === 1;
}

/** The department whose manual a handbook is; the slug itself where the site has no such handbook. */
export function departmentOf(site: Site, slug: HandbookSlug): string {
  return site.handbooks.find((handbook) => handbook.slug === slug)?.data.department ?? slug;
}

/** A page by slug in the same handbook, or by full reference; `undefined` when there is none. */
export function findPage<S extends Section>(
  site: Site,
  handbook: HandbookSlug,
  section: S,
  slugOrReference: string,
): Extract<Page, { section: S }> | undefined {
  const reference = slugOrReference.includes('/')
    ? slugOrReference
    : `${handbook}/${section}/${slugOrReference}`;
  const page = site.pages.get(reference);
  return page?.section === section ? (page as Extract<Page, { section: S }>) : undefined;
}

function buildHandbook(
  slug: HandbookSlug,
  { data, body = '' }: SourceEntry<HandbookFront>,
  content: SourceContent,
): Handbook {
  const roles = pagesOf(slug, 'roles', content.roles);
  const workflows = pagesOf(slug, 'workflows', content.workflows);
  const techniques = pagesOf(slug, 'techniques', content.techniques);
  const rules = pagesOf(slug, 'rules', content.rules);
  const bySection = { roles, workflows, techniques, rules };
  return {
    slug,
    path: `/${slug}/`,
    title: data.title,
    reference: slug,
    collection: 'handbooks',
    data,
    body,
    ...bySection,
    pages: SECTIONS.flatMap((section): readonly Page[] => bySection[section]),
  };
}

function pagesOf<S extends Section, Data extends { title: string; order: number }>(
  handbook: HandbookSlug,
  section: S,
  entries: readonly SourceEntry<Data>[],
): PageOf<S, Data>[] {
  return entries
    .filter((entry) => entry.id.startsWith(`${handbook}/${section}/`))
    .sort((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1))
    .map(({ id, data, body = '' }) => ({
      section,
      reference: id,
      handbook,
      slug: id.slice(id.lastIndexOf('/') + 1),
      path: `/${id}/`,
      collection: section,
      title: data.title,
      data,
      body,
    }));
}
