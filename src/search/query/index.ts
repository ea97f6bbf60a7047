/**
 * The search in the browser: loads the table and the engine when first asked, answers queries, and
 * reads the texts of the places that are shown. Nothing that is typed leaves the browser.
 */
import { href } from '../../model/address.ts';
import { cutTexts, isHan, isLatin, latinWords, readQuery } from '../../model/phrase.ts';
import {
  PINYIN_FILE,
  TABLE_PATH,
  TRADITIONAL_FILE,
  textsFile,
  type PageKind,
  type PinyinData,
  type PlaceText,
  type SearchTable,
} from '../../model/search-data.ts';
import type { HandbookSlug } from '../../model/handbook-slug.ts';
import { startEngine } from './engine.ts';
import type { Answers } from './answers.ts';
import { fetchJson, fetchPackedJson, IndexUnreachable } from './errors.ts';
import { MAY_ASK } from './may-ask.ts';
import { readPinyin, type FindPinyin } from './pinyin.ts';
import { rankPages, type FoundPage, type LocatedTerm } from './rank.ts';
import { groupByPage, joinRelated, partialPages, synonymTerms } from './related.ts';
import { readTable, type IndexedPage, type Table } from './table.ts';
import { locate, wordFinder, type FindWord } from './words.ts';

export { IndexUnreachable } from './errors.ts';
export { excerptOf, markTerms, rangesOf, type Piece } from './excerpt.ts';
export type { FoundPage, FoundPlace } from './rank.ts';

/** Titles found by pinyin whose characters are marked. */
const MOST_SPELT = 30;

export interface Filters {
  readonly handbook?: HandbookSlug | undefined;
  readonly kind?: PageKind | undefined;
}

export interface Answer {
  readonly query: string;
  /** What to mark in titles and texts, as rows of units. */
  readonly terms: readonly (readonly string[])[];
  /** Pages that have every term, word for word. */
  readonly exact: readonly FoundPage[];
  /**
   * Of a question: the pages that may answer it, the likeliest first, and among them all that have it
   * word for word. Empty when nothing is asked.
   */
  readonly likely: readonly FoundPage[];
  /** Pages that say it otherwise, or nearly. */
  readonly related: readonly FoundPage[];
  /** What the letters of pinyin were taken for, the best first; empty when they were not. */
  readonly spelt: readonly string[];
}

export interface Search {
  /** @throws IndexUnreachable */
  answer(query: string, filters: Filters): Promise<Answer>;
  /** The text of a place, by its number. @throws IndexUnreachable */
  read(place: number): Promise<PlaceText>;
}

/** Loads what every query needs. @throws IndexUnreachable */
export async function openSearch(): Promise<Search> {
  const table = readTable(await fetchJson<SearchTable>(href(TABLE_PATH)));
  const folder = href(table.folder);
  const find = wordFinder(
    once(() => startEngine(folder)),
    table,
  );
  const pinyin = once(async () =>
    readPinyin(await fetchPackedJson<PinyinData>(folder + PINYIN_FILE)),
  );
  const forms = once(async () =>
    readForms(await fetchPackedJson<string>(folder + TRADITIONAL_FILE)),
  );
  const texts = new Map<number, Promise<PlaceText[]>>();

  return {
    answer: (query, filters) => answer({ table, find, pinyin, forms }, query, filters),
    async read(place) {
      const file = Math.floor(place / table.placesPerFile);
      const loading = texts.get(file) ?? fetchPackedJson<PlaceText[]>(folder + textsFile(file));
      texts.set(file, loading);
      loading.catch(() => texts.delete(file));
      const text = (await loading)[place % table.placesPerFile];
      if (!text) throw new RangeError(`No place ${place}`);
      return text;
    },
  };
}

interface Sources {
  readonly table: Table;
  readonly find: FindWord;
  readonly pinyin: () => Promise<FindPinyin>;
  readonly forms: () => Promise<ReadonlyMap<string, string>>;
}

async function answer(sources: Sources, query: string, filters: Filters): Promise<Answer> {
  const { table, find } = sources;
  const only = placeFilter(filters);
  const exactOf = async (terms: readonly (readonly string[])[]) => {
    // Most pinyin is in no word of the site: the engine, most of what a first search loads, can wait.
    if (!terms.every((units) => mayStand(units, table))) return [];
    const located = await Promise.all(
      terms.map(async (units): Promise<LocatedTerm> => ({
        units,
        positions: await locate(units, find),
      })),
    );
    return rankPages(located, table.pages, only);
  };

  const [first = [], second] = readQuery(query);
  if (first.length === 0)
    return { query, terms: [], exact: [], likely: [], related: [], spelt: [] };
  let terms = first;
  let exact = await exactOf(terms);
  let apart = second ? await exactOf(second) : [];
  if (exact.length === 0 && second && apart.length > 0) [terms, exact, apart] = [second, apart, []];
  if (exact.length === 0 && cutTexts(query).some(isHan)) {
    const simple = await simplified(query, sources.forms);
    if (simple !== query) return { ...(await answer(sources, simple, filters)), query };
  }

  const others = synonymTerms(terms, table.synonyms);
  const synonyms = (await Promise.all(others.map(exactOf))).flat();
  // A word of the site or another name for one is not meant as pinyin, whose table is heavy.
  const isKnown = others.length > 0 || terms.every((units) => table.latin.includes(units.join('')));
  const hits = isLatin(query) && !isKnown ? (await sources.pinyin())(query) : [];
  const sounds = onlyPlaces(groupByPage(hits, table), only);
  const shown = new Set(sounds.flatMap(({ places }) => places.map(({ place }) => place)));
  const best = hits.filter(({ place }) => shown.has(place)).sort((a, b) => b.score - a.score);
  const spelt = [...new Set(best.map(({ text }) => text))].slice(0, MOST_SPELT);
  const asked = MAY_ASK.test(query) ? await answerAsked(terms, exact, sources, only) : undefined;
  const likely = asked?.pages ?? [];
  const partial = asked || isLatin(query) ? [] : await partialPages(terms, table, find, only);
  const related = joinRelated([...exact, ...likely], [synonyms, apart, sounds, partial]);
  const marks = [...terms, ...others.flat(), ...spelt.map(cutTexts), ...(asked?.marks ?? [])];
  return { query, terms: marks, exact, likely, related, spelt };
}

/** Loads what questions need, and answers one; undefined when it is none after all. */
async function answerAsked(
  terms: readonly (readonly string[])[],
  exact: readonly FoundPage[],
  { table, find }: Sources,
  only: (page: IndexedPage, index: number) => boolean,
): Promise<Answers | undefined> {
  const { answerTerms } = await import('./answers.ts').catch(() => {
    throw new IndexUnreachable('answers');
  });
  return answerTerms(terms, exact, table, find, only);
}

/** False when a term has letters that are in no word of the site. */
function mayStand(units: readonly string[], { latin }: Table): boolean {
  return latinWords(units).every((word) => latin.some((known) => known.includes(word)));
}

function onlyPlaces(
  pages: readonly FoundPage[],
  only: (page: IndexedPage, index: number) => boolean,
): FoundPage[] {
  return pages
    .map(({ places, ...found }) => ({
      ...found,
      places: places.filter(({ place }) => only(found.page, place - found.page.firstPlace)),
    }))
    .filter(({ places }) => places.length > 0);
}

/** Traditional characters of a query as the site writes them. */
async function simplified(
  query: string,
  forms: () => Promise<ReadonlyMap<string, string>>,
): Promise<string> {
  const known = await forms();
  return [...query].map((character) => known.get(character) ?? character).join('');
}

function readForms(pairs: string): Map<string, string> {
  const characters = [...pairs];
  const forms = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) {
    forms.set(characters[at] ?? '', characters[at + 1] ?? '');
  }
  return forms;
}

function placeFilter({ handbook, kind }: Filters): (page: IndexedPage, index: number) => boolean {
  return (page, index) => {
    if (kind && page.kind !== kind) return false;
    if (!handbook) return true;
    return page.handbook === handbook || (page.termHandbooks?.[index]?.includes(handbook) ?? false);
  };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load();
    loading.catch(() => (loading = undefined));
    return loading;
  };
}
