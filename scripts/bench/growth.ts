/** What the growth of the output is held to: `tests/budget/growth.json`. */
import type { OutputSize } from './output-size.ts';

export interface GrowthLimits {
  /** HTML for each added page between the last two sizes, over that between the first two. */
  readonly slope: { readonly sizes: readonly number[]; readonly most: number };
  /** Bytes a page at a size, not compressed: HTML, styles, scripts and data; and the search. */
  readonly perPage: { readonly size: number; readonly output: number; readonly search: number };
}

export interface Finding {
  readonly text: string;
  readonly isBroken: boolean;
}

/** Holds sizes by number of pages against the limits; what was not built is not judged. */
export function judgeGrowth(
  sizes: ReadonlyMap<number, OutputSize>,
  limits: GrowthLimits,
): Finding[] {
  return [...judgeSlope(sizes, limits.slope), ...judgePages(sizes, limits.perPage)];
}

function judgeSlope(
  sizes: ReadonlyMap<number, OutputSize>,
  { sizes: steps, most }: GrowthLimits['slope'],
): Finding[] {
  const [small = 0, middle = 0, large = 0] = steps;
  const early = addedPerPage(sizes, small, middle);
  const late = addedPerPage(sizes, middle, large);
  if (early === undefined || late === undefined) return [];
  const ratio = late / early;
  return [
    {
      text: `HTML for each added page: ${round(early)} bytes from ${small} to ${middle} pages, ${round(late)} from ${middle} to ${large}: ${ratio.toFixed(3)} times (limit ${most})`,
      isBroken: ratio > most,
    },
  ];
}

function addedPerPage(
  sizes: ReadonlyMap<number, OutputSize>,
  from: number,
  to: number,
): number | undefined {
  const [before, after] = [sizes.get(from), sizes.get(to)];
  return before && after && (after.html - before.html) / (to - from);
}

function judgePages(
  sizes: ReadonlyMap<number, OutputSize>,
  { size, output, search }: GrowthLimits['perPage'],
): Finding[] {
  const built = sizes.get(size);
  if (!built) return [];
  const rows: [string, number, number][] = [
    ['HTML, CSS, JavaScript and data', built.html + built.assets + built.data, output],
    ['search index', built.search, search],
  ];
  return rows.map(([name, bytes, limit]) => ({
    text: `${name} at ${size} pages: ${round(bytes / size)} bytes a page (limit ${limit})`,
    isBroken: bytes / size > limit,
  }));
}

function round(value: number): string {
  return Math.round(value).toString();
}
