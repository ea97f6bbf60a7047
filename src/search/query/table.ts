/** The table as the query uses it: from a position in a page to the place that stands there. */
import { cutTexts } from '../../model/phrase.ts';
import type { PageKind, SearchTable } from '../../model/search-data.ts';
import { HANDBOOKS, type HandbookSlug } from '../../model/vocabulary.ts';

export interface Page {
  readonly number: number;
  /** Root-relative, without the base. */
  readonly path: string;
  readonly title: string;
  readonly titleUnits: readonly string[];
  readonly kind: PageKind;
  readonly handbook: HandbookSlug | '';
  /** Number of its first place among all places. */
  readonly firstPlace: number;
  /** Where each of its places begins, in units from the page's beginning; ends with the page's length. */
  readonly starts: readonly number[];
  /** Units of each place's title. */
  readonly titleLengths: readonly number[];
  /** For the glossary: the handbooks of each term. */
  readonly termHandbooks?: readonly (readonly HandbookSlug[])[];
}

export interface Table {
  readonly folder: string;
  readonly pages: readonly Page[];
  /** Page's number by its key in Pagefind's index. */
  readonly byKey: ReadonlyMap<string, number>;
  readonly placesPerFile: number;
  readonly synonyms: readonly (readonly string[])[];
  /** Words in Latin letters that the site writes. */
  readonly latin: readonly string[];
}

/** Units between two blocks, which the lengths count with the block before them. */
export const BLOCK_END = 2;

/** Unfolds the table. */
export function readTable(data: SearchTable): Table {
  let place = 0;
  const termHandbooks = data.termHandbooks.map((digits) =>
    [...digits].flatMap((digit) => HANDBOOKS[Number(digit)] ?? []),
  );
  const pages = data.pages.map(([path, title, kind, handbook, , count], number): Page => {
    const firstPlace = place;
    place += count;
    const starts = [0];
    const titleLengths: number[] = [];
    for (let index = firstPlace; index < place; index += 1) {
      const length = data.lengths[2 * index] ?? 0;
      titleLengths.push(Math.max(0, length - BLOCK_END));
      starts.push((starts.at(-1) ?? 0) + length + (data.lengths[2 * index + 1] ?? 0));
    }
    const titleUnits = cutTexts(title);
    const page = { number, path, title, titleUnits, kind, handbook, firstPlace, starts };
    return { ...page, titleLengths, ...(kind === 'terms' ? { termHandbooks } : {}) };
  });
  return {
    folder: data.folder,
    pages,
    byKey: new Map(data.pages.map((row, number) => [row[4], number])),
    placesPerFile: data.placesPerFile,
    synonyms: data.synonyms,
    latin: data.latin,
  };
}

/** Index, on its page, of the place that holds a position. */
export function placeAt(page: Page, position: number): number {
  return lastAtMost(page.starts, position);
}

/** The page that a place belongs to, by the place's number. */
export function pageOfPlace(table: Table, place: number): Page | undefined {
  let low = 0;
  let high = table.pages.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((table.pages[middle]?.firstPlace ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return table.pages[low];
}

/** Index of the last number that is at most the value, in an ascending row. */
export function lastAtMost(row: readonly number[], value: number): number {
  let low = 0;
  let high = row.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((row[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
