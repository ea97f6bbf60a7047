/** The one file that touches `astro:content`: hands the collections to the model as plain data. */
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { readSiteFile } from '../build/site-file.ts';
import { buildSite } from './site.ts';
import type { Site, SourceEntry } from './types.ts';

let site: Promise<Site> | undefined;

/** The model of the whole site; built once for each build. */
export function getSite(): Promise<Site> {
  // The dev server reloads content without reloading modules, so there the model is built each time.
  if (import.meta.env.DEV) return loadSite();
  site ??= loadSite();
  return site;
}

/** The content entry behind a page, to render its prose. */
export async function getEntry<K extends CollectionKey>(page: {
  readonly reference: string;
  readonly collection: K;
}): Promise<CollectionEntry<K>> {
  const entries: CollectionEntry<K>[] = await getCollection(page.collection);
  const entry = entries.find((candidate) => candidate.id === page.reference);
  if (!entry) throw new Error(`No content entry for ${page.reference} in ${page.collection}`);
  return entry;
}

async function loadSite(): Promise<Site> {
  return buildSite({
    identity: readSiteFile(),
    about: await plain('about'),
    handbooks: await plain('handbooks'),
    roles: await plain('roles'),
    workflows: await plain('workflows'),
    techniques: await plain('techniques'),
    rules: await plain('rules'),
    documents: await plain('documents'),
    statements: await plain('statements'),
    editions: await plain('editions'),
    plans: await plain('plans'),
    register: await plain('register'),
    regulations: await plain('regulations'),
    terms: await plain('terms'),
    holidays: await plain('holidays'),
  });
}

/** A collection's entries without what Astro keeps of them. */
async function plain<K extends CollectionKey>(
  collection: K,
): Promise<SourceEntry<CollectionEntry<K>['data']>[]> {
  const entries: CollectionEntry<K>[] = await getCollection(collection);
  return entries.map(({ id, data, ...rest }) => ({
    id,
    data,
    body: 'body' in rest ? rest.body : undefined,
  }));
}
