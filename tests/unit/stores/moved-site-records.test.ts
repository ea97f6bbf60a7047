import { beforeEach, describe, expect, test } from 'vitest';
import { FakeBrowser, type Tab } from '../fixtures/browser.ts';

const load = () => import('../../../src/stores/moved-site-records.ts');

let browser: FakeBrowser;
let a: Tab<Awaited<ReturnType<typeof load>>>;

beforeEach(async () => {
  browser = new FakeBrowser();
  a = await browser.openTab(load);
});

describe('a site that moved', () => {
  beforeEach(() => {
    for (const [key, value] of Object.entries({
      'khb:set:theme': 'ours',
      'khb.old:run:r:e': '1',
      'khb.old:done:r': '2',
      'khb.old:other': '3',
      'khb.old:__proto__': '4',
      'khb.older:mark:x': '5',
      'khb.old': 'not a value',
      'a b:run:r:e': 'not a prefix',
      ':run:r:e': 'no prefix',
      'elsewhere:cart:1': 'of another kind',
    })) {
      browser.storage.setItem(key, value);
    }
  });

  test('finds the prefixes of sites of its kind, with how many values they have', () => {
    expect(a.do(({ otherPrefixes }) => otherPrefixes())).toEqual(
      new Map([
        ['khb.old', 2],
        ['khb.older', 1],
      ]),
    );
  });

  test('reads all values under one of them, under any name', () => {
    const values = a.do(({ valuesUnder }) => valuesUnder('khb.old'));
    expect(Object.entries(values)).toEqual([
      ['run:r:e', '1'],
      ['done:r', '2'],
      ['other', '3'],
      ['__proto__', '4'],
    ]);
    expect(a.do(({ valuesUnder }) => valuesUnder('nowhere'))).toEqual({});
  });

  test('finds nothing where the storage is blocked', () => {
    browser.block();
    expect(a.do(({ otherPrefixes }) => otherPrefixes())).toEqual(new Map());
    expect(a.do(({ valuesUnder }) => valuesUnder('khb.old'))).toEqual({});
  });
});
