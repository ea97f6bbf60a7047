import { beforeEach, describe, expect, test } from 'vitest';
import { FakeBrowser, type Tab } from '../fixtures/browser.ts';

type Recent = typeof import('../../../src/stores/recent-queries.ts');
type Found = typeof import('../../../src/stores/found-phrase/handover.ts');

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
});

describe('recent queries', () => {
  const KEY = 'khb:set:queries';
  let tab: Tab<Recent>;
  const read = () => tab.do(({ readRecentQueries }) => readRecentQueries());
  const remember = (query: string) => tab.do(({ rememberQuery }) => rememberQuery(query));

  beforeEach(async () => {
    tab = await browser.openTab(() => import('../../../src/stores/recent-queries.ts'));
  });

  test('the latest comes first, each once, eight at most', () => {
    for (const query of ['甲', '乙', ' 甲 ', '', '  ']) remember(query);
    expect(read()).toEqual(['甲', '乙']);
    for (let number = 0; number < 12; number += 1) remember(`词${number}`);
    expect(read()).toHaveLength(8);
    expect(read()[0]).toBe('词11');
  });

  test('cleared, they are gone from the storage', () => {
    remember('甲');
    tab.do(({ clearRecentQueries }) => clearRecentQueries());
    expect(read()).toEqual([]);
    expect(browser.storage.getItem(KEY)).toBeNull();
  });

  test.each(['{', '"甲"', '[1,{"a":2},"甲"]', 'null'])(
    'what is there may be anything: %s',
    (text) => {
      browser.storage.setItem(KEY, text);
      expect(read()).toEqual(text.startsWith('[') ? ['甲'] : []);
    },
  );
});

describe('the phrase that is handed to a page', () => {
  const KEY = 'khb:set:found';
  const PHRASE = { path: '/agency/', terms: ['客户'] };
  let tab: Tab<Found>;
  const take = (path: string, now: number) =>
    tab.do(({ takeFoundPhrase }) => takeFoundPhrase(path, now));

  beforeEach(async () => {
    tab = await browser.openTab(() => import('../../../src/stores/found-phrase/handover.ts'));
    tab.do(({ handOver }) => handOver(PHRASE, 1000));
  });

  test('is taken once, by that page only', () => {
    expect(take('/service/', 2000)).toBeUndefined();
    expect(take('/agency/', 2000)).toEqual(PHRASE);
    expect(take('/agency/', 2000)).toBeUndefined();
    expect(browser.storage.getItem(KEY)).toBeNull();
  });

  test('is forgotten when no page comes for it', () => {
    expect(take('/agency/', 40_000)).toBeUndefined();
    expect(browser.storage.getItem(KEY)).toBeNull();
  });

  test('when it cannot be read, there is none', () => {
    browser.storage.setItem(KEY, '{');
    expect(take('/agency/', 2000)).toBeUndefined();
    browser.storage.setItem(KEY, '{"path":"/agency/","terms":[1,"甲"],"at":1000}');
    expect(take('/agency/', 2000)).toEqual({ path: '/agency/', terms: ['甲'] });
  });
});
