import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/checks/index.ts';
import { readContent } from '../../../../src/checks/read.ts';
import { writeContent } from '../../../../scripts/bench/content/write.ts';
import { judgeGrowth, type GrowthLimits } from '../../../../scripts/bench/growth.ts';
import { FIXTURE } from '../../../support/variants.ts';
import type { OutputSize } from '../../../../scripts/bench/output-size.ts';

const LIMITS: GrowthLimits = {
  slope: { sizes: [50, 500, 2000], most: 1.1 },
  perPage: { size: 1000, output: 62_000, search: 8000 },
};

const sizeOf = (more: Partial<OutputSize>): OutputSize => ({
  files: 1,
  total: 0,
  html: 0,
  print: 0,
  assets: 0,
  data: 0,
  search: 0,
  ...more,
});

const broken = (sizes: [number, Partial<OutputSize>][]) =>
  judgeGrowth(new Map(sizes.map(([pages, more]) => [pages, sizeOf(more)])), LIMITS).map(
    ({ isBroken }) => isBroken,
  );

describe('the limits of growth', () => {
  const grown = (pages: number, square: number) => ({
    html: 1e6 + 20_000 * pages + square * pages ** 2,
  });
  const at = (square: number): [number, Partial<OutputSize>][] =>
    [50, 500, 2000].map((pages) => [pages, grown(pages, square)]);

  test('allow HTML that grows with the pages, and refuse what grows with their square', () => {
    expect(broken(at(0))).toEqual([false]);
    expect(broken(at(10))).toEqual([true]);
  });

  test('hold the output and the search of a page at their own size', () => {
    expect(broken([[1000, { html: 57e6, assets: 2e6, data: 3e6, search: 8e6 }]])).toEqual([
      false,
      false,
    ]);
    expect(broken([[1000, { html: 57e6, assets: 2e6, data: 3e6 + 1, search: 8e6 }]])).toEqual([
      true,
      false,
    ]);
    expect(broken([[1000, { search: 8e6 + 1 }]])).toEqual([false, true]);
  });

  test('say nothing of sizes that were not built', () => {
    expect(
      broken([
        [50, { html: 1e9 }],
        [500, { html: 1 }],
      ]),
    ).toEqual([]);
  });
});

describe('a synthetic handbook', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
  const real = readContent(FIXTURE);
  const make = (pages: number, from = real) => {
    const folder = mkdtempSync(join(tmpdir(), 'handbook-synthetic-'));
    folders.push(folder);
    cpSync(join(FIXTURE, 'content'), join(folder, 'content'), { recursive: true });
    for (const { path, text } of from) writeFileSync(join(folder, path), text);
    writeContent(folder, from, pages);
    return readContent(folder);
  };
  const made = make(60);

  test('has the pages asked for in every section of every handbook, and passes the checks', () => {
    const pages = made.filter(({ path }) => /^content\/[^/]+\/\w+\/.*\.mdx$/.test(path));
    expect(pages).toHaveLength(60);
    const sections = new Set(pages.map(({ path }) => path.split('/').slice(1, 3).join('/')));
    expect(sections.size).toBe(12);
    expect(checkContent(made).map(({ rule, file }) => `${file} ${rule}`)).toEqual([]);
  });

  test('passes them too when the real editions name pages that it has not', () => {
    const edited = real.map((file) => ({
      ...file,
      text: file.text.replace(/^ {2}- ref: agency$/m, '  - ref: agency/roles/account-executive'),
    }));
    expect(edited).not.toEqual(real);
    expect(checkContent(make(60, edited)).map(({ rule }) => rule)).toEqual([]);
  });

  test('is the same each time', () => {
    expect(make(60)).toEqual(made);
  });
});

test('the budget file names limits of the kinds that are judged', () => {
  const budget = JSON.parse(readFileSync('tests/budget/growth.json', 'utf8')) as unknown;
  expect(budget).toEqual(LIMITS);
});
