/**
 * How much of a long list a page repeats. A page that names all others makes the site grow with the
 * square of its pages; the bounds lie far above what a department's handbook has.
 */

export interface Part<T> {
  /** How many there are before those that are shown. */
  readonly before: number;
  readonly shown: readonly T[];
  /** How many there are after them. */
  readonly after: number;
}

/** Pages of a section that every page of it lists; beyond that, those around it. */
const SIBLINGS = { most: 24, reach: 2 };

/** Links that one list of the home page has, and that a term of the glossary has. */
const HOME_LIST = { most: 16, few: 12 };
const TERM_USES = { most: 40, few: 12 };

/** Pages of a section up to which the overview says what each is for. */
const SUMMED_UP = 60;

/** Workflows up to which the overview maps their phases. */
const MAPPED = 40;

/** Roles up to which a grid says who acts where; beyond that each workflow names its own. */
const GRID_ROLES = 15;

/** Pages up to which a handbook is printed in one piece. */
const PRINTED_PAGES = 120;

/** Items up to which `/sources/` lists each that the editors added; beyond that it only counts them. */
const EDITORIAL_ITEMS = 2000;

/** The pages of a section that one of them lists beside itself. */
export function siblingsOf<T>(pages: readonly T[], page: T): Part<T> {
  if (pages.length <= SIBLINGS.most) return whole(pages);
  const at = Math.max(0, pages.indexOf(page));
  const from = Math.max(0, at - SIBLINGS.reach);
  const to = Math.min(pages.length, at + SIBLINGS.reach + 1);
  return { before: from, shown: pages.slice(from, to), after: pages.length - to };
}

/** The beginning of a list on the home page: of a section's pages, of a handbook's roles. */
export function listedAtHome<T>(list: readonly T[]): Part<T> {
  return beginningOf(list, HOME_LIST);
}

/** The places that the glossary names of a term. */
export function listedUses<T>(uses: readonly T[]): Part<T> {
  return beginningOf(uses, TERM_USES);
}

/** Whether so many roles go into a grid with the workflows. */
export function isGrid(roles: number): boolean {
  return roles <= GRID_ROLES;
}

/** Whether the overview says of so many pages of a section what each is for. */
export function isSummedUp(pages: number): boolean {
  return pages <= SUMMED_UP;
}

/** Whether the overview maps the phases of so many workflows. */
export function isMapped(workflows: number): boolean {
  return workflows <= MAPPED;
}

/** Whether a handbook of so many pages is printed in one piece. */
export function isPrintedWhole(pages: number): boolean {
  return pages <= PRINTED_PAGES;
}

/** Whether so many items of the editors are listed one by one. */
export function isEditorialListed(items: number): boolean {
  return items <= EDITORIAL_ITEMS;
}

/** Whether a menu that opens over the page lists the pages of so long a section, or only its name. */
export function isListedInMenu(pages: number): boolean {
  return pages <= SIBLINGS.most;
}

function beginningOf<T>(list: readonly T[], { most, few }: { most: number; few: number }): Part<T> {
  if (list.length <= most) return whole(list);
  return { before: 0, shown: list.slice(0, few), after: list.length - few };
}

function whole<T>(list: readonly T[]): Part<T> {
  return { before: 0, shown: list, after: 0 };
}
