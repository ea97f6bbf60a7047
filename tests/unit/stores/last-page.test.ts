import { beforeEach, describe, expect, test } from 'vitest';
import { FakeBrowser, type Tab } from '../fixtures/browser.ts';

type LastPageModule = typeof import('../../../src/stores/last-page.ts');

const KEY = 'khb:set:last';
const PAGE = { path: '/agency/roles/account-director/', title: '客户总监', at: 1_795_000_000_000 };

let browser: FakeBrowser;
let tab: Tab<LastPageModule>;

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await browser.openTab(() => import('../../../src/stores/last-page.ts'));
});

const read = () => tab.do(({ readLastPage }) => readLastPage());
const remember = () => tab.do(({ rememberPage }) => rememberPage(PAGE));

test('the page that was read last is remembered', () => {
  remember();
  expect(read()).toEqual(PAGE);
});

test('there is none at first', () => {
  expect(read()).toBeUndefined();
});

test('only the last one is remembered', () => {
  tab.do(({ rememberPage }) => rememberPage({ ...PAGE, path: '/agency/' }));
  remember();
  expect(read()).toEqual(PAGE);
  expect(browser.keys()).toEqual([KEY]);
});

test('it is remembered as long as the page is open where storage is blocked', () => {
  browser.block();
  expect(read()).toBeUndefined();
  remember();
  expect(read()).toEqual(PAGE);
});

test('it is remembered with its edition; what earlier versions noted has none', () => {
  tab.do(({ rememberPage }) => rememberPage({ ...PAGE, edition: 2 }));
  expect(read()).toEqual({ ...PAGE, edition: 2 });
  for (const edition of ['two', null, {}]) {
    browser.storage.setItem(KEY, JSON.stringify({ ...PAGE, edition }));
    expect(read()).toEqual(PAGE);
  }
});

describe('what cannot be read is no page', () => {
  test.each(['', '{', 'null', '7', '[]', '"/agency/"', '{}'])('%j', (text) => {
    browser.storage.setItem(KEY, text);
    expect(read()).toBeUndefined();
  });

  test.each([
    { ...PAGE, path: undefined },
    { ...PAGE, path: 7 },
    { ...PAGE, title: undefined },
    { ...PAGE, at: 'yesterday' },
  ])('%j', (page) => {
    browser.storage.setItem(KEY, JSON.stringify(page));
    expect(read()).toBeUndefined();
  });
});

describe('a path that would lead off the site is no page', () => {
  test.each([
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/\n/evil.example/',
    'agency/',
    '',
  ])('%j', (path) => {
    browser.storage.setItem(KEY, JSON.stringify({ ...PAGE, path }));
    expect(read()).toBeUndefined();
  });
});
