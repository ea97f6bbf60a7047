import { describe, expect, test } from 'vitest';
import {
  groupOf,
  isHashed,
  isPacked,
  keptWhole,
  neededFor,
  shareKept,
  SITE,
} from '../../../src/offline/shared/manifest.ts';

const HANDBOOKS = ['agency', 'service'];
const entry = (url: string, bytes = 1) => ({ url, bytes, revision: '0' });
const ENTRIES = [
  entry('', 10),
  entry('_astro/page.abc.js', 20),
  entry('agency/roles/x/', 30),
  entry('data/agency/x.1.json', 40),
  entry('service/', 50),
  entry('print/agency/', 60),
];

describe('groupOf', () => {
  test.each([
    ['', SITE],
    ['glossary/', SITE],
    ['_astro/page.abc.js', SITE],
    ['data/offline/1.pack', SITE],
    ['agency/', 'agency'],
    ['agency/roles/x/duties.json', 'agency'],
    ['data/service/x.1.json', 'service'],
    ['current/service/review/glossary.json', 'service'],
    ['current/plans.json', SITE],
    ['agency-notes/', SITE],
    ['print/agency/', undefined],
    ['sources/', undefined],
    ['404.html', undefined],
  ])('%j is of %j', (url, group) => expect(groupOf(url, HANDBOOKS)).toBe(group));
});

test('the pack holds the search and the definitions, and no page', () => {
  expect(isPacked('data/search/1a/index/x.pf_index')).toBe(true);
  expect(isPacked('glossary/brief.json')).toBe(true);
  expect(isPacked('glossary/')).toBe(false);
  expect(isPacked('agency/roles/x/duties.json')).toBe(false);
});

test('hashed files lie in the folders that hosts keep for good', () => {
  expect(isHashed('_astro/a.b.js')).toBe(true);
  expect(isHashed('data/agency/a.b.json')).toBe(true);
  expect(isHashed('search/table.json')).toBe(false);
  expect(isHashed('current/agency/review/glossary.json')).toBe(false);
});

test('a handbook needs its own files and those of the site, nothing else', () => {
  const urls = (wanted: string[]) => neededFor(ENTRIES, HANDBOOKS, wanted).map(({ url }) => url);
  expect(urls([])).toEqual([]);
  expect(urls(['agency'])).toEqual([
    '',
    '_astro/page.abc.js',
    'agency/roles/x/',
    'data/agency/x.1.json',
  ]);
  expect(urls(HANDBOOKS)).not.toContain('print/agency/');
});

test('a handbook is whole only with all that it needs, and only while it is published', () => {
  const all = new Set(ENTRIES.map(({ url }) => url));
  expect(keptWhole(ENTRIES, HANDBOOKS, ['agency', 'gone'], all)).toEqual(['agency']);
  const less = new Set(all);
  less.delete('_astro/page.abc.js');
  expect(keptWhole(ENTRIES, HANDBOOKS, ['agency', 'service'], less)).toEqual([]);
  less.add('_astro/page.abc.js').delete('service/');
  expect(keptWhole(ENTRIES, HANDBOOKS, ['agency', 'service'], less)).toEqual(['agency']);
});

test('how much is there is counted in bytes', () => {
  const needed = neededFor(ENTRIES, HANDBOOKS, ['service']);
  expect(shareKept(needed, new Set(['', 'service/', 'agency/roles/x/']))).toEqual({
    done: 60,
    total: 80,
  });
});
