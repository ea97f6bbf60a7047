import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser, type Tab } from '../fixtures/browser.ts';

type ThemeModule = typeof import('../../../src/stores/theme.ts');

let browser: FakeBrowser;
let tab: Tab<ThemeModule>;
let dataset: Record<string, string>;

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await browser.openTab(() => import('../../../src/stores/theme.ts'));
  dataset = {};
  vi.stubGlobal('document', { documentElement: { dataset } });
});

const choose = (theme: 'auto' | 'light' | 'dark') =>
  tab.do(({ chooseTheme }) => chooseTheme(theme));
const read = () => tab.do(({ readTheme }) => readTheme());

describe('choosing', () => {
  test('follows the system as long as nothing was chosen', () => {
    expect(read()).toBe('auto');
  });

  test.each(['light', 'dark'] as const)('keeps %s and applies it', (theme) => {
    choose(theme);
    expect(read()).toBe(theme);
    expect(dataset).toEqual({ theme });
  });

  test('keeps nothing for 跟随系统, and takes the theme off the page', () => {
    choose('dark');
    choose('auto');
    expect(read()).toBe('auto');
    expect(dataset).toEqual({});
    expect(browser.keys()).toEqual([]);
  });

  test('applies a choice that cannot be saved', () => {
    browser.block();
    choose('dark');
    expect(dataset).toEqual({ theme: 'dark' });
    expect(read()).toBe('dark');
  });

  test.each(['', 'blue', 'auto', '"dark"', 'DARK'])('takes %j for no choice', (text) => {
    browser.storage.setItem('khb:set:theme', text);
    expect(read()).toBe('auto');
  });
});

test('applying a theme does not keep it', () => {
  tab.do(({ applyTheme }) => applyTheme('dark'));
  expect(dataset).toEqual({ theme: 'dark' });
  expect(browser.keys()).toEqual([]);
  tab.do(({ applyTheme }) => applyTheme('auto'));
  expect(dataset).toEqual({});
});

describe('the script before the first paint', () => {
  const run = (globals: object) =>
    runInNewContext(
      tab.do(({ themeScript }) => themeScript()),
      {
        document: { documentElement: { dataset } },
        ...globals,
      },
    ) as unknown;

  test.each(['light', 'dark'] as const)('applies %s, which was chosen before', (theme) => {
    choose(theme);
    delete dataset['theme'];
    run({ localStorage: browser.storage });
    expect(dataset).toEqual({ theme });
  });

  test.each([undefined, 'auto', 'blue', '<script>'])('applies nothing for %j', (text) => {
    if (text !== undefined) browser.storage.setItem('khb:set:theme', text);
    run({ localStorage: browser.storage });
    expect(dataset).toEqual({});
  });

  test('does not throw where there is no storage', () => {
    expect(() => run({})).not.toThrow();
    const blocked = Object.defineProperty({}, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    expect(() => run(blocked)).not.toThrow();
    expect(dataset).toEqual({});
  });

  test('can stand in a page: it does not close its own element', () => {
    expect(tab.do(({ themeScript }) => themeScript())).not.toMatch(/<|\n/);
  });
});
