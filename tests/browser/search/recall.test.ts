/**
 * Every phrase of the published pages is found, on every page that has it, and on no other. The truth
 * is read from the HTML by the browser's own parser.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as bare, type Page } from '@playwright/test';
import type { Served } from '../../support/serve.ts';
import { serveFolder } from '../../support/static-server.ts';
import { makeSyntheticSite } from '../../support/synthetic-site.ts';
import { VARIANTS } from '../../support/variants.ts';
import { expect, PUBLISHED, test } from '../fixtures.ts';
import { askAll } from './ask.ts';
import { builtPaths, compare, figuresLine, type Asked } from './compare.ts';
import { absentPhrases, mixedPhrases, presentPhrases, typedOtherwise } from './samples.ts';
import { readTruth, type TruePage } from './truth.ts';

test.use(PUBLISHED);

const PRESENT = 500;
const ABSENT = 200;
const MIXED = 60;
const SYNTHETIC_PAGES = 500;

test.describe.configure({ timeout: 300_000 });

async function truthOf(page: Page, base: string, folder: string): Promise<TruePage[]> {
  await page.goto(`${base}search/`);
  const truth = await readTruth(page, base, builtPaths(folder));
  // Far more than a title for each page.
  expect(truth.flatMap(({ blocks }) => blocks).length).toBeGreaterThan(10 * truth.length);
  expect(truth.length).toBeGreaterThan(20);
  return truth;
}

/** Asks phrases on the page, compares with the truth, prints the figures. */
async function expectExact(
  page: Page,
  base: string,
  truth: readonly TruePage[],
  name: string,
  asked: readonly Asked[],
) {
  const queries = asked.map(({ query }) => query);
  const figures = compare(asked, await askAll(page, base, queries), truth);
  console.log(figuresLine(name, asked.length, figures));
  expect(figures.faults).toEqual([]);
  return figures;
}

const asTyped = (phrases: readonly string[]) =>
  phrases.map((phrase) => ({ query: phrase, phrase }));

test('any phrase of this site is found where it stands, and nowhere else', async ({
  page,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const truth = await truthOf(page, base, VARIANTS.root.outDir);
  const ask = (name: string, asked: readonly Asked[]) =>
    expectExact(page, base, truth, `this site, ${name}`, asked);
  const present = await ask('present', asTyped(presentPhrases(truth, PRESENT, 1)));
  expect(present.found).toBeGreaterThanOrEqual(PRESENT);
  const absent = await ask('absent', asTyped(absentPhrases(truth, ABSENT, 2)));
  expect(absent.listed).toBe(0);
  const mixed = mixedPhrases(truth, MIXED, 3);
  expect((await ask('mixed', asTyped(mixed))).found).toBeGreaterThanOrEqual(MIXED);
  const otherwise = mixed.flatMap((phrase) =>
    typedOtherwise(phrase).map((query) => ({ query, phrase })),
  );
  await ask('mixed, typed otherwise', otherwise);
});

// Another origin than the site's: without the watch over requests that the other tests have.
bare.describe('on a site of 500 pages', () => {
  let folder: string;
  let served: Served;

  bare.beforeAll(async () => {
    // Writing and indexing 500 pages takes a busy machine minutes.
    bare.setTimeout(300_000);
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
    const ask = (name: string, phrases: readonly string[]) =>
      expectExact(page, served.url, truth, `500 pages, ${name}`, asTyped(phrases));
    expect((await ask('present', presentPhrases(truth, PRESENT, 4))).found).toBeGreaterThanOrEqual(
      PRESENT,
    );
    expect((await ask('absent', absentPhrases(truth, ABSENT, 5))).listed).toBe(0);
    expect((await ask('mixed', mixedPhrases(truth, MIXED, 6))).found).toBeGreaterThanOrEqual(MIXED);
  });
});
