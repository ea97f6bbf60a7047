import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  isWithin,
  readLeftOut,
  readPublished,
  readSiteFile,
} from '../../../src/build/site-file.ts';
import { goodTree, SITE } from '../checks/good-tree.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'site-file-'));
  for (const { path, text } of goodTree()) write(path, text);
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('the file says what the site is called', () => {
  expect(readSiteFile(root)).toEqual({
    title: '客户部工作手册',
    seal: '客',
    lead: '查得到，勾得了，走得完。',
    handbooks: ['agency'],
    fileName: 'kehubu',
  });
});

test('the published handbooks come with their front pages, in the order of the site', () => {
  const front = goodTree().find(({ path }) => path === 'content/agency/index.mdx')?.text ?? '';
  write('content/sales/index.mdx', front.replace('hue: vermilion', 'hue: plum'));
  expect(readLeftOut(root)).toEqual(['sales']);
  write(SITE, 'title: 手册\nseal: 客\nlead: 一句话。\nhandbooks: [sales, agency]\n');
  expect(readPublished(root)).toMatchObject([
    { slug: 'sales', hue: 'plum', icon: 'megaphone', department: '广告公司客户部' },
    { slug: 'agency', hue: 'vermilion' },
  ]);
  expect(readLeftOut(root)).toEqual([]);
});

test('folders that are shared are no handbooks', () => {
  write(SITE, 'title: 手册\nseal: 客\nlead: 一句话。\nhandbooks: [agency]\n');
  expect(readLeftOut(root)).toEqual([]);
});

test.each([
  ['/sales/', true],
  ['/sales/roles/account-rep/#log-visits', true],
  ['/sales?from=x', true],
  ['/print/sales/', true],
  ['/agency/', false],
  ['/print/agency/', false],
  ['/print/', false],
  ['/salesmen/', false],
  ['/', false],
])('%s leads into a handbook that is left out: %s', (address, expected) => {
  expect(isWithin(['sales'], address)).toBe(expected);
});
