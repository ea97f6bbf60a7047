/** Keeps handbooks, and removes them. */
import { faultKind, OfflineFault } from '../shared/fault.ts';
import { fill } from '../shared/fill.ts';
import {
  groupOf,
  keptWhole,
  neededFor,
  PACK_FOLDER,
  shareKept,
  type Entry,
} from '../shared/manifest.ts';
import type { KeepAnswer, Status } from '../shared/messages.ts';
import { editionCache } from '../shared/names.ts';
import { editionsIn, replaced } from '../shared/tabs.ts';
import { EDITION, HANDBOOKS, PREFIX, SITE_ADDRESS } from './build.ts';
import { deleteEdition, keptVersions } from './editions.ts';
import { ENTRIES, VERSION } from './entries.ts';
import { forgetAll, readAnew, remember, remembered } from './memory.ts';
import { worker } from './scope.ts';

/** How long the worker keeps on at one request, in milliseconds: browsers end those that never rest. */
const SLICE = 20_000;

const OWN = { version: VERSION, edition: EDITION };

/** A new edition: all that is kept of the one before is had of this one too, or it is not installed. */
export async function install(): Promise<void> {
  const { whole } = await readAnew();
  // Nobody reads the edition before from the device.
  if (whole.length === 0) return worker.skipWaiting();
  await fetchAll(neededFor(ENTRIES, HANDBOOKS, whole));
}

/** Takes the place of the edition before. The pages that are open go on with that. */
export async function activate(): Promise<void> {
  const open = (await worker.clients.matchAll({ type: 'window' })).map(({ id }) => id);
  await readAnew();
  const kept = await keptUrls();
  const { tabs } = await remember((memory) => ({
    ...memory,
    active: OWN,
    whole: keptWhole(ENTRIES, HANDBOOKS, memory.chosen, kept),
    tabs:
      memory.active && memory.active.version !== VERSION
        ? replaced(memory.tabs, open, memory.active.version, Date.now())
        : memory.tabs,
  }));
  const needed = editionsIn(tabs);
  for (const version of await keptVersions()) {
    if (version !== VERSION && !needed.has(version)) await deleteEdition(version);
  }
}

/**
 * Keeps handbooks, for a while.
 *
 * @param tell takes what becomes of it; the last is not `progress`
 * @param onStop is given what stops it
 */
export async function keep(
  handbooks: readonly string[],
  tell: (answer: KeepAnswer) => void,
  onStop: (stop: () => void) => void,
): Promise<void> {
  const end = new AbortController();
  let isStopped = false;
  onStop(() => {
    isStopped = true;
    end.abort();
  });
  const timer = setTimeout(() => end.abort(), SLICE);
  try {
    await remember((memory) => ({
      ...memory,
      active: OWN,
      chosen: [...new Set([...memory.chosen, ...handbooks])],
    }));
    const needed = neededFor(ENTRIES, HANDBOOKS, handbooks);
    const total = needed.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    await fetchAll(needed, end.signal, ({ bytes }) => {
      done += bytes;
      tell({ kind: 'progress', done, total });
    });
    await remember((memory) => ({
      ...memory,
      whole: [...new Set([...memory.whole, ...handbooks])],
    }));
    tell({ kind: 'whole' });
  } catch (error) {
    const fault = faultKind(error);
    const isPause = fault === 'stopped' && !isStopped;
    tell(isPause ? { kind: 'more' } : { kind: 'broken-off', fault });
  } finally {
    clearTimeout(timer);
  }
}

/** Removes a handbook; with the last one, everything. */
export async function forget(handbook: string): Promise<void> {
  const { chosen } = await remember((memory) => ({
    ...memory,
    chosen: memory.chosen.filter((each) => each !== handbook),
    whole: memory.whole.filter((each) => each !== handbook),
  }));
  if (chosen.length === 0) return forgetAll();
  const cache = await caches.open(editionCache(PREFIX, VERSION));
  for (const { url } of ENTRIES) {
    if (groupOf(url, HANDBOOKS) === handbook) await cache.delete(new URL(url, SITE_ADDRESS).href);
  }
}

/** How it stands. */
export async function status(): Promise<Status> {
  const { chosen, whole, active } = await remembered();
  const kept = await keptUrls();
  const begun = chosen
    .filter((handbook) => !whole.includes(handbook) && HANDBOOKS.includes(handbook))
    .map((handbook) => {
      const needed = neededFor(ENTRIES, HANDBOOKS, [handbook]);
      return [handbook, shareKept(needed, kept)] as const;
    });
  return {
    edition: EDITION,
    ...(active ? { present: active.edition } : {}),
    whole,
    begun: Object.fromEntries(begun),
  };
}

/** What is kept of this edition, below the base path. */
async function keptUrls(): Promise<Set<string>> {
  const name = editionCache(PREFIX, VERSION);
  if (!(await caches.has(name))) return new Set();
  const keys = await (await caches.open(name)).keys();
  return new Set(keys.map(({ url }) => url.slice(SITE_ADDRESS.length)));
}

/** @throws OfflineFault */
async function fetchAll(
  entries: readonly Entry[],
  signal?: AbortSignal,
  onKept?: (entry: Entry) => void,
): Promise<void> {
  const others = (await keptVersions()).filter((version) => version !== VERSION);
  const name = editionCache(PREFIX, VERSION);
  const cache = await caches.open(name);
  await fill({
    entries,
    site: SITE_ADDRESS,
    cache,
    fetch: (address, init) => fetch(address, init),
    unpack: async ({ url }, content) =>
      url.startsWith(PACK_FOLDER)
        ? new Response(
            new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip')),
          ).arrayBuffer()
        : content,
    borrow: async (address) => {
      for (const version of others) {
        const found = await caches.match(address, { cacheName: editionCache(PREFIX, version) });
        if (found) return found;
      }
      return undefined;
    },
    ...(signal ? { signal } : {}),
    ...(onKept ? { onKept } : {}),
  });
  // What is removed meanwhile, by hand or by another edition, is missed here and not offline.
  const kept = await keptUrls();
  const lost = entries.find(({ url }) => !kept.has(url));
  if (lost) throw new OfflineFault('network', lost.url);
}
