import { beforeEach, describe, expect, test } from 'vitest';
import { FakeBrowser, type Tab } from '../fixtures/browser.ts';

type Stores = typeof import('../../../src/stores/seen-edition.ts') &
  typeof import('../../../src/stores/last-page.ts');

const SEEN = 'khb:set:seen';
const AT = 1_795_000_000_000;
const PAGE = { path: '/agency/', title: '代理', at: AT };

let browser: FakeBrowser;
let tab: Tab<Stores>;

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await browser.openTab(async () => ({
    ...(await import('../../../src/stores/seen-edition.ts')),
    ...(await import('../../../src/stores/last-page.ts')),
  }));
});

const seen = () => tab.do((m) => m.readSeenEdition());
/** Reads a page in an edition, as a page of a handbook notes it. */
const read = (edition: number) => tab.do((m) => m.rememberPage({ ...PAGE, edition }));

test('who was never here has seen none, and nothing is written', () => {
  expect(seen()).toBeUndefined();
  expect(browser.keys()).toEqual([]);
});

test('who reads one edition alone has seen it, and nothing but the last page is stored', () => {
  read(2);
  read(2);
  expect(seen()).toBe(2);
  expect(browser.keys()).toEqual(['khb:set:last']);
});

test('an edition that came stays news, however much is read in it, until it is put away', () => {
  read(2);
  read(3);
  read(3);
  read(4);
  expect(seen()).toBe(2);
  tab.do((m) => m.noteSeenEdition(4));
  read(4);
  expect(seen()).toBe(4);
  read(5);
  expect(seen()).toBe(4);
});

test('of who was here before editions were noted, the moment is known', () => {
  tab.do((m) => m.rememberPage(PAGE));
  expect(seen()).toBe(AT);
  read(2);
  expect(seen()).toBe(AT);
});

test('it holds for the page where storage is blocked', () => {
  browser.block();
  read(2);
  tab.do((m) => m.noteSeenEdition(3));
  expect(seen()).toBe(3);
});

describe('what cannot be read is passed over', () => {
  test.each(['', '{', 'two', '-1', '1e3', ' 2', '9'.repeat(40)])('%j', (text) => {
    browser.storage.setItem(SEEN, text);
    expect(seen()).toBeUndefined();
    read(2);
    expect(seen()).toBe(2);
  });
});
