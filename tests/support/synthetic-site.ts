/**
 * A handbook site of any size, made of pieces of the real one's sentences put together anew: the same
 * characters and words, about as often, in phrases of its own. Built HTML, with the real search page.
 */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { buildSearch } from '../../src/search/build/build-search.ts';
import { oneOf, seeded, whole } from './random.ts';

const HANDBOOKS = ['one', 'two', 'three'];
const SECTIONS = ['roles', 'workflows', 'techniques', 'rules'];
const SYNONYMS = [
  ['AE', '客户专员'],
  ['甲方', '客户'],
];

/** Items of a page and paragraphs of an item, at most: about as much text as the real pages have. */
const ITEMS = 24;
const PARAGRAPHS = 3;

/**
 * Writes a site and its search.
 *
 * @param built a built real site: gives the sentences, the search page and its scripts
 * @param folder where to write; must be empty
 */
export async function makeSyntheticSite(
  built: string,
  folder: string,
  pages: number,
): Promise<void> {
  const random = seeded(pages);
  const sentences = await readSentences(built);
  for (const part of ['_astro', 'search']) {
    await cp(join(built, part), join(folder, part), { recursive: true });
  }
  for (let number = 0; number < pages; number += 1) {
    const path = join(folder, oneOf(random, HANDBOOKS), oneOf(random, SECTIONS), `page-${number}`);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'index.html'), makePage(random, sentences));
  }
  await buildSearch(
    folder,
    SYNONYMS,
    HANDBOOKS.map((slug) => [slug, slug]),
  );
}

function makePage(random: () => number, sentences: readonly string[]): string {
  const sentence = () => {
    const [first, second] = [oneOf(random, sentences), oneOf(random, sentences)];
    return (
      first.slice(0, 1 + whole(random, first.length)) + second.slice(whole(random, second.length))
    );
  };
  const title = () =>
    oneOf(random, sentences)
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, 4 + whole(random, 10));
  const items = Array.from({ length: 4 + whole(random, ITEMS) }, (_, number) => {
    const paragraphs = Array.from(
      { length: whole(random, PARAGRAPHS + 1) },
      () => `<p>${sentence()}</p>`,
    );
    return `<li class="item" id="item-${number}"><p class="item__text">${title()}</p>${paragraphs.join('')}</li>`;
  });
  const main = `<h1>${title()}</h1><p>${sentence()}</p><h2 id="points">${title()}</h2><ol>${items.join('')}</ol>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body><main>${main}</main></body></html>`;
}

/** Paragraphs of the real pages, without what is marked up in them. */
async function readSentences(built: string): Promise<string[]> {
  const files = (await readdir(built, { recursive: true })).filter(
    (file) => SECTIONS.some((name) => file.split(sep)[1] === name) && file.endsWith('.html'),
  );
  const sentences: string[] = [];
  for (const file of files.sort()) {
    const html = await readFile(join(built, file), 'utf8');
    for (const [, text = ''] of html.matchAll(/<p>(.*?)<\/p>/gs)) {
      const plain = text.replace(/<[^>]*>/g, '').replace(/&[a-z#0-9]+;/g, '');
      if (plain.length > 12) sentences.push(plain.replace(/\s+/g, ' '));
    }
  }
  return sentences;
}
