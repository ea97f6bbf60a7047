/** What must be true of every server that the project ships a configuration for. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { IMMUTABLE, REVALIDATED, SECURITY_HEADERS } from '../../src/build/host-files.ts';
import { CURRENT, HASHED_FOLDERS } from '../../src/model/data-folders.ts';
import { ask, askHttp2, type Answer } from './answers.ts';
import type { Server } from './servers.ts';

/** A check by its name; it throws what is wrong. */
export type Checks = Readonly<Record<string, () => Promise<void>>>;

const TYPES: Readonly<Record<string, RegExp>> = {
  '.html': /^text\/html; ?charset=utf-8$/i,
  '.css': /^text\/css; ?charset=utf-8$/i,
  '.js': /^(text|application)\/javascript; ?charset=utf-8$/i,
  '.mjs': /^(text|application)\/javascript; ?charset=utf-8$/i,
  '.json': /^application\/json(; ?charset=utf-8)?$/i,
  '.svg': /^image\/svg\+xml(; ?charset=utf-8)?$/i,
  '.webmanifest': /^application\/manifest\+json(; ?charset=utf-8)?$/i,
  '.png': /^image\/png$/,
};

/**
 * The checks of a server.
 *
 * @param site folder of the build that it serves
 * @param base path that the site lies under
 */
export function checksOf(server: Server, site: string, base: string): Checks {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
  const get = (path: string, headers: Record<string, string> = {}) =>
    ask(server.origin, base + path, headers);
  /** The largest file with this ending: small ones are not worth packing. */
  const some = (ending: string) => {
    const [file] = files
      .filter((each) => each.endsWith(ending))
      .sort((a, b) => statSync(join(site, b)).size - statSync(join(site, a)).size);
    if (file === undefined) throw new Error(`The build has no file that ends in ${ending}`);
    return file;
  };
  const hashed = HASHED_FOLDERS.map((folder) => {
    const file = files.find((each) => each.startsWith(`${folder}/`) && /\.\w+$/.test(each));
    if (file === undefined) throw new Error(`The build has no file in ${folder}`);
    return file;
  });
  const pages = ['', 'agency/', 'today/'];
  return {
    'pages are there, and say their type': async () => {
      for (const page of pages) {
        const answer = await get(page);
        equal(answer.status, 200, page);
        equal(answer.body.toString(), readFileSync(join(site, page, 'index.html'), 'utf8'), page);
      }
    },
    'each kind of file has its type': async () => {
      for (const [ending, type] of Object.entries(TYPES)) {
        const { headers } = await get(some(ending));
        match(headers['content-type'], type, ending);
      }
    },
    'every answer carries the security headers': async () => {
      for (const path of [...pages, ...hashed, some('.png'), 'no-such-page/', 'agency']) {
        const { headers } = await get(path);
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
          equal(headers[name.toLowerCase()], value, `${path}: ${name}`);
        }
      }
    },
    'only what has a hash in its name is kept': async () => {
      for (const path of hashed) {
        equal((await get(path)).headers['cache-control'], IMMUTABLE, path);
      }
      const current = files.filter(
        (each) => each.startsWith(`${CURRENT}/`) && /\.json$/.test(each),
      );
      equal(current.length > 3, true, `files in ${CURRENT}/`);
      const asked = ['search/table.json', 'sw.js', 'offline.json', ...current.slice(0, 20)];
      for (const path of [...pages, ...asked, some('.png'), some('.webmanifest')]) {
        equal((await get(path)).headers['cache-control'], REVALIDATED, path);
      }
      for (const folder of HASHED_FOLDERS) {
        const path = `${folder}/of-the-next-edition.js`;
        const answer = await get(path);
        equal(answer.status, 404, path);
        equal(answer.headers['cache-control'], REVALIDATED, path);
      }
    },
    'texts are sent packed to those who take it, and say so to caches': async () => {
      for (const path of ['agency/', some('.css'), some('.js'), 'search/table.json']) {
        const plain = await get(path);
        equal(plain.headers['content-encoding'], undefined, path);
        match(plain.headers['vary'], /accept-encoding/i, `${path}: Vary`);
        const gzip = await get(path, { 'accept-encoding': 'gzip' });
        equal(gzip.headers['content-encoding'], 'gzip', path);
        match(gzip.headers['vary'], /accept-encoding/i, `${path}: Vary, gzip`);
        equal(gunzipSync(gzip.body).equals(plain.body), true, `${path}: what gzip holds`);
        equal(gzip.headers['content-type'], plain.headers['content-type'], `${path}: type, gzip`);
        const brotli = await get(path, { 'accept-encoding': 'gzip, br' });
        if (!server.sendsBrotli) {
          equal(brotli.headers['content-encoding'], 'gzip', path);
          continue;
        }
        equal(brotli.headers['content-encoding'], 'br', path);
        match(brotli.headers['vary'], /accept-encoding/i, `${path}: Vary, br`);
        equal(brotliDecompressSync(brotli.body).equals(plain.body), true, `${path}: what br holds`);
        equal(brotli.headers['content-type'], plain.headers['content-type'], `${path}: type, br`);
      }
    },
    'what has not changed is not sent again': async () => {
      for (const path of ['agency/', 'search/table.json', some('.css')]) {
        for (const coding of ['identity', 'gzip']) {
          const first = await get(path, { 'accept-encoding': coding });
          const tag = first.headers['etag'];
          if (tag === undefined) throw new Error(`${path} has no ETag`);
          const second = await get(path, { 'accept-encoding': coding, 'if-none-match': tag });
          equal(second.status, 304, `${path}, ${coding}`);
          equal(second.body.length, 0, `${path}, ${coding}`);
        }
      }
    },
    'an address without its slash leads once to the one with it, query and all': async () => {
      for (const query of ['', '?at=win&from=chat']) {
        const answer = await get(`agency${query}`);
        equal(answer.status, 301, `agency${query}`);
        const to = new URL(answer.headers['location'] ?? '', server.origin + base);
        equal(to.pathname + to.search, `${base}agency/${query}`, 'where it leads');
        equal((await ask(server.origin, to.pathname + to.search)).status, 200, 'what is there');
      }
    },
    'what is not there is said so by the page for it': async () => {
      for (const path of ['no-such-page/', 'agency/no-such-page', 'agency/index.htm']) {
        const answer = await get(path);
        equal(answer.status, 404, path);
        equal(answer.body.toString(), readFileSync(join(site, '404.html'), 'utf8'), path);
      }
    },
    'no folder is listed, and nothing meant for hosts is shown': async () => {
      for (const path of ['_astro/', 'data/', 'data/search/', '.htaccess', '_headers']) {
        const { status, body } = await get(path);
        equal(status === 404 || status === 403, true, `${path} answers ${status}`);
        equal(/Index of|RewriteEngine|Cache-Control:/.test(body.toString()), false, path);
      }
    },
    'HTTP/2 is spoken': async () => {
      equal(await askHttp2(server.http2, `${base}agency/`), 200, 'agency/');
    },
  };
}

/** @throws Error with both when they differ */
export function equal(found: unknown, wanted: unknown, where: string): void {
  if (found === wanted) return;
  const short = (value: unknown) => JSON.stringify(value)?.slice(0, 200);
  throw new Error(`${where}: ${short(found)} instead of ${short(wanted)}`);
}

function match(found: string | undefined, wanted: RegExp, where: string): void {
  if (!wanted.test(found ?? '')) throw new Error(`${where}: ${found} instead of ${wanted}`);
}

/** The edition a page says it belongs to, and the files it asks for. */
export function readPage(answer: Answer): { readonly files: readonly string[] } {
  const html = answer.body.toString();
  const files = [...html.matchAll(/(?:href|src|data-src)="([^"]*\/_astro\/[^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  return { files: [...new Set(files)] };
}
