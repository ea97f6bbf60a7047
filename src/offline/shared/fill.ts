/** Fills the cache of an edition. What is there already stays: an interrupted one goes on where it was. */
import { faultKind, OfflineFault } from './fault.ts';
import { isHashed, type Entry } from './manifest.ts';

/** Says in a kept answer which content it has. */
export const REVISION_HEADER = 'x-offline-revision';

/** Requests at a time: as many as browsers open to a host of HTTP/1.1. */
const LANES = 6;

/** Headers that speak of the transport, or of a body that was packed. */
const DROPPED = ['content-encoding', 'content-length', 'transfer-encoding', 'vary', 'set-cookie'];

export interface FillOptions {
  readonly entries: readonly Entry[];
  /** Absolute address of the site's home page. */
  readonly site: string;
  /** `match`, `put` and `keys` of the edition's cache. */
  readonly cache: Pick<Cache, 'put' | 'keys'>;
  /** An answer of another edition to the same address, if there is one. */
  readonly borrow?: (address: string) => Promise<Response | undefined>;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** What lies in the cache in place of what came. */
  readonly unpack?: (entry: Entry, content: ArrayBuffer) => Promise<BodyInit>;
  /** Called for each entry that is there, those that were included. */
  readonly onKept?: (entry: Entry) => void;
  readonly signal?: AbortSignal;
}

/**
 * Fetches what is missing, and sees that each file is the one that the build wrote.
 *
 * @throws OfflineFault; what was kept before stays
 */
export async function fill(options: FillOptions): Promise<void> {
  const { entries, site, cache, signal, onKept } = options;
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = entries.filter((entry) => {
    const isKept = kept.has(new URL(entry.url, site).href);
    if (isKept) onKept?.(entry);
    return !isKept;
  });
  let next = 0;
  let fault: OfflineFault | undefined;
  const lane = async () => {
    for (let entry = missing[next++]; entry && !fault; entry = missing[next++]) {
      try {
        if (signal?.aborted) throw new OfflineFault('stopped', entry.url);
        await keep(entry, options);
        onKept?.(entry);
      } catch (error) {
        fault ??= new OfflineFault(signal?.aborted ? 'stopped' : faultKind(error), entry.url);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (fault) throw fault;
}

async function keep(
  entry: Entry,
  { site, cache, borrow, fetch, unpack, signal }: FillOptions,
): Promise<void> {
  const address = new URL(entry.url, site).href;
  const lent = await borrow?.(address);
  if (lent?.headers.get(REVISION_HEADER) === entry.revision) {
    await cache.put(address, lent);
    return;
  }
  const response = await fetch(address, {
    // What the browser has of it already saves the way, where the name says what is in it.
    cache: isHashed(entry.url) ? 'default' : 'no-cache',
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
  });
  if (response.status === 404) throw new OfflineFault('changed', entry.url);
  // A redirect leads elsewhere, to a page for signing in perhaps; and it cannot answer a navigation.
  if (!response.ok || response.redirected) throw new OfflineFault('network', entry.url);
  const content = await response.arrayBuffer();
  if ((await revisionOf(content)) !== entry.revision) throw new OfflineFault('changed', entry.url);
  const headers = new Headers(response.headers);
  for (const name of DROPPED) headers.delete(name);
  headers.set(REVISION_HEADER, entry.revision);
  await cache.put(address, new Response((await unpack?.(entry, content)) ?? content, { headers }));
}

/** The revision of a content, as entries have it. */
export async function revisionOf(content: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
