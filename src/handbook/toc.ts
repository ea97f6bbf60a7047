/** A line of a page's table of contents. */
export interface TocEntry {
  readonly id: string;
  readonly text: string;
}

/** The entries that an author's own headings make: those of the second level. */
export function tocOfHeadings(
  headings: readonly { depth: number; slug: string; text: string }[],
): TocEntry[] {
  return headings.filter((h) => h.depth === 2).map((h) => ({ id: h.slug, text: h.text }));
}
