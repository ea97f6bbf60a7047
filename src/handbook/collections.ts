/** The one file that touches `astro:content`: hands the collections to the model as plain data. */
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import type { Edition } from '../schemas/edition.ts';
import type { HandbookFront } from '../schemas/handbook.ts';
import type { HolidayEntry } from '../schemas/holidays.ts';
import type { Role } from '../schemas/role.ts';
import type { SourceDocument, SourceStatement } from '../schemas/ledger.ts';
import type { RulePage } from '../schemas/rule.ts';
import type { Technique } from '../schemas/technique.ts';
import type { Term } from '../schemas/term.ts';
import type { Workflow } from '../schemas/workflow.ts';
import type { Moves } from './former-pages.ts';
import { buildSite, type Site, type SourceEntry } from './site.ts';

let site: Promise<Site> | undefined;

/** The model of the whole site; built once for each build. */
export function getSite(): Promise<Site> {
  // The dev server reloads content without reloading modules, so there the model is built each time.
  if (import.meta.env.DEV) return loadSite();
  site ??= loadSite();
  return site;
}

/** The content entry behind a page, to render its prose. */
export async function getEntry(page: { readonly reference: string; readonly collection: string }) {
  const entries = await getCollection(page.collection as CollectionKey);
  const entry = entries.find((candidate) => candidate.id === page.reference);
  if (!entry) throw new Error(`No content entry for ${page.reference} in ${page.collection}`);
  return entry;
}

async function loadSite(): Promise<Site> {
  return buildSite({
    handbooks: await plain<HandbookFront>('handbooks'),
    roles: await plain<Role>('roles'),
    workflows: await plain<Workflow>('workflows'),
    techniques: await plain<Technique>('techniques'),
    rules: await plain<RulePage>('rules'),
    documents: await plain<SourceDocument>('documents'),
    statements: await plain<SourceStatement>('statements'),
    editions: await plain<Edition>('editions'),
    register: await plain<Moves>('register'),
    terms: await plain<Omit<Term, 'id'>>('terms'),
    holidays: await plain<HolidayEntry>('holidays'),
  });
}

async function plain<Data>(collection: CollectionKey): Promise<SourceEntry<Data>[]> {
  const entries: CollectionEntry<CollectionKey>[] = await getCollection(collection);
  return entries.map((entry) => ({
    id: entry.id,
    data: entry.data as Data,
    body: 'body' in entry ? entry.body : undefined,
  }));
}
