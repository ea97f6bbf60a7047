/** Lays out what the browser loads beside Pagefind's index. */
import {
  MISSING,
  PINYIN_FILE,
  TRADITIONAL_FILE,
  textsFile,
  type PageKind,
  type PlaceText,
  type SearchTable,
  type TablePage,
} from '../../model/search-data.ts';
import { BREAK, cutTexts, isHan, latinWords } from '../../model/phrase.ts';
import type { HandbookSlug } from '../../model/handbook-slug.ts';
import { SECTIONS } from '../../model/vocabulary.ts';
import { buildPinyin } from './pinyin.ts';
import type { IndexedPlace, ReadPage } from './read-page.ts';
import { traditionalForms } from './traditional.ts';
import { placeUnits } from './units.ts';

/**
 * Files of texts: one for each place while they are no more than the first number, since a result needs
 * one place's text. With more places there are at most as many files as the second says: packed
 * together, texts take less room.
 */
const SINGLE_FILES = 2000;
const SHARED_FILES = 1200;

export interface SitePage extends ReadPage {
  /** Root-relative path, without the base. */
  readonly path: string;
}

/** All units of a page, in the order of the table's lengths. */
export function pageUnits(page: ReadPage): string[] {
  return page.places.flatMap((place) => {
    const { title, rest } = placeUnits(place);
    return [...title, ...rest];
  });
}

/** The table, all but the folder's name, which follows from the files. */
export function buildTable(
  pages: readonly SitePage[],
  keys: readonly string[],
  synonyms: readonly (readonly string[])[],
  handbooks: SearchTable['handbooks'],
): Omit<SearchTable, 'folder'> {
  const slugs = handbooks.map(([slug]) => slug);
  const lengths = pages.flatMap(({ places }) =>
    places.flatMap((place) => {
      const { title, rest } = placeUnits(place);
      return [title.length, rest.length];
    }),
  );
  return {
    handbooks,
    pages: pages.map((page, number): TablePage => {
      const { kind, handbook } = classify(page.path, slugs);
      return [page.path, page.title, kind, handbook, keys[number] ?? '', page.places.length];
    }),
    lengths,
    placesPerFile: placesPerFile(pages),
    termHandbooks: pages
      .filter(({ path }) => classify(path, slugs).kind === 'terms')
      .flatMap(({ places }) =>
        places.map(({ hues }) => slugs.flatMap((slug, at) => (hues.includes(slug) ? [at] : []))),
      ),
    synonyms: markMissing(synonyms, pages),
    latin: [...new Set(pages.flatMap((page) => latinWords(pageUnits(page))))].sort(),
  };
}

/** The files beside the table: name → content to be written as packed JSON. */
export function buildFiles(pages: readonly SitePage[]): Map<string, unknown> {
  const places = pages.flatMap((page) => page.places);
  const used = new Set(places.flatMap(({ blocks }) => blocks.flatMap((block) => [...block])));
  return new Map<string, unknown>([
    ...splitTexts(pages).map((file, number): [string, unknown] => [textsFile(number), file]),
    [PINYIN_FILE, buildPinyin(places.map(({ title }) => title))],
    [TRADITIONAL_FILE, traditionalForms(new Set([...used].filter(isHan)))],
  ]);
}

/** Kind and handbook of a page, from its path. */
export function classify(
  path: string,
  handbooks: readonly HandbookSlug[],
): { kind: PageKind; handbook: HandbookSlug | '' } {
  const [, top = '', folder = ''] = path.split('/');
  const handbook = handbooks.find((slug) => slug === top) ?? '';
  if (top === 'glossary') return { kind: 'terms', handbook };
  const section = handbook ? SECTIONS.find((name) => name === folder) : undefined;
  return { kind: section ?? 'site', handbook };
}

/** All places in files, in order. */
function splitTexts(pages: readonly SitePage[]): PlaceText[][] {
  const texts = pages.flatMap((page) => page.places.map(textOf));
  const each = placesPerFile(pages);
  return Array.from({ length: Math.ceil(texts.length / each) }, (_, number) =>
    texts.slice(number * each, (number + 1) * each),
  );
}

function placesPerFile(pages: readonly SitePage[]): number {
  const places = pages.reduce((sum, page) => sum + page.places.length, 0);
  return places <= SINGLE_FILES ? 1 : Math.ceil(places / SHARED_FILES);
}

function textOf({ id, title, blocks }: IndexedPlace): PlaceText {
  // The title block is mostly the title itself, which need not be written twice.
  return [id, title, blocks[0] === title ? '' : (blocks[0] ?? ''), ...blocks.slice(1)];
}

/** Marks the words that the site never writes: nobody need look for them. */
function markMissing(
  groups: readonly (readonly string[])[],
  pages: readonly SitePage[],
): readonly (readonly string[])[] {
  const blocks = pages.flatMap(({ places }) => places.flatMap((place) => place.blocks));
  const text = blocks.map((block) => cutTexts(block).join('')).join(BREAK);
  return groups.map((group) =>
    group.map((word) => (text.includes(cutTexts(word).join('')) ? word : MISSING + word)),
  );
}
