import { describe, expect, test } from 'vitest';
import { changesOf, currentEdition } from '../../../src/handbook/editions.ts';
import {
  aliasesOf,
  departedFrom,
  destinationOf,
  formerPages,
} from '../../../src/handbook/former-pages.ts';
import type { Moves, Site } from '../../../src/handbook/types.ts';
import { editionSchema } from '../../../src/schemas/edition.ts';
import { smallSite } from '../fixtures/site.ts';

const ROLE = 'agency/roles/account-director';
const RULES = 'agency/rules/conduct';
const since = '2026-11-24';

/** The small site with moves and retirements. */
function siteWith(moved: [from: string, to: string][], retired: string[] = []): Site {
  const register: Moves = {
    moved: moved.map(([from, to]) => ({ from, to, since })),
    retired: retired.map((ref) => ({ ref, why: '不用了。', since })),
  };
  return { ...smallSite(), register };
}

describe('destinationOf', () => {
  test.each<[string, [string, string][], string, string | undefined, string | undefined]>([
    ['a page', [], ROLE, '/agency/roles/account-director/', '客户总监'],
    ['an item', [], `${RULES}#reply`, `/${RULES}/#reply`, '行为规范：在一天内回复'],
    ['a handbook', [], 'agency', '/agency/', '客户部手册'],
    ['the glossary', [], 'glossary', '/glossary/', '术语表'],
    [
      'a page that moved',
      [['agency/rules/old', RULES]],
      'agency/rules/old',
      `/${RULES}/`,
      '行为规范',
    ],
    [
      'an item on it',
      [['agency/rules/old', RULES]],
      'agency/rules/old#reply',
      `/${RULES}/#reply`,
      undefined,
    ],
    ['what is not there', [], 'agency/rules/none', undefined, undefined],
  ])('%s', (_, moved, reference, path, title) => {
    const to = destinationOf(siteWith(moved), reference);
    expect(to?.path).toBe(path);
    if (title) expect(to?.title).toBe(title);
  });

  test('what was retired, itself or with its page or after a move, leads nowhere', () => {
    const site = siteWith(
      [[`${ROLE}#a`, `${ROLE}#b`]],
      [`${ROLE}#b`, 'agency/rules/old', 'glossary#gone'],
    );
    for (const gone of [`${ROLE}#a`, `${ROLE}#b`, 'agency/rules/old#x', 'glossary#gone']) {
      expect(destinationOf(site, gone)).toBeUndefined();
    }
  });
});

describe('departedFrom', () => {
  test('names each item that left the page, with where it went or why it is no more', () => {
    const site = siteWith(
      [
        [`${ROLE}#quick`, `${RULES}#reply`],
        [`${ROLE}#renamed`, `${ROLE}#check-mail`],
        [`${ROLE}#first`, `${ROLE}#second`],
      ],
      [`${ROLE}#second`],
    );
    expect(departedFrom(site, ROLE)).toEqual([
      { id: 'quick', to: { path: `/${RULES}/#reply`, title: '行为规范：在一天内回复' } },
      { id: 'first', why: '不用了。' },
      { id: 'second', why: '不用了。' },
    ]);
    expect(aliasesOf(site, ROLE, 'check-mail')).toEqual(['renamed']);
    expect(departedFrom(site, RULES)).toEqual([]);
  });

  test('a term keeps its anchor in the glossary', () => {
    expect(departedFrom(siteWith([], ['glossary#gone']), 'glossary')).toEqual([
      { id: 'gone', why: '不用了。' },
    ]);
  });
});

describe('formerPages', () => {
  test('a page that moved twice answers at both addresses, its items where they went', () => {
    const site = siteWith([
      ['agency/rules/a', 'agency/rules/b'],
      ['agency/rules/b', RULES],
      ['agency/rules/a#x', `${ROLE}#check-mail`],
      ['agency/rules/b#y', `${ROLE}#check-mail`],
      [`${RULES}#z`, `${ROLE}#check-mail`],
    ]);
    const pages = formerPages(site);
    expect(pages.map(({ reference, to }) => [reference, to?.path])).toEqual([
      ['agency/rules/a', `/${RULES}/`],
      ['agency/rules/b', `/${RULES}/`],
    ]);
    expect(pages[0]?.items.map(({ id, to }) => [id, to?.path])).toEqual([
      ['x', `/${ROLE}/#check-mail`],
      ['y', `/${ROLE}/#check-mail`],
    ]);
    expect(pages[1]?.items.map(({ id }) => id)).toEqual(['y']);
  });

  test('a retired page says why and since when, and its items may live on', () => {
    const site = siteWith([['agency/rules/a#x', `${RULES}#reply`]], ['agency/rules/a']);
    expect(formerPages(site)).toMatchObject([
      { reference: 'agency/rules/a', why: '不用了。', since, items: [{ id: 'x' }] },
    ]);
    expect(formerPages(site)[0]?.to).toBeUndefined();
  });

  test('a page that moved and was retired later is retired at its first address too', () => {
    const site = siteWith([['agency/rules/a', 'agency/rules/b']], ['agency/rules/b']);
    expect(formerPages(site).map(({ why }) => why)).toEqual(['不用了。', '不用了。']);
  });

  test('items alone make no page', () => {
    expect(formerPages(siteWith([[`${ROLE}#a`, `${RULES}#reply`]]))).toEqual([]);
  });
});

describe('editions', () => {
  const edition = (number: number, ref = 'agency') =>
    editionSchema.parse({
      number,
      date: '2026-11-23',
      title: '一版',
      summary: '成册了。',
      changes: [{ ref, kind: 'added', what: '成册。', why: '没有。', material: true }],
    });

  test('the newest is the current one, and there must be one', () => {
    const site = { ...smallSite(), editions: [edition(2), edition(1)] };
    expect(currentEdition(site).number).toBe(2);
    expect(() => currentEdition(smallSite())).toThrow('1.yaml');
  });

  test('a change leads to where its reference is now', () => {
    const site = siteWith([['agency/rules/old', RULES]], ['agency/rules/gone']);
    const pathOf = (ref: string) => changesOf(site, edition(1, ref))[0]?.to?.path;
    expect(pathOf('agency')).toBe('/agency/');
    expect(pathOf('agency/rules/old#reply')).toBe(`/${RULES}/#reply`);
    expect(pathOf('agency/rules/gone')).toBeUndefined();
  });
});
