import { beforeEach, describe, expect, test } from 'vitest';
import type { DutyKey } from '../../../src/progress/duties/duty-marks.ts';
import type { DutyMarkStore } from '../../../src/stores/duty-marks.ts';
import { FakeBrowser, type Tab } from '../fixtures/browser.ts';

type DutyMarksModule = typeof import('../../../src/stores/duty-marks.ts');
const load = () => import('../../../src/stores/duty-marks.ts');

const ROLE = 'agency/roles/account-executive';
const MAIL: DutyKey = { id: 'check-mail', cadence: 'daily' };
const REPORT: DutyKey = { id: 'weekly-report', cadence: 'weekly' };
const NOW = new Date('2026-11-23T09:00:00');
const MAIL_KEY = `khb:mark:${ROLE}#check-mail@2026-11-23`;
const REPORT_KEY = `khb:mark:${ROLE}#weekly-report@2026-W48`;

let browser: FakeBrowser;
let tab: Tab<DutyMarksModule>;
let store: DutyMarkStore;

const openStore = (where: Tab<DutyMarksModule>, role = ROLE) =>
  where.do(({ dutyMarkStore }) => dutyMarkStore(role, [MAIL, REPORT]));
const stored = (key: string): unknown => JSON.parse(browser.storage.getItem(key) ?? 'null');

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await browser.openTab(load);
  store = openStore(tab);
});

describe('ticking', () => {
  test('keeps one key for each duty and period', () => {
    store.mark([MAIL, REPORT], true, NOW);
    expect(browser.keys()).toEqual([MAIL_KEY, REPORT_KEY]);
    expect(stored(MAIL_KEY)).toEqual({ v: 1, done: true, at: +NOW });
    expect(store.$marks.get()).toEqual({
      'check-mail@2026-11-23': { v: 1, done: true, at: +NOW },
      'weekly-report@2026-W48': { v: 1, done: true, at: +NOW },
    });
  });

  test('keeps an untick as a mark as well', () => {
    store.mark([MAIL], true, NOW);
    store.mark([MAIL], false, new Date(+NOW + 5000));
    expect(stored(MAIL_KEY)).toEqual({ v: 1, done: false, at: +NOW + 5000 });
  });

  test('goes into the period of the moment, not into the one that was loaded', () => {
    store.loadCurrent(NOW);
    store.mark([MAIL], true, new Date('2026-11-24T00:00:00'));
    expect(browser.keys()).toEqual([`khb:mark:${ROLE}#check-mail@2026-11-24`]);
  });

  test('keeps the marks of two roles apart', () => {
    const other = openStore(tab, 'agency/roles/account-manager');
    store.mark([MAIL], true, NOW);
    other.loadAll();
    expect(other.$marks.get()).toEqual({});
  });
});

describe('loading', () => {
  test('finds the marks of the running periods, and none of past ones', () => {
    store.mark([MAIL], true, new Date('2026-11-22T09:00:00'));
    store.mark([MAIL, REPORT], true, NOW);
    const later = openStore(tab);
    later.loadCurrent(NOW);
    expect(Object.keys(later.$marks.get()).sort()).toEqual([
      'check-mail@2026-11-23',
      'weekly-report@2026-W48',
    ]);
  });

  test('finds the new period empty once it turns', () => {
    store.mark([MAIL], true, NOW);
    const tomorrow = new Date('2026-11-24T08:00:00');
    store.loadCurrent(tomorrow);
    expect(store.$marks.get()['check-mail@2026-11-24']).toBeUndefined();
  });

  test('finds past periods when all marks are asked for', () => {
    store.mark([MAIL], true, new Date('2026-11-22T09:00:00'));
    store.mark([MAIL], true, NOW);
    const later = openStore(tab);
    later.loadAll();
    expect(Object.keys(later.$marks.get()).sort()).toEqual([
      'check-mail@2026-11-22',
      'check-mail@2026-11-23',
    ]);
  });

  test.each(['', '{', 'null', '[]', 'true', '{"v":1,"done":"yes"}'])(
    'takes %j for no mark, and sets it aside',
    (text) => {
      browser.storage.setItem(MAIL_KEY, text);
      store.loadCurrent(NOW);
      store.loadAll();
      expect(store.$marks.get()['check-mail@2026-11-23']).toBeUndefined();
      const aside = browser.storage.getItem(MAIL_KEY.replace('khb:', 'khb:aside:'));
      expect(JSON.parse(aside ?? '')).toMatchObject({ v: 1, text });
      expect(browser.storage.getItem(MAIL_KEY)).toBeNull();
    },
  );

  test('leaves a mark of a newer version alone, also when it is ticked', () => {
    const text = '{"v":2,"done":true,"at":1}';
    browser.storage.setItem(MAIL_KEY, text);
    store.loadCurrent(NOW);
    expect(store.$marks.get()['check-mail@2026-11-23']).toBeUndefined();
    store.mark([MAIL], true, NOW);
    expect(store.$marks.get()['check-mail@2026-11-23']?.done).toBe(true);
    expect(browser.storage.getItem(MAIL_KEY)).toBe(text);
  });
});

describe('putting back', () => {
  test('restores what was cleared, with the time of the tick', () => {
    store.mark([MAIL, REPORT], true, NOW);
    const before = { ...store.$marks.get() };
    store.mark([MAIL, REPORT], false, new Date(+NOW + 1000));
    store.putBack(before, new Date(+NOW + 2000));
    // It must outlast the clearing when copies merge, and still tell when it was ticked.
    const mark = { v: 1, done: true, at: +NOW + 2000, tickedAt: +NOW };
    expect(store.$marks.get()['check-mail@2026-11-23']).toEqual(mark);
    expect(Object.keys(store.$marks.get())).toEqual(Object.keys(before));
    expect(stored(MAIL_KEY)).toEqual(mark);
  });

  test('unticks what was not ticked, now', () => {
    store.mark([MAIL], true, NOW);
    store.putBack({ 'check-mail@2026-11-23': undefined }, new Date(+NOW + 2000));
    expect(stored(MAIL_KEY)).toEqual({ v: 1, done: false, at: +NOW + 2000 });
  });
});

describe('storage that fails', () => {
  test('leaves the tick on the screen when it is full', () => {
    store.mark([REPORT], true, NOW);
    browser.fill();
    store.mark([MAIL], true, NOW);
    expect(store.$marks.get()['check-mail@2026-11-23']?.done).toBe(true);
    expect(browser.keys()).toEqual([REPORT_KEY]);
    // A period that turns and turns back loads it again.
    store.loadCurrent(NOW);
    expect(store.$marks.get()['check-mail@2026-11-23']?.done).toBe(true);
  });

  test('leaves the tick on the screen when it is blocked', () => {
    browser.block();
    store.loadCurrent(NOW);
    store.mark([MAIL], true, NOW);
    store.loadAll();
    expect(store.$marks.get()['check-mail@2026-11-23']?.done).toBe(true);
  });
});

describe('two tabs', () => {
  test('both keep their ticks', async () => {
    const otherStore = openStore(await browser.openTab(load));
    store.mark([MAIL], true, NOW);
    otherStore.mark([REPORT], true, NOW);
    const later = openStore(tab);
    later.loadCurrent(NOW);
    expect(Object.values(later.$marks.get()).map((mark) => mark?.done)).toEqual([true, true]);
  });

  test('see what the other one ticks and unticks while they show it', async () => {
    const stop = tab.do(() => store.$marks.listen(() => undefined));
    const other = await browser.openTab(load);
    const otherStore = openStore(other);
    other.do(() => otherStore.mark([MAIL], true, NOW));
    browser.deliver();
    expect(store.$marks.get()['check-mail@2026-11-23']?.done).toBe(true);
    other.do(() => otherStore.mark([MAIL], false, NOW));
    browser.deliver();
    expect(store.$marks.get()['check-mail@2026-11-23']?.done).toBe(false);
    stop();
  });

  test('forget a mark whose key the other one removed', async () => {
    const stop = tab.do(() => store.$marks.listen(() => undefined));
    store.mark([MAIL], true, NOW);
    const other = await browser.openTab(load);
    other.do(() => browser.storage.removeItem(MAIL_KEY));
    browser.deliver();
    expect(store.$marks.get()).toEqual({});
    stop();
  });

  test('see nothing of another role', async () => {
    const stop = tab.do(() => store.$marks.listen(() => undefined));
    const other = await browser.openTab(load);
    const otherStore = openStore(other, 'agency/roles/account-executive-junior');
    other.do(() => otherStore.mark([MAIL], true, NOW));
    browser.deliver();
    expect(store.$marks.get()).toEqual({});
    stop();
  });
});

describe('a duty that was published under other names', () => {
  const OLD_KEY = `khb:mark:${ROLE}#read-mail@2026-11-23`;
  const OTHER_KEY = 'khb:mark:agency/roles/assistant#mail@2026-11-23';
  const RENAMED: DutyKey = { ...MAIL, was: [`${ROLE}#read-mail`, 'agency/roles/assistant#mail'] };
  const NAME = 'check-mail@2026-11-23';
  const put = (key: string, done: boolean, at: number) =>
    browser.storage.setItem(key, JSON.stringify({ v: 1, done, at }));
  const open = () => tab.do(({ dutyMarkStore }) => dutyMarkStore(ROLE, [RENAMED, REPORT]));

  test('keeps the ticks that it had there, on another page too', () => {
    put(OTHER_KEY, true, +NOW - 5000);
    const renamed = open();
    renamed.loadCurrent(NOW);
    expect(renamed.$marks.get()[NAME]).toEqual({ v: 1, done: true, at: +NOW - 5000 });
  });

  test('has its ticks written under its own name, the former ones left as they are', () => {
    put(OLD_KEY, true, +NOW - 5000);
    const renamed = open();
    renamed.loadCurrent(NOW);
    renamed.mark([RENAMED], false, NOW);
    expect(stored(MAIL_KEY)).toEqual({ v: 1, done: false, at: +NOW });
    expect(stored(OLD_KEY)).toEqual({ v: 1, done: true, at: +NOW - 5000 });
    const later = open();
    later.loadCurrent(NOW);
    expect(later.$marks.get()[NAME]?.done).toBe(false);
  });

  test.each([
    [OLD_KEY, MAIL_KEY],
    [MAIL_KEY, OLD_KEY],
    [OLD_KEY, OTHER_KEY],
  ])('has the later mark of %s and %s', (earlier, later) => {
    put(earlier, true, +NOW - 5000);
    put(later, false, +NOW - 1000);
    const renamed = open();
    renamed.loadCurrent(NOW);
    expect(renamed.$marks.get()[NAME]).toEqual({ v: 1, done: false, at: +NOW - 1000 });
  });

  test('shows past periods once, under its own name', () => {
    put(`khb:mark:${ROLE}#read-mail@2026-11-20`, true, +NOW - 300_000_000);
    put(OLD_KEY, true, +NOW - 5000);
    put(OTHER_KEY, true, +NOW - 6000);
    const renamed = open();
    renamed.loadAll();
    const done = Object.entries(renamed.$marks.get()).filter(([, mark]) => mark?.done);
    expect(done.map(([name]) => name).sort()).toContain('check-mail@2026-11-20');
    expect(done.filter(([name]) => name.startsWith('check-mail@'))).toHaveLength(2);
  });

  test('has no mark where all of them cannot be read', () => {
    browser.storage.setItem(OLD_KEY, '{');
    const renamed = open();
    renamed.loadCurrent(NOW);
    expect(renamed.$marks.get()[NAME]).toBeUndefined();
  });
});
