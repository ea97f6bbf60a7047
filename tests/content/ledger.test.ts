import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/checks/index.ts';
import { readContent } from '../../src/checks/read.ts';
import { readContentTree } from '../../src/checks/content-tree.ts';
import { publishedOf } from '../../src/checks/register/fingerprint.ts';
import { FIXTURE } from '../support/variants.ts';

const files = readContent('.');

/** The handbooks that came from the old manuals. */
const HANDBOOKS = ['agency', 'service', 'key-accounts'] as const;
type HandbookSlug = (typeof HANDBOOKS)[number];

/** Handbooks whose part of the ledger is carried in full. */
const COMPLETE: readonly HandbookSlug[] = HANDBOOKS;

/** How many statements of the sources each handbook has to carry. */
const ENTRIES = { agency: 215, service: 127, 'key-accounts': 40 };

test('the content passes the editor’s checks', () => {
  expect(checkContent(files, { register: true })).toEqual([]);
});

describe('the ledger', () => {
  const ledger = parse(readFileSync('content/sources/ledger.yaml', 'utf8')) as Record<
    HandbookSlug,
    unknown
  >;

  test.each(HANDBOOKS)('has all statements of %s', (handbook) => {
    expect(entryIds(ledger[handbook])).toHaveLength(ENTRIES[handbook]);
  });

  test.each(COMPLETE)('is carried in full by %s', (handbook) => {
    const missing = checkContent(files, { complete: [handbook] });
    expect(missing.filter((problem) => problem.rule === 'uncarried-entry')).toEqual([]);
  });

  test('an entry that an item lets go of is reported with its id', () => {
    const broken = readContent(FIXTURE).map((file) => ({
      ...file,
      text: file.path.endsWith('.mdx')
        ? file.text.replaceAll('ag-w1-07', 'ag-w1-08')
        : file.text,
    }));
    const uncarried = checkContent(broken).filter((p) => p.rule === 'uncarried-entry');
    expect(uncarried.map((problem) => problem.id)).toEqual(['ag-w1-07']);
  });
});

test('every handbook has its pages, items, terms and statements', () => {
  const { tree } = readContentTree(files);
  const published = publishedOf(tree).map(({ reference }) => reference);
  const terms = tree.terms.fields.map((field) => field.get('handbooks').texts());
  const counts = HANDBOOKS.map((handbook) => {
    const own = published.filter((reference) => reference.split(/[/#]/)[0] === handbook);
    return {
      handbook,
      pages: own.filter((reference) => !reference.includes('#')).length,
      items: own.filter((reference) => reference.includes('#')).length,
      terms: terms.filter((handbooks) => handbooks.includes(handbook)).length,
      'ledger entries': tree.ledger.entries.filter((entry) => entry.handbook === handbook).length,
    };
  });
  console.table(counts);
  expect(tree.terms.fields.length).toBeGreaterThanOrEqual(45);
  expect(counts.map((row) => row['ledger entries'])).toEqual(Object.values(ENTRIES));
  for (const row of counts) {
    expect(row.pages, row.handbook).toBeGreaterThanOrEqual(18);
    expect(row.items, row.handbook).toBeGreaterThanOrEqual(100);
    expect(row.terms, row.handbook).toBeGreaterThanOrEqual(15);
  }
});

function entryIds(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('id' in node && 'fact' in node) return [String(node.id)];
  return Object.values(node).flatMap(entryIds);
}
