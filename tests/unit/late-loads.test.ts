/** The list of src/README.md, “Late loads”, against what the sources load later. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rowsOf, sources } from '../support/sources.ts';

const { rows: ROWS } = rowsOf('Late loads');

/** What is between backticks. */
const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

/** Sources and folders of sources that the rows name, below `src/`, and the tests. */
const NAMED = ROWS.flatMap((row) => quoted(row.split('|')[1] ?? ''));
const TESTS = ROWS.flatMap((row) => quoted(row.split('|')[2] ?? ''));

/** A script, data or styles that are asked for once the page is there; types are not. */
const LOADS =
  /(?<!typeof )\bimport\(|\bfetch(?![a-z])\w*|\bload\w*Styles\b|\bload(?:Duties|LazyRuns)\b/;

/** Who loads nothing of its own: what the others load with, and what asks whether the site answers. */
const MEANS = [
  'islands/shared/fetch-data.ts',
  'islands/shared/load-styles.ts',
  'page-scripts/late-script.ts',
];

/** What the build and the worker run is not asked for by a page. */
const LATE = sources()
  .filter(({ path }) => !/^(offline|build|handbook|checks|schemas)\//.test(path))
  .filter(({ text }) => LOADS.test(text.replace(/^import [^]*?;$/gm, '')))
  .map(({ path }) => path);

describe('the list of late loads', () => {
  test('there are sources and rows', () => {
    expect(LATE.length).toBeGreaterThan(40);
    expect(ROWS.length).toBeGreaterThan(40);
    expect(LATE).toEqual(expect.arrayContaining(MEANS));
  });

  test.each(LATE.filter((path) => !MEANS.includes(path)))('names %s', (path) => {
    expect(NAMED.some((name) => name === path || isFolderOf(name, path))).toBe(true);
  });

  test.each([...new Set(NAMED)])('%s is there', (name) => {
    expect(existsSync(`src/${name}`)).toBe(true);
  });

  test.each([...new Set(TESTS)])('%s is a test', (name) => {
    expect(existsSync(`tests/${name}.test.ts`)).toBe(true);
  });
});

function isFolderOf(name: string, path: string): boolean {
  return name.endsWith('/') && path.startsWith(name);
}
