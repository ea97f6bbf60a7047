/** The best place comes first, and pinyin finds titles, texts and terms. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pinyin } from 'pinyin-pro';
import { parse } from 'yaml';
import { oneOf, seeded } from '../../support/random.ts';
import { expect, PUBLISHED, test } from '../fixtures.ts';
import { askAll, pagesOf } from './ask.ts';

/**
 * The mean of 1 / place over each set must be this at least; where a handbook is not published, fewer
 * queries are left, and each of them weighs more.
 */
const LEAST_MRR = { words: 0.97, questions: 0.95, published: 0.93, partly: 0.85 };
/** With fewer queries whose pages are still published, a mean says nothing. */
const FEWEST = 10;
/** Of the pinyin queries, this share must find what they spell. */
const LEAST_PINYIN = 0.98;
const PINYIN_QUERIES = 120;

test.setTimeout(180_000);

test('the page one looks for comes first', async ({ page, baseURL }) => {
  const mrr = await rank('ranking.yaml', readSet('ranking.yaml', 60), page, baseURL ?? '');
  expect(mrr).toBeGreaterThanOrEqual(LEAST_MRR.words);
});

test('what a beginner asks is answered first', async ({ page, baseURL }) => {
  const mrr = await rank('questions.yaml', readSet('questions.yaml', 80), page, baseURL ?? '');
  expect(mrr).toBeGreaterThanOrEqual(LEAST_MRR.questions);
});

test.describe('of the published handbooks', () => {
  test.use(PUBLISHED);

  test('the page one looks for comes first', async ({ page, baseURL }) => {
    const whole = readSet('published.yaml', 20);
    const set = await present(whole, page);
    test.skip(set.length < FEWEST, 'Hardly any of the pages that are asked for is published');
    const mrr = await rank('published.yaml', set, page, baseURL ?? '');
    const isWhole = set.length === whole.length;
    expect(mrr).toBeGreaterThanOrEqual(isWhole ? LEAST_MRR.published : LEAST_MRR.partly);
  });
});

type Row = readonly [query: string, ...wanted: string[]];

/** A set of queries, each with the pages that may come first. @param least how many the set must have */
function readSet(name: string, least: number): Row[] {
  const rows = parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as (string | number)[][];
  expect(rows.length).toBeGreaterThanOrEqual(least);
  return rows.map(([query, ...wanted]) => [String(query), ...wanted.map(String)]);
}

/** Without the pages that are no longer published, and with those that moved where they are now. */
async function present(set: readonly Row[], page: Page): Promise<Row[]> {
  const now = new Map<string, string | undefined>();
  for (const path of new Set(set.flatMap(([, ...wanted]) => wanted))) {
    const response = await page.request.get(`.${path}`);
    const html = response.ok() ? await response.text() : '';
    const isFormer = html.includes('data-moved-items=');
    const to = isFormer ? /data-moved-to="([^"]*)"/.exec(html)?.[1] : path;
    now.set(path, response.ok() ? to : undefined);
  }
  return set
    .map(([query, ...wanted]): Row => [query, ...wanted.flatMap((path) => now.get(path) ?? [])])
    .filter(([, ...wanted]) => wanted.length > 0);
}

/**
 * Asks a set of queries and prints what does not come first.
 *
 * @returns the mean of 1 / place of the first of the wanted pages; 0 where none is listed
 */
async function rank(name: string, set: readonly Row[], page: Page, base: string): Promise<number> {
  await page.goto('./search/');
  const queries = set.map(([query]) => query);
  const answers = await askAll(page, base, queries, true);
  const faults: string[] = [];
  let sum = 0;
  for (const [index, [query, ...wanted]] of set.entries()) {
    const pages = pagesOf(answers[index]?.inOrder ?? []);
    const place = pages.findIndex((path) => wanted.includes(path));
    if (place >= 0) sum += 1 / (place + 1);
    if (place !== 0) faults.push(`${query}: place ${place + 1}, first ${pages[0]}`);
  }
  const mrr = sum / set.length;
  console.log(
    `${name}: ${set.length} queries, MRR ${mrr.toFixed(3)}${faults.map((f) => `\n  ${f}`).join('')}`,
  );
  return mrr;
}

interface Titled {
  readonly title: string;
  /** Where it is: path below the base, with the fragment. */
  readonly address: string;
}

test('pinyin, in full, by initials and half-way, finds titles, texts and terms', async ({
  page,
  baseURL,
}) => {
  const base = baseURL ?? '';
  await page.goto('./search/');
  const titles = await readTitles(page, base);
  expect(titles.length).toBeGreaterThan(400);
  const random = seeded(11);
  const asked = Array.from({ length: PINYIN_QUERIES }, (_, number) => {
    const { title, address } = oneOf(random, titles);
    const syllables = pinyin(title, { toneType: 'none', type: 'array', v: true });
    const full = syllables.join('');
    const initials = syllables.map((syllable) => syllable[0]).join('');
    // Four characters at least, so that what is spelt is among the first pages.
    const half = full.slice(0, -1);
    return { query: [full, initials, half][number % 3] ?? full, title, address };
  });
  const answers = await askAll(
    page,
    base,
    asked.map(({ query }) => query),
    true,
  );
  const missed = asked.filter(({ address }, index) => {
    const { exact = [], related = [] } = answers[index] ?? {};
    return ![...exact, ...related].includes(address);
  });
  const found = asked.length - missed.length;
  console.log(
    `pinyin: ${found}/${asked.length}${missed.map((m) => `\n  ${m.query} ${m.title} ${m.address}`).join('')}`,
  );
  expect(found / asked.length).toBeGreaterThanOrEqual(LEAST_PINYIN);
});

/** Titles of pages, items and terms as they are published: Chinese only, four to ten characters. */
async function readTitles(page: Page, base: string): Promise<Titled[]> {
  return page.evaluate(async (origin) => {
    const table = (await (await fetch(`${origin}search/table.json`)).json()) as {
      pages: string[][];
    };
    const found: { title: string; address: string }[] = [];
    for (const [path = ''] of table.pages) {
      const text = await (await fetch(origin + path.slice(1))).text();
      // Styles of another page are none that this page's policy lets in.
      const html = text.replace(/<style[^]*?<\/style>/g, '');
      const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
      if (!main || !/^\/(agency|service|key-accounts|glossary)\//.test(path)) continue;
      main
        .querySelectorAll('.self-link, [data-search="off"]')
        .forEach((element) => element.remove());
      const add = (element: Element | null | undefined, id: string) => {
        const title = element?.textContent?.trim() ?? '';
        if (/^\p{Script=Han}{4,10}$/u.test(title))
          found.push({ title, address: id ? `${path}#${id}` : path });
      };
      add(main.querySelector('h1'), '');
      for (const item of main.querySelectorAll('li.step, li.item, li.duty, .glossary__entry')) {
        add(item.querySelector('.step__title, .item__text, .tick__text, dfn'), item.id);
      }
    }
    return found;
  }, base);
}
