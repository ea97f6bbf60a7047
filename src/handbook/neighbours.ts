import type { Handbook, Page } from './types.ts';

export interface Neighbours {
  readonly previous?: Page;
  readonly next?: Page;
}

/** The pages before and after a page in its handbook's reading order. */
export function neighboursOf(handbook: Handbook, page: Page): Neighbours {
  const index = handbook.pages.indexOf(page);
  const previous = index > 0 ? handbook.pages[index - 1] : undefined;
  const next = index >= 0 ? handbook.pages[index + 1] : undefined;
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}
