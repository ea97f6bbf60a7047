/**
 * What the published site has, looked up in its build: an editor may rename, move or leave out any of it.
 * The addresses of `PAGES` are the fixture's.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSiteFile } from '../../src/build/site-file.ts';
import { SECTIONS } from '../../src/model/vocabulary.ts';
import { VARIANTS } from '../support/variants.ts';
import { PAGES } from './fixtures.ts';

/** The handbooks that are published, in the order of the site. */
export const HANDBOOKS: readonly string[] = readSiteFile().handbooks;

/** The first of them. */
export const HANDBOOK = HANDBOOKS[0] ?? '';

/** Addresses that content gives to pages: those of handbooks and of plans that are written. */
const OF_CONTENT = /^\.\/(agency\/|train\/agency-)/;

/** An address of each kind of page, relative to the base. */
export function publishedKinds(): string[] {
  const fixed = Object.values(PAGES).filter((path) => !OF_CONTENT.test(path));
  const table = readFileSync(join(VARIANTS.root.outDir, 'search/table.json'), 'utf8');
  const { pages } = JSON.parse(table) as { readonly pages: readonly [path: string][] };
  const looked = [
    new RegExp(`^/${HANDBOOK}/$`),
    ...SECTIONS.map((section) => new RegExp(`^/[^/]+/${section}/.`)),
    /^\/train\/./,
  ].flatMap((kind) => pages.map(([path]) => path).find((path) => kind.test(path)) ?? []);
  if (looked.length === 0) throw new Error('The table of the search lists no page of a handbook');
  return [...fixed, ...looked.map((path) => `.${path}`)];
}
