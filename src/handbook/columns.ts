import { SECTIONS, type Section } from '../model/vocabulary.ts';
import { isSummedUp } from './bounds.ts';
import { sectionPages } from './site.ts';
import type { Handbook } from './types.ts';

/** Characters of a summary on a line of half the overview's width. */
const LINE = 22;

/**
 * The sections of a handbook's overview in two columns of about the same height, in their order. Chosen
 * here: columns that the browser balances move while a page is still being read.
 *
 * @returns the left column's sections and the right one's; neither is empty
 */
export function overviewColumns(
  handbook: Handbook,
): readonly [readonly Section[], readonly Section[]] {
  const heights = SECTIONS.map((section) => {
    const pages = sectionPages(handbook, section);
    const lines = pages.map(
      ({ data }) => 1 + (isSummedUp(pages.length) ? Math.ceil(data.summary.length / LINE) : 0),
    );
    return 2 + sum(lines);
  });
  const cuts = SECTIONS.slice(1).map((_, index) => index + 1);
  const taller = (cut: number) => Math.max(sum(heights.slice(0, cut)), sum(heights.slice(cut)));
  const best = cuts.reduce((one, other) => (taller(other) < taller(one) ? other : one));
  return [SECTIONS.slice(0, best), SECTIONS.slice(best)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
