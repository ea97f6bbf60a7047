/** What is kept of an edition, in a cache of its own. */
import { editionCache } from '../shared/names.ts';
import { isPacked, PACK_FOLDER } from '../shared/manifest.ts';
import { openPack, typeOf, type Pack } from '../shared/pack.ts';
import { PREFIX, SITE_ADDRESS } from './build.ts';

const EDITIONS = editionCache(PREFIX, '');

/** Versions of which anything is kept. */
export async function keptVersions(): Promise<string[]> {
  const names = await caches.keys();
  return names
    .filter((name) => name.startsWith(EDITIONS))
    .map((name) => name.slice(EDITIONS.length));
}

export async function deleteEdition(version: string): Promise<void> {
  packs.delete(version);
  await caches.delete(editionCache(PREFIX, version));
}

/** The kept file of an edition. @param url below the base path */
export async function keptFile(version: string, url: string): Promise<Response | undefined> {
  const name = editionCache(PREFIX, version);
  // Opening it would make it.
  if (!(await caches.has(name))) return undefined;
  const cache = await caches.open(name);
  const found = await cache.match(new URL(url, SITE_ADDRESS).href);
  return found ?? (isPacked(url) ? fromPack(version, cache, url) : undefined);
}

/** A file whose name says what is in it, of whichever edition has it. */
export async function keptAnywhere(url: string): Promise<Response | undefined> {
  for (const version of await keptVersions()) {
    const found = await keptFile(version, url);
    if (found) return found;
  }
  return undefined;
}

const packs = new Map<string, Promise<Pack | undefined>>();

async function fromPack(version: string, cache: Cache, url: string): Promise<Response | undefined> {
  const opening = packs.get(version) ?? openPackIn(cache);
  packs.set(version, opening);
  const pack = await opening.catch(() => undefined);
  if (!pack) packs.delete(version);
  const body = pack?.read(url);
  return body && new Response(body, { headers: { 'content-type': typeOf(url) } });
}

async function openPackIn(cache: Cache): Promise<Pack | undefined> {
  const folder = new URL(PACK_FOLDER, SITE_ADDRESS).href;
  const key = (await cache.keys()).find(({ url }) => url.startsWith(folder));
  const kept = key && (await cache.match(key));
  return kept && openPack(await kept.blob());
}
