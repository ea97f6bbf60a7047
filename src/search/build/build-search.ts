/** Builds the whole search from a folder of published pages. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { TABLE_PATH, type SearchTable } from '../../model/search-data.ts';
import { buildPagefind } from './pagefind.ts';
import { readPage } from './read-page.ts';
import { buildFiles, buildTable, pageUnits, type SitePage } from './tables.ts';

/** Pages that hold nothing of their own: copies for printing, and the sources' own words. */
const LEFT_OUT = /^\/(print|sources)\//;

/** Folder of the versioned files, root-relative; what lies in `/data/` may be cached for ever. */
const DATA_FOLDER = '/data/search/';

export interface BuiltSearch {
  readonly pages: number;
  readonly places: number;
}

/**
 * Reads the pages below a folder and writes the search's files beside them.
 *
 * @param root the build's output folder
 * @param synonyms groups of words that mean the same
 * @param handbooks the published ones, each with what its tag says
 * @throws Error when Pagefind fails
 */
export async function buildSearch(
  root: string,
  synonyms: readonly (readonly string[])[],
  handbooks: SearchTable['handbooks'],
): Promise<BuiltSearch> {
  const pages = await readPages(root);
  const index = await buildPagefind(pages.map(pageUnits));
  const table = buildTable(pages, index.keys, synonyms, handbooks);
  const files = new Map<string, string | Uint8Array>(index.files);
  for (const [name, content] of buildFiles(pages)) files.set(name, pack(content));

  const folder = `${DATA_FOLDER}${nameOf(files, table)}/`;
  await rm(join(root, DATA_FOLDER), { recursive: true, force: true });
  for (const [name, content] of files) await write(join(root, folder, name), content);
  const whole: SearchTable = { folder, ...table };
  await write(join(root, TABLE_PATH), JSON.stringify(whole));
  return { pages: pages.length, places: pages.reduce((sum, page) => sum + page.places.length, 0) };
}

async function readPages(root: string): Promise<SitePage[]> {
  const files = (await readdir(root, { recursive: true }))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(sep).join('/'))
    .sort();
  const pages: SitePage[] = [];
  for (const file of files) {
    const path = `/${file}`.replace(/index\.html$/, '');
    if (LEFT_OUT.test(path)) continue;
    const page = readPage(await readFile(join(root, file), 'utf8'));
    if (page && page.places.length > 0) pages.push({ path, ...page });
  }
  return pages;
}

/** A short name that changes whenever anything in the files does. */
function nameOf(files: ReadonlyMap<string, string | Uint8Array>, table: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(table));
  for (const [name, content] of files) hash.update(name).update(content);
  return hash.digest('hex').slice(0, 10);
}

/** Texts of the trade halve when they are packed, and hosts need not do it at each request. */
function pack(content: unknown): Uint8Array {
  return gzipSync(JSON.stringify(content), { level: 9 });
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
