import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser, storageEvent, type Tab } from '../fixtures/browser.ts';

type SettingsModule = typeof import('../../../src/stores/settings.ts');

const KEY = 'khb:set:role';
const ROLE = 'agency/roles/account-director';
const OTHER = 'service/roles/service-representative';

let browser: FakeBrowser;

const openTab = (): Promise<Tab<SettingsModule>> =>
  browser.openTab(() => import('../../../src/stores/settings.ts'));
const roleIn = (tab: Tab<SettingsModule>) => tab.do(({ $myRole }) => $myRole.get());
/** Shows the role, as an island does. */
const show = (tab: Tab<SettingsModule>) => tab.do(({ $myRole }) => $myRole.listen(() => undefined));

beforeEach(() => {
  browser = new FakeBrowser();
});

describe('我的岗位', () => {
  test('is empty until the reader chooses', async () => {
    expect(roleIn(await openTab())).toBe('');
  });

  test('is kept, and found again when the page is opened anew', async () => {
    const tab = await openTab();
    tab.do(({ chooseMyRole }) => chooseMyRole(ROLE));
    expect(roleIn(tab)).toBe(ROLE);
    expect(browser.contents).toEqual({ [KEY]: ROLE });
    expect(roleIn(await openTab())).toBe(ROLE);
  });

  test('can be given up again', async () => {
    const tab = await openTab();
    tab.do(({ chooseMyRole }) => chooseMyRole(ROLE));
    tab.do(({ chooseMyRole }) => chooseMyRole(''));
    expect(roleIn(await openTab())).toBe('');
  });

  test('stays on the screen when the storage is full', async () => {
    const tab = await openTab();
    browser.fill();
    tab.do(({ chooseMyRole }) => chooseMyRole(ROLE));
    expect(roleIn(tab)).toBe(ROLE);
    expect(browser.contents).toEqual({});
  });

  test('stays on the screen when the storage is blocked, from the beginning too', async () => {
    browser.block();
    const tab = await openTab();
    expect(roleIn(tab)).toBe('');
    const stop = show(tab);
    tab.do(({ chooseMyRole }) => chooseMyRole(ROLE));
    expect(roleIn(tab)).toBe(ROLE);
    stop();
  });
});

describe('another tab', () => {
  test('that chooses changes what is shown here', async () => {
    const tab = await openTab();
    const stop = show(tab);
    tab.hear(storageEvent(KEY, OTHER));
    expect(roleIn(tab)).toBe(OTHER);
    stop();
  });

  test('that removes the choice empties it here', async () => {
    browser.storage.setItem(KEY, ROLE);
    const tab = await openTab();
    const stop = show(tab);
    expect(roleIn(tab)).toBe(ROLE);
    browser.storage.removeItem(KEY);
    tab.hear(storageEvent(KEY, null));
    expect(roleIn(tab)).toBe('');
    stop();
  });

  test('that changes something else changes nothing here', async () => {
    browser.storage.setItem(KEY, ROLE);
    const tab = await openTab();
    const stop = show(tab);
    tab.hear(storageEvent('khb:set:theme', 'dark'));
    tab.hear(storageEvent('khb:set:roles', 'x'));
    tab.hear(storageEvent('elsewhere:set:role', OTHER));
    expect(roleIn(tab)).toBe(ROLE);
    stop();
  });
});

test('a page that comes back from the back/forward cache shows what was chosen meanwhile', async () => {
  const tab = await openTab();
  const stop = show(tab);
  browser.storage.setItem(KEY, OTHER);
  tab.hear(new Event('pageshow'));
  expect(roleIn(tab)).toBe(OTHER);
  stop();
});

test('a page under which the site’s data are cleared shows no role any more', async () => {
  const tab = await openTab();
  tab.do(({ chooseMyRole }) => chooseMyRole(ROLE));
  const stop = show(tab);
  browser.clear();
  browser.deliver();
  expect([roleIn(tab), browser.keys()]).toEqual(['', []]);
  stop();
});

test('a page that comes back from the cache after everything was erased writes nothing', async () => {
  const tab = await openTab();
  tab.do(({ chooseMyRole }) => chooseMyRole(ROLE));
  const stop = show(tab);
  tab.freeze();
  browser.clear();
  tab.thaw();
  expect([roleIn(tab), browser.keys()]).toEqual(['', []]);
  stop();
});

test('a page that shows the role no longer does not listen any more', async () => {
  vi.useFakeTimers();
  try {
    const tab = await openTab();
    const stop = show(tab);
    stop();
    vi.runAllTimers();
    browser.storage.setItem(KEY, OTHER);
    tab.hear(storageEvent(KEY, OTHER));
    tab.hear(new Event('pageshow'));
    expect(tab.do(({ $myRole }) => $myRole.value)).toBe('');
    expect(roleIn(tab)).toBe(OTHER);
  } finally {
    vi.useRealTimers();
  }
});
