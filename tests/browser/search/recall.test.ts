/**
 * Every phrase of the published pages is found, on every page that has it, and on no other. The truth
 * is read from the HTML by the browser's own parser.
 */
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { test as bare, type Page } from '@playwright/test';
import type { Served } from '../../support/serve.ts';
import { serveFolder } from '../../support/static-server.ts';
import { makeSyntheticSite } from '../../support/synthetic-site';
import { VARIANTS } from '../../support/variants.ts';
import { expect, test } from '../fixtures';
import { askAll, pagesOf } from './ask';
import { absentPhrases, mixedPhrases, presentPhrases, typedOtherwise } from './samples';
import { PAGES_LEFT_OUT, pagesWith, readTruth, type TruePage } from './truth';

const PRESENT = 500;
const ABSENT = 200;
const MIXED = 60;
const SYNTHETIC_PAGES = 500;

test.describe.configure({ timeout: 300_000 });

/** Paths of all built pages, below the base path. */
function builtPaths(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`No build in ${folder}`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.split(sep).join('/')}`.replace(/index\.html$/, ''))
    .filter((path) => !PAGES_LEFT_OUT.test(path))
    .sort();
}

async function truthOf(page: Page, base: string, folder: string): Promise<TruePage[]> {
  await page.goto(`${base}search/`);
  const truth = await readTruth(page, base, builtPaths(folder));
  expect(truth.flatMap(({ blocks }) => blocks).length).toBeGreaterThan(1000);
  return truth;
}

/** Asks phrases and compares with the truth; prints the figures. */
async function compare(
  page: Page,
  base: string,
  truth: readonly TruePage[],
  name: string,
  asked: readonly { query: string; phrase: string }[],
) {
  const answers = await askAll(
    page,
    base,
    asked.map(({ query }) => query),
  );
  let [wanted, found, listed] = [0, 0, 0];
  const faults: string[] = [];
  for (const [index, { query, phrase }] of asked.entries()) {
    const expected = pagesWith(truth, phrase);
    const exact = pagesOf(answers[index]?.exact ?? []);
    const right = exact.filter((path) => expected.includes(path));
    wanted += expected.length;
    found += right.length;
    listed += exact.length;
    const missed = expected.filter((path) => !exact.includes(path));
    const wrong = exact.filter((path) => !expected.includes(path));
    if (missed.length + wrong.length > 0) {
      faults.push(`${query}: missed ${missed.join(' ')}; wrong ${wrong.join(' ')}`);
    }
  }
  const share = (part: number, whole: number) => `${part}/${whole}`;
  console.log(
    `${name}: ${asked.length} queries, recall ${share(found, wanted)}, precision ${share(found, listed)}`,
  );
  expect(faults).toEqual([]);
  expect(found).toBeGreaterThanOrEqual(
    asked.filter(({ phrase }) => pagesWith(truth, phrase).length > 0).length,
  );
}

const asTyped = (phrases: readonly string[]) =>
  phrases.map((phrase) => ({ query: phrase, phrase }));

test('any phrase of this site is found where it stands, and nowhere else', async ({
  page,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const truth = await truthOf(page, base, VARIANTS.root.outDir);
  await compare(
    page,
    base,
    truth,
    'this site, present',
    asTyped(presentPhrases(truth, PRESENT, 1)),
  );
  await compare(page, base, truth, 'this site, absent', asTyped(absentPhrases(truth, ABSENT, 2)));
  const mixed = mixedPhrases(truth, MIXED, 3);
  await compare(page, base, truth, 'this site, mixed', asTyped(mixed));
  const otherwise = mixed.flatMap((phrase) =>
    typedOtherwise(phrase).map((query) => ({ query, phrase })),
  );
  await compare(page, base, truth, 'this site, mixed, typed otherwise', otherwise);
});

// Another origin than the site's: without the watch over requests that the other tests have.
bare.describe('on a site of 500 pages', () => {
  let folder: string;
  let served: Served;

  bare.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handbook-search-'));
    await makeSyntheticSite(VARIANTS.root.outDir, folder, SYNTHETIC_PAGES);
    served = await serveFolder(folder);
  });

  bare.afterAll(async () => {
    served?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  bare('any phrase is found where it stands, and nowhere else', async ({ page }) => {
    const truth = await truthOf(page, served.url, folder);
    await compare(
      page,
      served.url,
      truth,
      '500 pages, present',
      asTyped(presentPhrases(truth, PRESENT, 4)),
    );
    await compare(
      page,
      served.url,
      truth,
      '500 pages, absent',
      asTyped(absentPhrases(truth, ABSENT, 5)),
    );
    await compare(
      page,
      served.url,
      truth,
      '500 pages, mixed',
      asTyped(mixedPhrases(truth, MIXED, 6)),
    );
  });
});
