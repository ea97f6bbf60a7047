/**
 * `npm run bench:search`: what the first search loads, and how long a keystroke takes to its drawn
 * results, for this site and for synthetic ones of 50, 500 and 2,000 pages. Prints figures; no test.
 * Builds the site first when `dist-test/root` is not there. Sizes of 50 or other pages: as arguments.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { textsFile } from '../../src/model/search-data.ts';
import { provideBrowser } from '../../tests/support/browser/index.ts';
import { seeded, whole } from '../../tests/support/random.ts';
import { serveFolder } from '../../tests/support/static-server.ts';
import { makeSyntheticSite } from '../../tests/support/synthetic-site.ts';
import { buildVariant, VARIANTS } from '../../tests/support/variants.ts';
import { Figures } from './figures.ts';

const SIZES = [50, 500, 2000];

/** A phrase as long as one pastes. */
const LONG = '写清客户的要求和交付日期';

/** Queries a first search is measured with: rare, common, several words, digits, pinyin, long. */
const FIRST = [
  '客户档案',
  '工作单',
  '客户',
  '回扣',
  '客户 档案',
  '24 小时',
  'kehudangan',
  'AE',
  LONG,
];

/** Queries typed to measure keystrokes. */
const TYPED = 60;

const figures = new Figures('bench:search');
await main(process.argv.slice(2).map(Number));

/** Measures this site and synthetic ones, and prints a table. */
async function main(sizes: number[]): Promise<void> {
  const built = VARIANTS.root.outDir;
  if (!existsSync(join(built, 'search/table.json'))) buildVariant('root');
  const browser = await chromium.launch(provideBrowser().launch);
  try {
    await measure(browser, 'this site', built);
    for (const pages of sizes.length > 0 ? sizes : SIZES) {
      const folder = await mkdtemp(join(tmpdir(), 'handbook-bench-'));
      try {
        const started = performance.now();
        await makeSyntheticSite(built, folder, pages);
        const seconds = ((performance.now() - started) / 1000).toFixed(0);
        await measure(browser, `${pages} pages (made in ${seconds} s)`, folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
  } finally {
    await browser.close();
  }
  if (sizes.length === 0) figures.save();
}

async function measure(browser: Browser, name: string, folder: string): Promise<void> {
  const { url, stop } = await serveFolder(folder);
  try {
    const firsts: string[] = [];
    for (const query of FIRST) {
      const { listed, filled } = await firstSearch(browser, url, query);
      firsts.push(`${query} ${kilo(listed)}/${kilo(filled)}`);
    }
    const times = await keystrokes(browser, url);
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
    figures.line(`${name}: first search, to the list/with excerpts, kB: ${firsts.join(', ')}`);
    figures.line(`${name}: ${times.length} keystrokes, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
  } finally {
    stop();
  }
}

/** Bytes that a first search loads beyond the page: scripts, index, table; then excerpts as well. */
async function firstSearch(browser: Browser, url: string, query: string) {
  const page = await browser.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) =>
    sizes.push(compressedSize(response.url(), () => response.body())),
  );
  await page.goto(`${url}search/`);
  await page.waitForLoadState('networkidle');
  // The page's own script is a part of it: only its HTML and styles would be there without search.
  const before = sizes.length;
  const own = await Promise.all(sizes.slice(0, before));
  const scripts = own.reduce((sum, size) => sum + size, 0);
  await page.locator('input[type=search]').fill(query);
  await page.locator(`[data-search-output][data-answered="${query}"]`).waitFor();
  const listed = await total(sizes.slice(before));
  await page.locator(`[data-search-output][data-filled="${query}"]`).waitFor();
  await page.waitForLoadState('networkidle');
  const filled = await total(sizes.slice(before));
  await page.close();
  return { listed: scripts + listed, filled: scripts + filled };
}

async function total(sizes: Promise<number>[]): Promise<number> {
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Scripts and the search's files, as a host would send them; pages and styles do not count. */
async function compressedSize(url: string, body: () => Promise<Buffer>): Promise<number> {
  const { pathname } = new URL(url);
  if (!/\.(js|json|pack|pagefind|pf_\w+)$/.test(pathname)) return 0;
  const content = await body();
  return /\.(pack|pagefind|pf_\w+)$/.test(pathname)
    ? content.length
    : brotliCompressSync(content).length;
}

/** Milliseconds from each keystroke to the drawn list, after a first search. */
async function keystrokes(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage();
  await page.goto(`${url}search/`);
  const phrases = await samplePhrases(page, url);
  const times = await page.evaluate(async (queries) => {
    const input = document.querySelector<HTMLInputElement>('input[type=search]');
    const output = document.querySelector<HTMLElement>('[data-search-output]');
    if (!input || !output) throw new Error('No search on the page');
    const answered = (query: string) =>
      new Promise<void>((resolve) => {
        const look = () =>
          output.dataset['answered'] === query && (observer.disconnect(), resolve());
        const observer = new MutationObserver(look);
        observer.observe(output, { attributes: true });
        look();
      });
    const type = async (query: string) => {
      delete output.dataset['answered'];
      const started = performance.now();
      input.value = query;
      input.dispatchEvent(new InputEvent('input'));
      await answered(query);
      // Drawn: laid out as well.
      void output.offsetHeight;
      return performance.now() - started;
    };
    await type('客户');
    const measured: number[] = [];
    for (const query of queries) {
      for (let length = 2; length <= query.length; length += 1) {
        measured.push(await type(query.slice(0, length)));
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }
    return measured;
  }, phrases);
  await page.close();
  return times;
}

/** Phrases of 2 to 6 characters that stand on the site, from the texts of its places. */
async function samplePhrases(page: Page, url: string): Promise<string[]> {
  const table = (await (await page.request.get(`${url}search/table.json`)).json()) as {
    folder: string;
  };
  const random = seeded(7);
  const phrases: string[] = [];
  for (let number = 0; phrases.length < TYPED; number += 1) {
    const file = await page.request.get(
      `${url.replace(/\/$/, '')}${table.folder}${textsFile(number * 3)}`,
    );
    if (!file.ok()) break;
    const places = JSON.parse(gunzipSync(await file.body()).toString()) as string[][];
    const text =
      places
        .flat()
        .join('，')
        .match(/\p{Script=Han}{6,}/gu) ?? [];
    const line = text[whole(random, text.length)];
    if (line) phrases.push(line.slice(0, 2 + whole(random, 5)));
  }
  return phrases;
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
