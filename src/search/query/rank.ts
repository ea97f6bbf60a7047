/** Puts what was found in order: the page's title first, then an item's title, then the text. */
import { placeAt, type IndexedPage } from './table.ts';
import type { Positions } from './words.ts';

export interface FoundPlace {
  /** Number among all places. */
  readonly place: number;
  readonly score: number;
}

export interface FoundPage {
  readonly page: IndexedPage;
  readonly score: number;
  /** The best first; never empty. */
  readonly places: readonly FoundPlace[];
}

/** One term of the query, located. */
export interface LocatedTerm {
  readonly units: readonly string[];
  readonly positions: Positions;
}

const WHOLE_PAGE_TITLE = 100;
const PAGE_TITLE_BEGINS = 60;
const PAGE_TITLE = 40;
const WHOLE_ITEM_TITLE = 36;
const ITEM_TITLE = 10;
const ALL_TERMS = 25;

/** Pages that gather what stands elsewhere come after the pages they gather from. */
export const GATHERING = 0.4;

/**
 * The pages that have every term, in order.
 *
 * @param only tells which places count, e.g. those of one handbook
 */
export function rankPages(
  terms: readonly LocatedTerm[],
  pages: readonly IndexedPage[],
  only: (page: IndexedPage, index: number) => boolean,
): FoundPage[] {
  const [first, ...others] = [...terms].sort((a, b) => a.positions.size - b.positions.size);
  if (!first) return [];
  const found: FoundPage[] = [];
  for (const number of first.positions.keys()) {
    const page = pages[number];
    if (!page || others.some(({ positions }) => !positions.has(number))) continue;
    const ranked = rankPage(page, terms, only);
    if (ranked) found.push(ranked);
  }
  return found.sort(byScore);
}

/** Higher scores first; at a tie, the order in which one reads the site. */
export function byScore(a: FoundPage, b: FoundPage): number {
  return b.score - a.score || a.page.number - b.page.number;
}

function rankPage(
  page: IndexedPage,
  terms: readonly LocatedTerm[],
  only: (page: IndexedPage, index: number) => boolean,
): FoundPage | undefined {
  const scores = new Map<number, { score: number; terms: number }>();
  let occurrences = 0;
  for (const { units, positions } of terms) {
    const here = new Map<number, number>();
    for (const position of positions.get(page.number) ?? []) {
      const index = placeAt(page, position);
      if (!only(page, index)) continue;
      occurrences += 1;
      const score = placeScore(page, index, position, units.length);
      const before = here.get(index);
      // More occurrences count, but never like a better place.
      here.set(index, before === undefined ? score : Math.max(before, score) + 0.3);
    }
    if (here.size === 0) return undefined;
    for (const [index, score] of here) {
      const sum = scores.get(index) ?? { score: 0, terms: 0 };
      scores.set(index, { score: sum.score + score, terms: sum.terms + 1 });
    }
  }
  const most = Math.max(...[...scores.values()].map((each) => each.terms));
  const places = [...scores]
    .filter(([, each]) => each.terms === most || most < terms.length)
    .map(([index, each]) => ({
      place: page.firstPlace + index,
      score: each.score + (each.terms === terms.length && terms.length > 1 ? ALL_TERMS : 0),
    }))
    .sort((a, b) => b.score - a.score || a.place - b.place);
  const best = places[0]?.score ?? 0;
  const title = terms.reduce((sum, { units }) => sum + titleScore(page.titleUnits, units), 0);
  const score =
    (title + best + Math.log2(1 + occurrences)) * (page.kind === 'site' ? GATHERING : 1);
  return { page, score, places };
}

/** How well a term fits a page's title. */
export function titleScore(title: readonly string[], units: readonly string[]): number {
  const at = title.join('').indexOf(units.join(''));
  if (at < 0) return 0;
  if (title.length === units.length) return WHOLE_PAGE_TITLE;
  const share = units.length / title.length;
  return (at === 0 ? PAGE_TITLE_BEGINS : PAGE_TITLE) + 20 * share;
}

function placeScore(page: IndexedPage, index: number, position: number, length: number): number {
  const offset = position - (page.starts[index] ?? 0);
  const title = page.titleLengths[index] ?? 0;
  if (offset >= title) return 1;
  if (offset === 0 && length >= title) return WHOLE_ITEM_TITLE;
  return ITEM_TITLE + 14 * (length / title) + (offset === 0 ? 4 : 0);
}
