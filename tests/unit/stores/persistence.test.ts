import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../fixtures/browser.ts';
import { openStores, startIn, type StoresTab } from '../fixtures/stores.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

let browser: FakeBrowser;
let tab: StoresTab;

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await openStores(browser);
});

/** What the browser says and does when it is asked. */
function answers(storage: object | undefined) {
  vi.stubGlobal('navigator', storage === undefined ? {} : { storage });
}
const yes = () => Promise.resolve(true);
const no = () => Promise.resolve(false);
const told = () => tab.do(({ $persistence }) => $persistence.get());

describe('asking the browser to keep the data', () => {
  test.each([
    ['granted', { persisted: no, persist: yes }],
    ['granted', { persisted: yes, persist: no }],
    ['denied', { persisted: no, persist: no }],
    ['unknown', undefined],
    ['unknown', {}],
    ['unknown', { persisted: () => Promise.reject(new Error('no')), persist: yes }],
    ['unknown', { persisted: no, persist: () => Promise.reject(new Error('no')) }],
    [
      'unknown',
      {
        persisted: () => {
          throw new TypeError('no');
        },
      },
    ],
  ])('is %s', async (expected, storage) => {
    answers(storage);
    await tab.do(({ askToPersist }) => askToPersist());
    expect(told()).toBe(expected);
  });

  test.each([
    [true, { persisted: no, persist: no }],
    [false, {}],
    [false, undefined],
  ])('can be done: %s', (expected, storage) => {
    answers(storage);
    expect(tab.do(({ canAskToPersist }) => canAskToPersist())).toBe(expected);
  });

  test('happens once in a page', async () => {
    const persist = vi.fn(no);
    answers({ persisted: no, persist });
    startIn(tab);
    startIn(tab);
    await tab.do(({ askToPersist }) => askToPersist());
    expect(persist).toHaveBeenCalledTimes(1);
    expect(told()).toBe('denied');
  });

  test('is not done by finding out', async () => {
    const persist = vi.fn(yes);
    answers({ persisted: no, persist });
    await tab.do(({ readPersistence }) => readPersistence());
    expect([told(), persist.mock.calls.length]).toEqual(['unknown', 0]);
    answers({ persisted: yes, persist });
    await tab.do(({ readPersistence }) => readPersistence());
    expect([told(), persist.mock.calls.length]).toEqual(['granted', 0]);
  });
});

describe('an export', () => {
  const isDue = (openSince: readonly number[], now = NOW) =>
    tab.do(({ isExportDue }) => isExportDue(openSince, now));
  const exported = (at: number) => tab.do(({ noteExport }) => noteExport(at));

  test('is due when the last one is older than 14 days, and a run is open', () => {
    exported(NOW - 14 * DAY);
    expect(isDue([NOW - 100 * DAY])).toBe(false);
    expect(isDue([NOW - 100 * DAY], NOW + 1)).toBe(true);
    expect(isDue([], NOW + 1)).toBe(false);
  });

  test('that was never made is due 14 days after the oldest open run began', () => {
    expect(isDue([NOW, NOW - 14 * DAY])).toBe(false);
    expect(isDue([NOW, NOW - 14 * DAY - 1])).toBe(true);
    expect(isDue([NOW])).toBe(false);
  });

  test('is not due for runs that began after it within the fortnight', () => {
    exported(NOW - 100 * DAY);
    expect(isDue([NOW - 3 * DAY])).toBe(false);
  });

  test('that a wrong clock dated into the future is no reason to wait', () => {
    exported(NOW + 365 * DAY);
    expect(isDue([NOW - 100 * DAY])).toBe(true);
    expect(isDue([NOW - DAY])).toBe(false);
  });

  test.each(['', 'x', '-1', '0', 'NaN', '1e999', '{}', '[]', 'null'])(
    'whose stored time is %j was never made',
    (text) => {
      browser.storage.setItem('khb:set:exported', text);
      expect(tab.do(({ lastExport }) => lastExport())).toBeUndefined();
      expect(isDue([NOW - 15 * DAY])).toBe(true);
    },
  );

  test('is noted when it is known to be kept, and not when it is made', () => {
    const run = startIn(tab);
    tab.do(({ exportText, runValues }) => exportText(runValues(run), NOW));
    expect(tab.do(({ lastExport }) => lastExport())).toBeUndefined();
    tab.do(({ exportEverything }) => exportEverything(NOW));
    expect(tab.do(({ lastExport }) => lastExport())).toBeUndefined();
    exported(NOW);
    expect(tab.do(({ lastExport }) => lastExport())).toBe(NOW);
  });
});

describe('there is something to lose', () => {
  test.each([
    ['run:a:b', true],
    ['done:a', true],
    ['mark:agency/roles/x#a@once', true],
    ['train:a', true],
    ['team:a@b', true],
    ['set:theme', false],
    ['text:abc', false],
  ])('with %s: %s', (name, expected) => {
    browser.storage.setItem(`khb:${name}`, 'x');
    expect(tab.do(({ hasSomethingToLose }) => hasSomethingToLose())).toBe(expected);
  });

  test('with what could not be saved', () => {
    browser.block();
    expect(tab.do(({ hasSomethingToLose }) => hasSomethingToLose())).toBe(false);
    startIn(tab);
    expect(tab.do(({ hasSomethingToLose }) => hasSomethingToLose())).toBe(true);
  });
});
