/** The weighing itself, on pages made for it: a budget that nothing can break would be none. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BANK_INDEX_PATH, bankPath } from '../../../src/model/review-question.ts';
import { checkBudget, kindOf } from '../../budget/check.ts';
import { weighPage } from '../../budget/page-weight.ts';
import { readBuiltSite } from '../../content/built-site.ts';
import { seeded, whole } from '../../support/random.ts';

let folder: string;

/** Text that no compression makes smaller than three quarters. */
function noise(bytes: number): string {
  const random = seeded(1);
  return Array.from({ length: bytes }, () => (33 + whole(random, 64)).toString(36)).join('');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>页</title>${head}</head><body>${body}</body></html>`;

function weigh(address: string) {
  const built = readBuiltSite(folder).find((each) => each.address === address);
  if (!built) throw new Error(`No page ${address}`);
  return weighPage(folder, built);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-budget-'));
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('what a page weighs', () => {
  test('styles, scripts with what they import, and inline scripts, each file once', () => {
    write('a.css', 'body{color:red}');
    write('a.js', 'import{b}from"./b.js";import"./c.js";b();import("./later.js")');
    write('b.js', 'export const b=()=>1');
    write('c.js', 'import"./b.js"');
    write('later.js', noise(5000));
    const head = '<link rel="stylesheet" href="/a.css"><script type="module" src="/a.js"></script>';
    write('index.html', page(head));
    const bare = weigh('/');
    expect(bare.files).toEqual(['a.css', 'a.js', 'b.js', 'c.js']);
    expect(bare.requests).toBe(5);
    expect(bare.total).toBe(bare.html + bare.css + bare.js);
    write('index.html', page(`${head}<script>${noise(900)}</script>`));
    expect(weigh('/').js - bare.js).toBeGreaterThan(600);
  });

  test('what is painted first is what stands before the end of the first sentence', () => {
    const styles = `<style>/*${noise(5000)}*/</style>`;
    write(
      'index.html',
      page(styles, `<h1>页</h1><p>句</p><p>${[...noise(5000)].reverse().join('')}</p>`),
    );
    const { html, first } = weigh('/');
    expect(first / html).toBeGreaterThan(0.45);
    expect(first / html).toBeLessThan(0.6);
  });

  test('a file that is not there is an error', () => {
    write('index.html', page('<link rel="stylesheet" href="/gone.css">'));
    expect(() => weigh('/')).toThrow('gone.css');
  });

  test('another origin is an error', () => {
    write('index.html', page('<script src="https://cdn.example.com/x.js"></script>'));
    expect(() => weigh('/')).toThrow('https://cdn.example.com/x.js');
  });
});

/** The questions of pages, each with so many bytes; a role is asked about all of them. */
function writeReviews(pages: Readonly<Record<string, number>>): void {
  const names = Object.keys(pages);
  const banks = names.map((name) => ({ page: name, title: name, count: 12 }));
  const roles = names.length > 0 ? { 'agency/roles/x': names } : {};
  write(BANK_INDEX_PATH, JSON.stringify({ banks, roles, moved: [] }));
  for (const [name, bytes] of Object.entries(pages)) write(bankPath(name), noise(bytes));
}

describe('the budget', () => {
  let faults: string[];

  beforeEach(() => {
    faults = [];
    writeReviews({});
    vi.spyOn(console, 'error').mockImplementation((text: string) => void faults.push(text));
  });

  test.each([
    ['html', 'agency/rules/x/index.html', page('', noise(19_000)), /html \d+\.\d, at most 16/],
    [
      'before the first paint',
      'agency/workflows/x/index.html',
      page(`<style>${noise(19_000)}</style>`, '<h1>页</h1><p>句</p>'),
      /first 1\d\.\d, at most 13/,
    ],
    ['js', 'agency/rules/x/index.html', page(`<script>${noise(5000)}</script>`), /js .*at most 3/],
    [
      'js',
      'agency/roles/x/index.html',
      page(`<script>${noise(22_000)}</script>`),
      /js .*at most 17/,
    ],
  ])('tells a page with too much %s at %s', (_, path, html, fault) => {
    write(path, html);
    expect(checkBudget(folder)).toEqual({ passed: 0, failed: 1 });
    expect(faults.join('\n')).toMatch(fault);
  });

  test('tells too much CSS, a font and too many requests', () => {
    write('a.css', `@font-face{src:url(f.woff2)}/*${noise(12_000)}*/`);
    write('f.woff2', 'font');
    const links = Array.from({ length: 4 }, (_, number) => {
      write(`s${number}.js`, `s(${number})`);
      return `<script src="/s${number}.js"></script>`;
    });
    write(
      'agency/rules/x/index.html',
      page(`<link rel="stylesheet" href="/a.css">${links.join('')}`),
    );
    expect(checkBudget(folder)).toEqual({ passed: 0, failed: 1 });
    expect(faults.join('\n')).toMatch(/css .*at most 2[^]*requests 7, at most 5[^]*loads a font/);
  });

  test('lets a light page pass, and a printed handbook of any weight', () => {
    write('agency/rules/x/index.html', page(''));
    write('print/agency/index.html', page('', noise(60_000)));
    expect(checkBudget(folder)).toEqual({ passed: 2, failed: 0 });
    expect(faults).toEqual([]);
  });

  test('tells a first session of reviews that fetches too much; what it does not fetch is nothing', () => {
    writeReviews({ 'agency/rules/a': 4000, 'agency/rules/b': 4000, 'agency/rules/c': 90_000 });
    expect(checkBudget(folder)).toEqual({ passed: 1, failed: 0 });
    writeReviews({ 'agency/rules/a': 4000, 'agency/rules/b': 19_000 });
    expect(checkBudget(folder)).toEqual({ passed: 0, failed: 1 });
    expect(faults.join('\n')).toMatch(/the first session of agency\/roles\/x: \d+\.\d kB/);
  });

  test('knows the kind of a page by its address', () => {
    const addresses = ['/', '/agency/', '/agency/roles/x/', '/service/workflows/y/', '/runs/'];
    expect(addresses.map(kindOf)).toEqual(['home', 'reading', 'role', 'workflow', 'island']);
    expect(kindOf('/today/')).toBe('island');
    expect(['/train/a/', '/print/train/a/'].map(kindOf)).toEqual(['plan', 'exempt']);
    expect(['/print/agency/', '/glossary/', '/editions/', '/404.html'].map(kindOf)).toEqual([
      'exempt',
      'glossary',
      'editions',
      'reading',
    ]);
  });
});
