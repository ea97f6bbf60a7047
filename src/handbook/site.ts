/**
 * The typed model of the whole site: handbooks, their sections and pages, and the order in which one
 * reads them. Pure: takes the collections' entries as plain data.
 */
import { HANDBOOKS, SECTIONS, type HandbookSlug, type Section } from '../model/vocabulary.ts';
import type { HolidayYear } from '../model/workdays.ts';
import type { HandbookFront } from '../schemas/handbook.ts';
import type { HolidayEntry } from '../schemas/holidays.ts';
import { buildLedger } from './sources.ts';
import type { Handbook, Page, PageOf, Site, SourceContent, SourceEntry } from './types.ts';

/**
 * Builds the model.
 *
 * @throws Error when an entry lies outside a handbook's sections; the editor's checks say so first
 */
export function buildSite(content: SourceContent): Site {
  const handbooks = HANDBOOKS.flatMap((slug) => {
    const front = content.handbooks.find((entry) => entry.id === slug);
    return front ? [buildHandbook(slug, front, content)] : [];
  });
  const pages = new Map(handbooks.flatMap((h) => h.pages.map((page) => [page.reference, page])));
  const placed = new Set<string>([...HANDBOOKS, ...pages.keys()]);
  const { roles, workflows, techniques, rules } = content;
  const entries = [content.handbooks, roles, workflows, techniques, rules].flat();
  const lost = entries.find(({ id }) => !placed.has(id));
  if (lost) throw new Error(`"${lost.id}" is in no handbook: expected <handbook>/<section>/<slug>`);
  return {
    handbooks,
    pages,
    ledger: buildLedger(content.documents, content.statements),
    terms: content.terms.map(({ id, data }) => ({ ...data, id })),
    editions: content.editions.map(({ data }) => data).sort((a, b) => b.number - a.number),
    register: content.register[0]?.data ?? { moved: [], retired: [] },
    holidays: { years: Object.fromEntries(content.holidays.map(holidayYear)) },
  };
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
