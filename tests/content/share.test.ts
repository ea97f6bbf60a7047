import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPublished, readSiteFile } from '../../src/build/site-file.ts';
import { CARD_SIZE, cardsOf } from '../../src/share/card.ts';
import { DRAWN_SEAL, isDrawn } from '../../src/share/drawn.ts';
import { attribute, readBuiltSite, textOf } from './built-site.ts';

const ROOT = process.env['ROOT_DIST'] ?? '';
const SUB = process.env['SUB_DIST'] ?? '';

/** Bytes that a picture of a shared link may have. */
const LIMIT = 15_000;

const identity = readSiteFile();

const og = (elements: ReturnType<typeof readBuiltSite>[number]['elements'], property: string) => {
  const tag = elements.find((element) => attribute(element, 'property') === `og:${property}`);
  return tag && attribute(tag, 'content');
};

/** Width and height of a PNG, in pixels. */
function sizeOf(file: string) {
  const png = readFileSync(file);
  expect(png.subarray(1, 4).toString('latin1'), file).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

describe('shared links of a site that knows its address', () => {
  const pages = readBuiltSite(SUB).filter(({ file }) => file.endsWith('index.html'));

  /** Pictures of what was named, coloured or left out otherwise since wait for `npm run share-images`. */
  const current = cardsOf(identity, readPublished()).filter(isDrawn);

  const isHandbook = (slug: string) => pages.some(({ file }) => file === `print/${slug}/index.html`);

  test('every page names itself and a picture that is there', () => {
    for (const { file, address, elements } of pages) {
      const canonical = elements.find((element) => attribute(element, 'rel') === 'canonical');
      expect(og(elements, 'url'), file).toBe(canonical && attribute(canonical, 'href'));
      const h1 = elements.find((element) => element.tagName === 'h1');
      // A printed handbook bears its title, and says in the tags that it is the printed one.
      const suffix = file.startsWith('print/') ? '（打印）' : '';
      if (h1) expect(og(elements, 'title'), file).toBe(`${textOf(h1).trim()}${suffix}`);
      expect(og(elements, 'description')?.length, file).toBeGreaterThan(5);
      expect(og(elements, 'type'), file).toMatch(/^(website|article)$/);
      expect(og(elements, 'locale'), file).toBe('zh_CN');
      // A printed handbook bears the picture of its handbook; what tells that a page is elsewhere, the site's.
      const isFormer = elements.some((e) => attribute(e, 'data-moved-items') !== undefined);
      const [top = '', below] = address.replace(/^\/print/, '').split('/').filter(Boolean);
      // A plan bears that of the handbook whose role it is for, a part of an edition that of its handbook.
      const body = elements.find(({ tagName }) => tagName === 'body');
      const isApart = ['train', 'editions'].includes(top) && below !== undefined;
      const handbook = isApart ? ((body && attribute(body, 'data-handbook')) ?? '') : top;
      const section = isApart ? undefined : below;
      const own =
        isHandbook(handbook) && !isFormer
          ? [handbook, ...(section ? [section] : [])].join('-')
          : 'site';
      const image = og(elements, 'image');
      if (!current.some(({ name }) => name === own)) {
        // Begun or renamed since, and nobody has drawn its pictures yet.
        expect(image, file).toBeUndefined();
        continue;
      }
      expect(image, file).toMatch(/^https:\/\/handbook\.example\.com\/kehubu\/og\/[a-z-]+\.png$/);
      expect(image, file).toMatch(new RegExp(`/${own}\\.png$`));
      const picture = join(SUB, 'og', `${own}.png`);
      expect(sizeOf(picture), picture).toEqual(CARD_SIZE);
      expect(statSync(picture).size, picture).toBeLessThanOrEqual(LIMIT);
    }
  });

  test('there is a picture of whatever is drawn as the site says it now, and no other', () => {
    const folder = join(SUB, 'og');
    const names = existsSync(folder) ? readdirSync(folder) : [];
    expect(names.sort()).toEqual(current.map(({ name }) => `${name}.png`).sort());
  });

  test('what stands on the pictures is what the site says', () => {
    for (const { name, handbook, title, kicker } of current) {
      if (!handbook) continue;
      const overview = pages.find(({ address }) => address === `/${handbook}/`);
      const heading = overview?.elements.find((element) => element.tagName === 'h1');
      const own = heading && textOf(heading).trim();
      if (name === handbook) expect(title).toBe(own);
      else {
        expect(kicker).toBe(own);
        const section = overview?.elements.find(
          (element) => attribute(element, 'id') === name.slice(handbook.length + 1),
        );
        expect(section && textOf(section)).toContain(title);
      }
    }
  });
});

test('a site that does not know its address has no tags and no pictures for shared links', () => {
  for (const { file, html } of readBuiltSite(ROOT)) expect(html, file).not.toContain('"og:');
  expect(readdirSync(ROOT)).not.toContain('og');
});

test.each([
  ['root', ROOT, '/'],
  ['sub-path', SUB, '/kehubu/'],
])('icons and manifest of the build at %s are there, under its base', (_, folder, base) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8')) as {
    start_url: string;
    scope: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest).toMatchObject({ start_url: base, scope: base, lang: 'zh-CN' });
  const isSealDrawn = identity.seal === DRAWN_SEAL;
  expect(manifest.icons.length > 0).toBe(isSealDrawn);
  for (const { src, sizes } of manifest.icons) {
    expect(src.startsWith(base)).toBe(true);
    const file = join(folder, src.slice(base.length));
    if (sizes === 'any') expect(readFileSync(file, 'utf8')).toContain('<svg');
    else expect(`${sizeOf(file).width}x${sizeOf(file).height}`).toBe(sizes);
  }
  for (const { file, elements } of readBuiltSite(folder)) {
    const linked = elements
      .filter((e) => /^(icon|apple-touch-icon|manifest)$/.test(attribute(e, 'rel') ?? ''))
      .map((e) => attribute(e, 'href') ?? '');
    expect(linked, file).toHaveLength(isSealDrawn ? 3 : 2);
    // An empty icon, or a browser would ask for /favicon.ico.
    for (const href of linked.filter((each) => each !== 'data:,')) {
      expect(statSync(join(folder, href.slice(base.length))).isFile(), href).toBe(true);
    }
  }
});
