/** The table as the query uses it: from a position in a page to the place that stands there. */
import { BLOCK_END, cutTexts } from '../../model/phrase.ts';
import type { PageKind, SearchTable } from '../../model/search-data.ts';
import type { HandbookSlug } from '../../model/handbook-slug.ts';

export interface IndexedPage {
  readonly number: number;
  /** Root-relative, without the base. */
  readonly path: string;
  readonly title: string;
  readonly titleUnits: readonly string[];
  readonly kind: PageKind;
  readonly handbook: HandbookSlug | '';
  /** What its handbook's tag says; absent where nothing has to be told apart. */
  readonly tag?: string;
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
  readonly pages: readonly IndexedPage[];
  /** Page's number by its key in Pagefind's index. */
  readonly byKey: ReadonlyMap<string, number>;
  readonly placesPerFile: number;
  readonly synonyms: readonly (readonly string[])[];
  /** Words in Latin letters that the site writes. */
  readonly latin: readonly string[];
}

/** Unfolds the table. */
export function readTable(data: SearchTable): Table {
  let place = 0;
  const termHandbooks = data.termHandbooks.map((numbers) =>
    numbers.flatMap((number) => data.handbooks[number]?.[0] ?? []),
  );
  const tags = new Map(data.handbooks.length > 1 ? data.handbooks : []);
  const pages = data.pages.map(([path, title, kind, handbook, , count], number): IndexedPage => {
    const firstPlace = place;
    place += count;
    const starts = [0];
    const titleLengths: number[] = [];
    for (let index = firstPlace; index < place; index += 1) {
      const length = data.lengths[2 * index] ?? 0;
      // The lengths count a block's end with it.
      titleLengths.push(Math.max(0, length - BLOCK_END.length));
      starts.push((starts.at(-1) ?? 0) + length + (data.lengths[2 * index + 1] ?? 0));
    }
    const titleUnits = cutTexts(title);
    const page = { number, path, title, titleUnits, kind, handbook, firstPlace, starts };
    const tag = tags.get(handbook);
    return {
      ...page,
      titleLengths,
      ...(tag ? { tag } : {}),
      ...(kind === 'terms' ? { termHandbooks } : {}),
    };
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
export function placeAt({ starts }: IndexedPage, position: number): number {
  return lastIndexWhere(starts.length, (index) => (starts[index] ?? 0) <= position);
}

/** The page that a place belongs to, by the place's number. */
export function pageOfPlace({ pages }: Table, place: number): IndexedPage | undefined {
  return pages[lastIndexWhere(pages.length, (index) => (pages[index]?.firstPlace ?? 0) <= place)];
}

/**
 * Binary search in an ascending row.
 *
 * @param length of the row
 * @param holds true up to some index, and false beyond it
 * @returns the last index for which it holds; 0 when there is none
 */
export function lastIndexWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
