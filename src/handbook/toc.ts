import type { Handbook, Page } from './types.ts';

/** A line of a page's table of contents. */
export interface TocEntry {
  readonly id: string;
  readonly text: string;
}

/** Where a page of a handbook stands, and what stands on it: what the bar at the top opens. */
export interface Outline {
  readonly handbook: Handbook;
  /** None on the handbook's overview. */
  readonly page?: Page;
  readonly toc: readonly TocEntry[];
}

/** The entries that an author's own headings make: those of the second level. */
export function tocOfHeadings(
  headings: readonly { depth: number; slug: string; text: string }[],
): TocEntry[] {
  return headings.filter((h) => h.depth === 2).map((h) => ({ id: h.slug, text: h.text }));
}
