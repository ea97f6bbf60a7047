/**
 * What the published site has, looked up in its build: an editor may rename, move or leave out any of it.
 * The addresses of `PAGES` are the fixture's.
 */
import { readSiteFile } from '../../src/build/site-file.ts';
import { SECTIONS, type Section } from '../../src/model/vocabulary.ts';
import { searchTable } from '../support/search-table.ts';
import { VARIANTS } from '../support/variants.ts';
import { PAGES } from './fixtures.ts';

/** The handbooks that are published, in the order of the site. */
export const HANDBOOKS: readonly string[] = readSiteFile().handbooks;

/** The first of them. */
export const HANDBOOK = HANDBOOKS[0] ?? '';

/** Addresses that content gives to pages: those of handbooks and of plans that are written. */
const OF_CONTENT = /^\.\/(agency\/|train\/agency-)/;

/** Root-relative paths of the pages that the search knows. */
const paths = () => searchTable(VARIANTS.root.outDir).pages.map(([path]) => path);

/** Of them, the pages of a section, of all handbooks. */
export function pagesOfSection(section: Section): string[] {
  return paths().filter((path) => path.split('/')[2] === section && path.split('/')[3] !== '');
}

/** An address of each kind of page, relative to the base. */
export function publishedKinds(): string[] {
  const fixed = Object.values(PAGES).filter((path) => !OF_CONTENT.test(path));
  const looked = [
    paths().find((path) => path === `/${HANDBOOK}/`),
    ...SECTIONS.map((section) => pagesOfSection(section)[0]),
    paths().find((path) => /^\/train\/./.test(path)),
  ].flatMap((path) => (path === undefined ? [] : `.${path}`));
  if (looked.length === 0) throw new Error('The table of the search lists no page of a handbook');
  return [...fixed, ...looked];
}
