import { BLOCK_END, BREAK, cutTexts, wordOf } from '../../model/phrase.ts';
import type { IndexedPlace } from './read-page.ts';

/** The units of a place's title block, and of its other blocks; each block ends in `BLOCK_END`. */
export function placeUnits(place: IndexedPlace): { title: string[]; rest: string[] } {
  const [title = [], ...rest] = place.blocks.map((block) => [...cutTexts(block), ...BLOCK_END]);
  return { title, rest: rest.flat() };
}

/**
 * The words that Pagefind indexes for a row of units: each unit together with the next one. A word's
 * position is the place of its first unit, so that words two apart prove four characters in a row.
 * Pairs are rare enough for short lists, and a single character is their common beginning.
 */
export function indexWords(units: readonly string[]): string[] {
  return units.map((unit, index) => wordOf(unit, units[index + 1] ?? BREAK));
}
