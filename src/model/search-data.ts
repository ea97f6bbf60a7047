/**
 * What the build hands to the search in the browser, beside Pagefind's own index. Kept short, since
 * the first search waits for it: numbers and short texts in arrays.
 */
import type { HandbookSlug } from './handbook-slug.ts';

/** Where the table of one build lies, below the base path; it names the folder of all other files. */
export const TABLE_PATH = '/search/table.json';

/** What the results call the kind of a page; a term of the glossary is one too. */
export const PAGE_KINDS = ['roles', 'workflows', 'techniques', 'rules', 'terms', 'site'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/**
 * One page: root-relative path, title, kind, handbook (absent: none), key of its record in Pagefind's
 * index, and how many places it has.
 */
export type TablePage = readonly [
  path: string,
  title: string,
  kind: PageKind,
  handbook: HandbookSlug | '',
  key: string,
  places: number,
];

/** The table: all that is needed to list every exact hit at once. */
export interface SearchTable {
  /** Folder of the build's other files, root-relative, ending in `/`. */
  readonly folder: string;
  /** The handbooks, each with what its tag says; a site of one handbook has no tags. */
  readonly handbooks: readonly (readonly [slug: HandbookSlug, tag: string])[];
  readonly pages: readonly TablePage[];
  /**
   * Two numbers for each place, in the order of the pages: units in its title, units after its title.
   * A page's units are counted on without a gap.
   */
  readonly lengths: readonly number[];
  /** How many places each file of texts holds, `texts-0` first; the last may hold fewer. */
  readonly placesPerFile: number;
  /** For the places of the glossary: the handbooks of each term, as numbers in the list above. */
  readonly termHandbooks: readonly (readonly number[])[];
  /** Groups of words that mean the same; a word that the site never writes begins with `MISSING`. */
  readonly synonyms: readonly (readonly string[])[];
  /** The words in Latin letters that the site writes, folded; few, so that most pinyin is told apart. */
  readonly latin: readonly string[];
}

/** Marks a synonym that is there to be typed only. */
export const MISSING = '-';

/** One place: its id on the page (empty: the page's beginning), then its blocks of text, title first. */
export type PlaceText = readonly [id: string, title: string, ...blocks: string[]];

/** Files of texts, one array of places each: packed JSON, as all our files beside the table. */
export const textsFile = (number: number): string => `texts-${number}.pack`;

/** Pagefind's files as we name them: the engine, its glue, its list of chunks, the chunks. */
export const ENGINE_FILE = 'engine.pagefind';
export const GLUE_FILE = 'glue.js';
export const META_FILE = 'index.pf_meta';
export const chunkFile = (name: string): string => `index/${name}.pf_index`;

/** What queries in Latin letters need. */
export const PINYIN_FILE = 'pinyin.pack';

export interface PinyinData {
  /** Syllables without tones. */
  readonly syllables: readonly string[];
  /** Characters by syllable: those of `syllables[i]` are the i-th text. */
  readonly characters: readonly string[];
  /** Titles of all places, in order. */
  readonly titles: readonly string[];
  /** Readings that differ from the usual one: place, character's index, syllable's index. */
  readonly exceptions: readonly (readonly [number, number, number])[];
}

/** Traditional forms of the site's characters, for queries that find nothing: pairs in one text. */
export const TRADITIONAL_FILE = 'traditional.pack';
