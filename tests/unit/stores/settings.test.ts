import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser, storageEvent, type Tab } from '../fixtures/browser.ts';

type SettingsModule = typeof import('../../../src/stores/settings.ts');

const KEY = 'khb:set:role';
const ROLE = 'agency/roles/account-director';
const ALSO = 'khb:set:also';
const THIRD = 'service/roles/account-manager';
const OTHER = 'service/roles/service-representative';

let browser: FakeBrowser;

const openTab = (): Promise<Tab<SettingsModule>> =>
  browser.openTab(() => import('../../../src/stores/settings.ts'));
const rolesIn = (tab: Tab<SettingsModule>) => tab.do(({ $myRoles }) => [...$myRoles.get()]);
const roleIn = (tab: Tab<SettingsModule>) => rolesIn(tab).join(' ');
const choose = (tab: Tab<SettingsModule>, ...roles: string[]) =>
  tab.do(({ setMyRoles }) => setMyRoles(roles));
/** Shows the role, as an island does. */
const show = (tab: Tab<SettingsModule>) =>
  tab.do(({ $myRoles }) => $myRoles.listen(() => undefined));

beforeEach(() => {
  browser = new FakeBrowser();
});

describe('我的岗位', () => {
  test('is empty until the reader chooses', async () => {
    expect(roleIn(await openTab())).toBe('');
  });

  test('is kept, and found again when the page is opened anew', async () => {
    const tab = await openTab();
    choose(tab, ROLE);
    expect(roleIn(tab)).toBe(ROLE);
    expect(browser.contents).toEqual({ [KEY]: ROLE });
    expect(roleIn(await openTab())).toBe(ROLE);
  });

  test('can be given up again', async () => {
    const tab = await openTab();
    choose(tab, ROLE);
    choose(tab);
    expect(roleIn(await openTab())).toBe('');
  });

  test('stays on the screen when the storage is full', async () => {
    const tab = await openTab();
    browser.fill();
    choose(tab, ROLE);
    expect(roleIn(tab)).toBe(ROLE);
    expect(browser.contents).toEqual({});
  });

  test('stays on the screen when the storage is blocked, from the beginning too', async () => {
    browser.block();
    const tab = await openTab();
    expect(roleIn(tab)).toBe('');
    const stop = show(tab);
    choose(tab, ROLE);
    expect(roleIn(tab)).toBe(ROLE);
    stop();
  });
});

describe('several roles', () => {
  test('are kept: the first where it always was, the others beside it', async () => {
    const tab = await openTab();
    choose(tab, ROLE, OTHER, THIRD);
    expect(rolesIn(tab)).toEqual([ROLE, OTHER, THIRD]);
    expect(browser.contents).toEqual({ [KEY]: ROLE, [ALSO]: `${OTHER} ${THIRD}` });
    expect(rolesIn(await openTab())).toEqual([ROLE, OTHER, THIRD]);
  });

  test('are each there once', async () => {
    const tab = await openTab();
    choose(tab, ROLE, OTHER, ROLE);
    expect(rolesIn(tab)).toEqual([ROLE, OTHER]);
  });

  test('go one by one, and leave no key behind', async () => {
    const tab = await openTab();
    choose(tab, ROLE, OTHER);
    choose(tab, OTHER);
    expect(rolesIn(tab)).toEqual([OTHER]);
    expect(browser.contents).toEqual({ [KEY]: OTHER });
    choose(tab);
    expect(browser.contents).toEqual({});
  });

  test('an older page that chooses another first role leaves the others', async () => {
    const tab = await openTab();
    choose(tab, ROLE, OTHER);
    const stop = show(tab);
    browser.storage.setItem(KEY, THIRD);
    tab.hear(storageEvent(KEY, THIRD));
    expect(rolesIn(tab)).toEqual([THIRD, OTHER]);
    // And one that gives up the only role it knows.
    browser.storage.removeItem(KEY);
    tab.hear(storageEvent(KEY, null));
    expect(rolesIn(tab)).toEqual([OTHER]);
    stop();
    expect(rolesIn(await openTab())).toEqual([OTHER]);
  });

  test('what another tab adds is not lost when this one adds too', async () => {
    const [here, there] = [await openTab(), await openTab()];
    const stops = [show(here), show(there)];
    choose(here, ROLE);
    browser.deliver();
    choose(there, ...rolesIn(there), OTHER);
    browser.deliver();
    choose(here, ...rolesIn(here), THIRD);
    browser.deliver();
    expect([rolesIn(here), rolesIn(there)]).toEqual([
      [ROLE, OTHER, THIRD],
      [ROLE, OTHER, THIRD],
    ]);
    stops.forEach((stop) => stop());
  });

  test.each(['', ' ', '\n\t', ROLE])(
    'what else may be stored is no further role: %j',
    async (text) => {
      browser.storage.setItem(KEY, ROLE);
      browser.storage.setItem(ALSO, text);
      expect(rolesIn(await openTab())).toEqual([ROLE]);
    },
  );
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
  tab.thaw();
  expect(roleIn(tab)).toBe(OTHER);
  stop();
});

test('a page under which the site’s data are cleared shows no role any more', async () => {
  const tab = await openTab();
  choose(tab, ROLE);
  const stop = show(tab);
  browser.clear();
  browser.deliver();
  expect([roleIn(tab), browser.keys()]).toEqual(['', []]);
  stop();
});

test('a page that comes back from the cache after everything was erased writes nothing', async () => {
  const tab = await openTab();
  choose(tab, ROLE);
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
    tab.thaw();
    expect(tab.do(({ $myRoles }) => $myRoles.value)).toEqual([]);
    expect(roleIn(tab)).toBe(OTHER);
  } finally {
    vi.useRealTimers();
  }
});
