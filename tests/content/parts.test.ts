/** What is published of a site that leaves out handbooks, or has one of its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ICON_FILES } from '../../src/share/drawn.ts';
import { PARTS, subsetsOf } from '../support/parts.ts';
import { searchTable } from '../support/search-table.ts';
import { FIXTURE } from '../support/variants.ts';
import { attribute, readBuiltSite, textOf, type BuiltPage } from './built-site.ts';
import { deadLinks } from './dead-links.ts';

const BUILDS = [
  { name: 'one', folder: process.env['ONE_DIST'] ?? '', part: PARTS.one, without: ['service', 'key-accounts'] },
  { name: 'own', folder: process.env['OWN_DIST'] ?? '', part: PARTS.own, without: ['agency'] },
];

/** The statements of the sources by handbook, and the terms that only some handbooks use. */
const LEDGER = parse(readFileSync(`${FIXTURE}/content/sources/ledger.yaml`, 'utf8')) as Record<string, unknown>;
const TERMS = parse(readFileSync(`${FIXTURE}/content/glossary/terms.yaml`, 'utf8')) as {
  id: string;
  term: string;
  handbooks: string[];
}[];

const textAt = (pages: readonly BuiltPage[], address: string) => {
  const page = pages.find((each) => each.address === address);
  return page?.elements.filter(({ tagName }) => tagName === 'main').map(textOf).join(' ') ?? '';
};

describe.each(BUILDS)('a site that publishes a part: $name', ({ folder, part, without }) => {
  const pages = readBuiltSite(folder);
  const { title, seal, company } = part.identity;

  test('every internal link leads to a page, and to an anchor on it', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(deadLinks(pages, '/', folder)).toEqual([]);
  });

  test('has the pages, prints and data of its handbooks and of no others', () => {
    const folders = ['', 'print', 'data', 'current'].map((name) => readdirSync(join(folder, name)));
    for (const slug of part.handbooks) for (const names of folders) expect(names).toContain(slug);
    for (const slug of without) for (const names of folders) expect(names).not.toContain(slug);
    expect(Object.keys(searchTable(folder).handbooks.map(([slug]) => slug))).toHaveLength(
      part.handbooks.length,
    );
    const tops = new Set(searchTable(folder).pages.map(([path]) => path.split('/')[1]));
    for (const slug of without) expect(tops).not.toContain(slug);
  });

  test('has no statement of the sources and no line of an edition of the others', () => {
    const sources = pages.find(({ address }) => address === '/sources/');
    const ids = sources?.elements.flatMap((element) => attribute(element, 'id') ?? []) ?? [];
    for (const slug of without) {
      const own = idsIn(LEDGER[slug]);
      expect(own.length).toBeGreaterThan(30);
      expect(ids.filter((id) => own.includes(id))).toEqual([]);
    }
    for (const slug of part.handbooks) {
      expect(idsIn(LEDGER[slug]).filter((id) => !ids.includes(id))).toEqual([]);
    }
    const lines = pages
      .find(({ address }) => address === '/editions/')
      ?.elements.filter((element) => attribute(element, 'href')?.startsWith('/'))
      .map((element) => attribute(element, 'href')?.split('/')[1]);
    for (const slug of without) expect(lines).not.toContain(slug);
    for (const slug of part.handbooks) expect(lines).toContain(slug);
  });

  test('has the terms of its handbooks, and of the others those that its pages name', () => {
    const named = new Set(
      pages.flatMap(({ elements }) => elements.flatMap((each) => attribute(each, 'data-term') ?? [])),
    );
    const published = readdirSync(join(folder, 'glossary'))
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.replace('.json', ''));
    const wanted = TERMS.filter(
      ({ id, handbooks }) =>
        named.has(id) || handbooks.some((slug) => (part.handbooks as readonly string[]).includes(slug)),
    );
    expect(published.sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(published.length).toBeLessThan(TERMS.length);
  });

  test('names the others nowhere in an address', () => {
    const words = new RegExp(`"/(print/|data/)?(${without.join('|')})[/#"]`);
    for (const { file, html } of pages) expect(words.exec(html)?.[0], file).toBeUndefined();
  });

  test('bears its own name, and no picture or icon of another', () => {
    const manifest = JSON.parse(
      readFileSync(join(folder, 'manifest.webmanifest'), 'utf8'),
    ) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: title, short_name: title, icons: [] });
    for (const file of ICON_FILES) expect(existsSync(join(folder, file)), file).toBe(false);
    for (const { file, html, elements } of pages) {
      // One of the old manuals is called that as well.
      if (!file.startsWith('sources')) expect(html.includes('客户部工作手册'), file).toBe(false);
      const name = elements.find((element) => element.tagName === 'title');
      expect(name && textOf(name), file).toContain(title);
      const mark = elements.find((each) => attribute(each, 'class') === 'seal seal--set');
      expect(mark && textOf(mark).trim(), file).toBe(seal);
      const foot = elements.find((each) => each.tagName === 'footer');
      expect(foot && textOf(foot), file).toContain(company);
      const head = elements.find((each) => attribute(each, 'class') === 'print-head');
      expect(head && textOf(head), file).toContain(company);
      // An empty one, or a browser would ask for /favicon.ico.
      const icons = elements.filter((each) => /icon/.test(attribute(each, 'rel') ?? ''));
      expect(icons.map((each) => attribute(each, 'href')), file).toEqual(['data:,']);
    }
  });
});

describe('a site of one handbook', () => {
  const folder = process.env['ONE_DIST'] ?? '';
  const pages = readBuiltSite(folder);

  test('does not ask which one', () => {
    const home = textAt(pages, '/');
    expect(home).not.toContain('选一本手册');
    expect(home).toContain('广告公司客户部手册');
    // Nobody need be told the department behind each role.
    const doors = pages
      .find(({ address }) => address === '/')
      ?.elements.filter((each) => attribute(each, 'class') === 'doors__department');
    expect(doors).toEqual([]);
    expect(textAt(pages, '/search/')).toContain('类别');
    const search = pages.find(({ address }) => address === '/search/');
    expect(search?.elements.some((each) => attribute(each, 'name') === 'handbook')).toBe(false);
    expect(searchTable(folder).handbooks).toHaveLength(1);
  });

  test('that knows its address shares the links whose pictures are drawn, and no other picture', () => {
    for (const { file, html } of pages) {
      expect(html.includes('og:title'), file).toBe(true);
      expect(html.includes('og:image'), file).toBe(false);
      expect(html.includes('content="summary"'), file).toBe(true);
    }
    expect(existsSync(join(folder, 'og'))).toBe(false);
  });

  test('keeps the summary of an edition to itself where it speaks of more than is published', () => {
    expect(textAt(pages, '/editions/')).not.toContain('三本手册');
    expect(textAt(pages, '/sources/')).toContain('四份文件');
  });
});

describe('a handbook of one’s own', () => {
  const folder = process.env['OWN_DIST'] ?? '';
  const pages = readBuiltSite(folder);

  test('is published like the others, first where it is named first', () => {
    const home = pages.find(({ address }) => address === '/');
    const columns = home?.elements.filter((each) =>
      attribute(each, 'class')?.startsWith('handbook-column'),
    );
    expect(columns?.map((each) => attribute(each, 'data-handbook'))).toEqual(PARTS.own.handbooks);
    expect(textAt(pages, '/sales/workflows/first-visit/')).toContain('请经理批报价');
    const css = home?.elements
      .filter(({ tagName }) => tagName === 'style')
      .map(textOf)
      .join('');
    expect(css).toMatch(/\[data-handbook=["']?sales["']?\][^{]*\{--hue:var\(--plum\)/);
    expect(css).toContain('--plum:#681561');
    // Hues that no published handbook has are not sent along.
    expect(css).not.toContain('--vermilion');
  });

  test('shows what is still to be written of one that is begun, and marks nothing else', () => {
    const marked = (address: string) =>
      pages
        .find((each) => each.address === address)
        ?.elements.filter((each) => attribute(each, 'data-unwritten') !== undefined) ?? [];
    const role = marked('/training/roles/team-member/').map(textOf);
    expect(role.length).toBeGreaterThan(5);
    expect(role.filter((text) => !text.includes('待写：'))).toEqual([]);
    expect(marked('/print/training/').length).toBeGreaterThan(20);
    expect(marked('/sales/roles/account-rep/')).toEqual([]);
  });

  test('a link into a handbook that is not published is plain text', () => {
    const front = pages.find(({ address }) => address === '/sales/');
    const prose = front?.elements.find((each) => attribute(each, 'class') === 'prose');
    expect(prose && textOf(prose)).toContain('要做广告的，见争取新客户。');
    expect(front?.html.includes('href="/service/workflows/complaint/"')).toBe(true);
    expect(front?.html.includes('/agency/')).toBe(false);
    expect(textAt(pages, '/sales/roles/account-rep/')).not.toContain('工作单');
  });
});

test('there are seven choices of three handbooks, each once', () => {
  const subsets = subsetsOf(['a', 'b', 'c']).map((some) => some.join(''));
  expect(subsets.sort()).toEqual(['a', 'ab', 'abc', 'ac', 'b', 'bc', 'c']);
});

function idsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('id' in node && 'fact' in node) return [String(node.id)];
  return Object.values(node).flatMap(idsIn);
}

test('OFFLINE=0 publishes the worker that removes, and offers nothing', () => {
  const worker = (folder: string) => readFileSync(join(folder, 'sw.js'), 'utf8');
  const [one = '', own = ''] = BUILDS.map(({ folder }) => folder);
  expect(worker(one)).toContain('unregister');
  expect(worker(one).length).toBeLessThan(2000);
  expect(existsSync(join(one, 'offline.json'))).toBe(false);
  expect(readFileSync(join(one, 'index.html'), 'utf8')).not.toContain('断网也能看');
  expect(worker(own)).toContain('sales/');
  expect(readFileSync(join(own, 'index.html'), 'utf8')).toContain('断网也能看');
});
