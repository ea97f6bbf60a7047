import { describe, expect, test } from 'vitest';
import { faultKind } from '../../../src/offline/shared/fault.ts';
import { fill, REVISION_HEADER, revisionOf } from '../../../src/offline/shared/fill.ts';
import type { Entry } from '../../../src/offline/shared/manifest.ts';

const SITE = 'https://x.example/kehubu/';

/** A cache in memory, with room for so many answers. */
class MemoryCache {
  readonly answers = new Map<string, Response>();
  constructor(readonly room = Infinity) {}
  keys = () => Promise.resolve([...this.answers.keys()].map((url) => new Request(url)));
  put = (url: RequestInfo | URL, response: Response) => {
    if (this.answers.size >= this.room) {
      return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    }
    this.answers.set(String(url), response);
    return Promise.resolve();
  };
}

const text = (number: number) => `content ${number}`;
const bytes = (content: string) => new TextEncoder().encode(content);

async function entries(count: number): Promise<Entry[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, number) => ({
      url: `page-${number}/`,
      revision: await revisionOf(bytes(text(number))),
      bytes: text(number).length,
    })),
  );
}

/** Answers with the content of a page; notes what it was asked. */
function host(asked: string[], most = Infinity) {
  return (address: string) => {
    if (asked.length >= most) return Promise.reject(new TypeError('network'));
    asked.push(address);
    return Promise.resolve(new Response(text(Number(/page-(\d+)/.exec(address)?.[1]))));
  };
}

const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'whole',
    (error: unknown) => faultKind(error),
  );

test('what breaks off goes on with what is missing', async () => {
  const all = await entries(30);
  const cache = new MemoryCache();
  const asked: string[] = [];
  expect(await kindOf(fill({ entries: all, site: SITE, cache, fetch: host(asked, 12) }))).toBe(
    'network',
  );
  expect(cache.answers.size).toBe(12);
  const kept: string[] = [];
  await fill({
    entries: all,
    site: SITE,
    cache,
    fetch: host(asked),
    onKept: ({ url }) => kept.push(url),
  });
  expect(cache.answers.size).toBe(30);
  expect(new Set(asked).size).toBe(asked.length);
  expect(kept.sort()).toEqual(all.map(({ url }) => url).sort());
});

describe('refused:', () => {
  const answers: [string, string, () => Response][] = [
    ['another content', 'changed', () => new Response('another')],
    ['a page that is gone', 'changed', () => new Response('', { status: 404 })],
    ['a fault of the host', 'network', () => new Response('', { status: 503 })],
    [
      'a redirect',
      'network',
      () => Object.defineProperty(new Response(text(0)), 'redirected', { value: true }),
    ],
  ];
  test.each(answers)('%s is %s', async (_, kind, answer) => {
    const cache = new MemoryCache();
    const work = fill({
      entries: await entries(1),
      site: SITE,
      cache,
      fetch: () => Promise.resolve(answer()),
    });
    expect(await kindOf(work)).toBe(kind);
    expect(cache.answers.size).toBe(0);
  });
});

test('a full storage is said to be full, and what is in it stays', async () => {
  const cache = new MemoryCache(4);
  const work = fill({ entries: await entries(9), site: SITE, cache, fetch: host([]) });
  expect(await kindOf(work)).toBe('full');
  expect(cache.answers.size).toBe(4);
});

test('it stops when it is told to', async () => {
  const end = new AbortController();
  const cache = new MemoryCache();
  const work = fill({
    entries: await entries(30),
    site: SITE,
    cache,
    fetch: host([]),
    signal: end.signal,
    onKept: () => end.abort(),
  });
  expect(await kindOf(work)).toBe('stopped');
  expect(cache.answers.size).toBeLessThan(30);
});

test('what another edition has of the same content is not fetched again', async () => {
  const all = await entries(3);
  const lend = new Map([
    ['page-0/', all[0]?.revision ?? ''],
    ['page-1/', 'of another content'],
  ]);
  const cache = new MemoryCache();
  const asked: string[] = [];
  await fill({
    entries: all,
    site: SITE,
    cache,
    fetch: host(asked),
    borrow: (address) => {
      const revision = lend.get(address.slice(SITE.length));
      return Promise.resolve(
        revision === undefined
          ? undefined
          : new Response('lent', { headers: { [REVISION_HEADER]: revision } }),
      );
    },
  });
  expect(asked.sort()).toEqual([`${SITE}page-1/`, `${SITE}page-2/`]);
  expect(await cache.answers.get(`${SITE}page-0/`)?.text()).toBe('lent');
  expect(await cache.answers.get(`${SITE}page-1/`)?.text()).toBe(text(1));
});

test('kept answers have the headers of the page, and none of its transport', async () => {
  const all = await entries(1);
  const cache = new MemoryCache();
  await fill({
    entries: all,
    site: SITE,
    cache,
    fetch: () =>
      Promise.resolve(
        new Response(text(0), {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-encoding': 'br',
            'content-security-policy': "frame-ancestors 'none'",
          },
        }),
      ),
  });
  const kept = cache.answers.get(`${SITE}page-0/`);
  expect(kept?.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(kept?.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  expect(kept?.headers.get('content-encoding')).toBeNull();
  expect(kept?.headers.get(REVISION_HEADER)).toBe(all[0]?.revision);
});
