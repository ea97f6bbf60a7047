/** What else may help: other words for the same thing, and places that have the parts of a phrase. */
import { cutTexts } from '../../model/phrase.ts';
import { MISSING } from '../../model/search-data.ts';
import { byScore, GATHERING, type FoundPage, type FoundPlace } from './rank.ts';
import { pageOfPlace, placeAt, type IndexedPage, type Table } from './table.ts';
import { coverWords, type FindWord } from './words.ts';

/** How many pages the related group shows at most. */
const MOST = 20;

/** Terms come just after the page that says the same. */
const TERM = 0.95;

/** Share of a phrase's parts that a place must have. */
const ENOUGH = 0.6;

/** Other wordings of a query: each term that holds a word of a group, with the group's other words. */
export function synonymTerms(
  terms: readonly (readonly string[])[],
  groups: readonly (readonly string[])[],
): string[][][] {
  const rewritten: string[][][] = [];
  for (const [at, term] of terms.entries()) {
    const text = term.join('');
    for (const group of groups) {
      const words = group.map((word) => cutTexts(word));
      const written = words.filter((_, index) => !group[index]?.startsWith(MISSING));
      const held = words.filter((word) => holds(text, word.join('')));
      // The longest word that stands there: 客户经理 is not 客户.
      const word = held.sort((a, b) => b.length - a.length)[0];
      if (!word) continue;
      for (const other of written) {
        if (other === word || text.includes(other.join(''))) continue;
        const changed = cutTexts(text.replace(word.join(''), other.join('')));
        rewritten.push(terms.map((each, index) => (index === at ? changed : [...each])));
      }
    }
  }
  return rewritten;
}

/** A Latin word is only found whole: AE is no part of aerial. */
function holds(text: string, word: string): boolean {
  if (!/^[a-z]+$/.test(word)) return text.includes(word);
  return new RegExp(`(^|[^a-z])${word}($|[^a-z])`).test(text);
}

/** Places that hold most parts of a term that nowhere stands whole, or stands elsewhere. */
export async function partialPages(
  terms: readonly (readonly string[])[],
  table: Table,
  find: FindWord,
  only: (page: IndexedPage, index: number) => boolean,
): Promise<FoundPage[]> {
  const words = [...new Set(terms.flatMap((term) => coverWords(term).map(({ word }) => word)))];
  if (words.length < 2) return [];
  const found = await Promise.all(words.map(find));
  const counts = new Map<number, number>();
  for (const positions of found) {
    const seen = new Set<number>();
    for (const [number, row] of positions) {
      const page = table.pages[number];
      if (!page) continue;
      for (const position of row) {
        const index = placeAt(page, position);
        if (only(page, index)) seen.add(page.firstPlace + index);
      }
    }
    // A part that stands nearly everywhere says little.
    const weight = 1 + Math.log2(1 + table.pages.length / (1 + positions.size));
    for (const place of seen) counts.set(place, (counts.get(place) ?? 0) + weight);
  }
  const whole = found.reduce(
    (sum, positions) => sum + 1 + Math.log2(1 + table.pages.length / (1 + positions.size)),
    0,
  );
  const places = [...counts]
    .filter(([, count]) => count >= ENOUGH * whole)
    .map(([place, count]) => ({ place, score: count / whole }));
  return groupByPage(places, table);
}

/** Places gathered by page, the best pages first. */
export function groupByPage(places: readonly FoundPlace[], table: Table): FoundPage[] {
  const pages = new Map<IndexedPage, FoundPlace[]>();
  for (const place of places) {
    const page = pageOfPlace(table, place.place);
    if (!page) continue;
    const row = pages.get(page);
    if (row) row.push(place);
    else pages.set(page, [place]);
  }
  return [...pages]
    .map(([page, row]) => {
      row.sort((a, b) => b.score - a.score || a.place - b.place);
      const weight = page.kind === 'site' ? GATHERING : page.kind === 'terms' ? TERM : 1;
      return { page, places: row, score: (row[0]?.score ?? 0) * weight };
    })
    .sort(byScore);
}

/** Several groups as one, without what is known already, the first group first. */
export function joinRelated(
  exact: readonly FoundPage[],
  groups: readonly (readonly FoundPage[])[],
): FoundPage[] {
  const known = new Set(exact.flatMap(({ places }) => places.map(({ place }) => place)));
  const joined = new Map<IndexedPage, FoundPage>();
  for (const found of groups.flat()) {
    const places = found.places.filter(({ place }) => !known.has(place));
    if (places.length === 0) continue;
    for (const { place } of places) known.add(place);
    const before = joined.get(found.page);
    joined.set(found.page, { ...found, places: [...(before?.places ?? []), ...places] });
  }
  return [...joined.values()].slice(0, MOST);
}
