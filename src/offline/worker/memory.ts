/** What the worker remembers from one start to the next: browsers end it when it has nothing to do. */
import { memoryCache } from '../shared/names.ts';
import type { Tabs } from '../shared/tabs.ts';
import { PREFIX } from './build.ts';

export interface Memory {
  /** Handbooks that were asked for. */
  readonly chosen: readonly string[];
  /** Those of them that are whole. */
  readonly whole: readonly string[];
  /** What answers: version and number of its edition. */
  readonly active?: { readonly version: string; readonly edition: number };
  readonly tabs: Tabs;
}

const EMPTY: Memory = { chosen: [], whole: [], tabs: {} };

/** Not the address of anything: a name in the cache. */
const NAME = '/memory';

let latest: Promise<Memory> | undefined;

/** What is remembered. */
export function remembered(): Promise<Memory> {
  return (latest ??= load());
}

/** What another edition's worker wrote meanwhile is read. */
export function readAnew(): Promise<Memory> {
  latest = undefined;
  return remembered();
}

/** Changes what is remembered; changes go one after the other. */
export function remember(change: (memory: Memory) => Memory): Promise<Memory> {
  latest = remembered().then(async (memory) => {
    const next = change(memory);
    if (next === memory) return memory;
    try {
      const cache = await caches.open(memoryCache(PREFIX));
      await cache.put(NAME, new Response(JSON.stringify(next)));
    } catch {
      // No room: it holds as long as the worker runs.
    }
    return next;
  });
  return latest;
}

/** Forgets everything, and removes what is kept of every edition. */
export async function forgetAll(): Promise<void> {
  latest = Promise.resolve(EMPTY);
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function load(): Promise<Memory> {
  const name = memoryCache(PREFIX);
  // Opening it would make it.
  if (!(await caches.has(name))) return EMPTY;
  const stored = await (await caches.open(name)).match(NAME);
  return stored ? { ...EMPTY, ...((await stored.json()) as Partial<Memory>) } : EMPTY;
}
