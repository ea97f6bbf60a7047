import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSiteFile } from '../../src/build/site-file.ts';
import { attribute, readBuiltSite, textOf, type Element } from './built-site.ts';
import { deadLinks } from './dead-links.ts';

const BUILDS = [
  { name: 'root', folder: process.env['ROOT_DIST'] ?? '', base: '/' },
  { name: 'sub-path', folder: process.env['SUB_DIST'] ?? '', base: '/kehubu/' },
];

describe.each(BUILDS)('the build at $name', ({ folder, base }) => {
  const pages = readBuiltSite(folder);
  const { title: name } = readSiteFile();

  test('every internal link leads to a page, and to an anchor on it', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(deadLinks(pages, base, folder)).toEqual([]);
  });

  test('no page has an id twice', () => {
    const repeated = pages.flatMap(({ file, elements }) => {
      const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${file}: ${id}`);
    });
    expect(repeated).toEqual([]);
  });

  test('every page has a policy with hashes, and nothing it forbids', () => {
    for (const { file, elements } of pages) {
      const policy = elements.find(
        (element) => attribute(element, 'http-equiv') === 'content-security-policy',
      );
      const content = (policy && attribute(policy, 'content')) ?? '';
      expect(content, file).toContain("connect-src 'self'");
      // It covers only what follows it.
      const covered = elements.findIndex(({ tagName }) => /^(script|style|link)$/.test(tagName));
      expect(policy && elements.indexOf(policy), file).toBeLessThan(covered);
      expect(content, file).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
      // WebAssembly may be compiled; nothing else that a policy calls unsafe.
      expect(content.replace("'wasm-unsafe-eval'", ''), file).not.toContain('unsafe');
      const styled = elements.filter((element) => attribute(element, 'style') !== undefined);
      expect(styled.map(textOf), `${file} has inline styles`).toEqual([]);
      const handlers = elements.flatMap((e) => e.attrs.filter((a) => a.name.startsWith('on')));
      expect(handlers, file).toEqual([]);
    }
  });

  test('a section says first what of its items with a source the editors wrote', () => {
    const hasClass = (element: Element, name: string) =>
      (attribute(element, 'class') ?? '').split(' ').includes(name);
    const isBeyondSource = (element: Element) => {
      const parts = elementsIn(element);
      // Each duty and step says how well; what a point or a rule has beside its text is why.
      const hasMore =
        hasClass(element, 'duty') ||
        hasClass(element, 'step') ||
        parts.some((part) => hasClass(part, 'item__why'));
      return hasMore && parts.some((part) => hasClass(part, 'source'));
    };
    let sections = 0;
    for (const { address, elements } of pages) {
      // Entries of the glossary are items too.
      if (/^\/(print|glossary|sources)\//.test(address)) continue;
      const first = elements.findIndex(
        (element) =>
          ['duty', 'step', 'item'].some((name) => hasClass(element, name)) &&
          isBeyondSource(element),
      );
      const says = elements.findIndex((element) => hasClass(element, 'editors-part'));
      if (first < 0) expect(says, address).toBe(-1);
      else {
        sections += 1;
        expect(says, address).toBeGreaterThan(-1);
        expect(says, address).toBeLessThan(first);
      }
    }
    expect(sections).toBeGreaterThan(10);
  });

  test('every page says its language, its title, one heading, and no referrer', () => {
    for (const { file, elements } of pages) {
      const html = elements.find((element) => element.tagName === 'html');
      expect(html && attribute(html, 'lang'), file).toBe('zh-CN');
      const title = elements.find((element) => element.tagName === 'title');
      expect(title && textOf(title).endsWith(name), file).toBe(true);
      const referrer = elements.find((element) => attribute(element, 'name') === 'referrer');
      expect(referrer && attribute(referrer, 'content'), file).toBe('no-referrer');
      const headings = elements.filter((element) => element.tagName === 'h1');
      expect(headings.length, file).toBe(1);
    }
  });

  test('no page names another host, but for links a reader chooses to follow', () => {
    for (const { file, elements } of pages) {
      const loaded = elements
        .filter((e) => ['script', 'link', 'img', 'iframe', 'source', 'use'].includes(e.tagName))
        .filter((e) => attribute(e, 'rel') !== 'canonical')
        .flatMap((e) => [attribute(e, 'src'), attribute(e, 'href')])
        .filter((value) => /^(https?:)?\/\//.test(value ?? ''));
      expect(loaded, file).toEqual([]);
    }
  });

  test('no prose shows Markdown that was not understood', () => {
    const main = pages.map(({ file, elements }) => ({
      file,
      text: elements.filter((element) => element.tagName === 'main').map(textOf).join(' '),
    }));
    expect(main.filter(({ text }) => text.includes('**')).map(({ file }) => file)).toEqual([]);
  });
});

test('text files of a build with PRECOMPRESS have compressed copies', () => {
  const folder = process.env['SUB_DIST'] ?? '';
  const page = readFileSync(join(folder, 'index.html'));
  expect(readFileSync(join(folder, 'index.html.br')).length).toBeLessThan(page.length / 2);
  expect(readFileSync(join(folder, 'index.html.gz')).length).toBeLessThan(page.length / 2);
});

/** An element's descendants. */
function elementsIn(element: Element): Element[] {
  return element.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...elementsIn(child)] : [],
  );
}
