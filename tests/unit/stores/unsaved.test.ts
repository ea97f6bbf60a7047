/** What could not be written at first, and what lies under the names of other sites. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../fixtures/browser.ts';
import { openStores, type StoresTab } from '../fixtures/stores.ts';

const DUTY = { id: 'mail', cadence: 'once' } as const;
const KEY = 'khb:mark:agency/roles/x#mail@once';
const NOW = new Date('2026-11-23T09:00:00+08:00');

let browser: FakeBrowser;
let a: StoresTab;
let b: StoresTab;

beforeEach(async () => {
  browser = new FakeBrowser();
  a = await openStores(browser);
  b = await openStores(browser);
  a.do(({ onValueChange }) => onValueChange('', () => undefined));
  b.do(({ onValueChange }) => onValueChange('', () => undefined));
});

const write = (tab: StoresTab, name: string, value: string | undefined) =>
  tab.do(({ writeValue }) => writeValue(name, value));
const read = (tab: StoresTab, name: string) => tab.do(({ readValue }) => readValue(name));
const health = (tab: StoresTab) => tab.do(({ $storageHealth }) => $storageHealth.get());
const retry = (tab: StoresTab) => tab.do(({ retryUnsaved }) => retryUnsaved());
const savedAt = (tab: StoresTab) => tab.do(({ $savedAt }) => $savedAt.get());
const marks = (tab: StoresTab) =>
  tab.do(({ dutyMarkStore }) => {
    const store = dutyMarkStore('agency/roles/x', [DUTY]);
    store.$marks.listen(() => undefined);
    return store;
  });
const at = (ms: number) => new Date(+NOW + ms);

describe('trying again', () => {
  test('saves everything once there is room, and says when', () => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    browser.fill();
    write(a, 'x', '1');
    write(a, 'y', '2');
    expect([health(a), savedAt(a)]).toEqual([{ state: 'full', unsaved: 2 }, undefined]);
    expect(retry(a)).toBe(false);
    browser.capacity = Infinity;
    vi.setSystemTime(at(5000));
    expect(retry(a)).toBe(true);
    vi.useRealTimers();
    expect(browser.contents).toEqual({ 'khb:x': '1', 'khb:y': '2' });
    expect([health(a), savedAt(a)]).toEqual([{ state: 'ok', unsaved: 0 }, +NOW + 5000]);
  });

  test('saves what fits and keeps the rest', () => {
    browser.capacity = 10;
    write(a, 'long', 'x'.repeat(20));
    write(a, 'longer', 'x'.repeat(30));
    browser.capacity = 30;
    expect(retry(a)).toBe(false);
    expect([browser.keys(), health(a)]).toEqual([['khb:long'], { state: 'full', unsaved: 1 }]);
  });

  test('with nothing to save says nothing new', () => {
    expect(retry(a)).toBe(true);
    expect(savedAt(a)).toBeUndefined();
  });
});

test('the time of saving is that of the last value that was really saved', () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  write(a, 'x', '1');
  expect(savedAt(a)).toBe(+NOW);
  vi.setSystemTime(at(1000));
  browser.block();
  write(a, 'x', '2');
  expect(savedAt(a)).toBe(+NOW);
  vi.useRealTimers();
});

test('a value that may stay unwritten changes nothing when it does not fit', () => {
  write(a, 'x', 'old');
  browser.fill();
  const fits = a.do(({ writeIfItFits }) => writeIfItFits('x', 'much longer than before'));
  expect([fits, read(a, 'x'), health(a).state]).toEqual([false, 'old', 'ok']);
  browser.capacity = Infinity;
  expect(a.do(({ writeIfItFits }) => writeIfItFits('x', 'longer'))).toBe(true);
  expect(browser.contents['khb:x']).toBe('longer');
});

test('a page that opens where the storage is blocked says so at once', () => {
  a.do(({ probeStorage }) => probeStorage());
  expect(health(a).state).toBe('ok');
  browser.block();
  a.do(({ probeStorage }) => probeStorage());
  expect(health(a)).toEqual({ state: 'blocked', unsaved: 0 });
});

describe('what another tab wrote meanwhile', () => {
  test('is not overwritten by an earlier choice that could not be saved', () => {
    browser.capacity = 20;
    write(a, 'set:theme', 'dark but too long');
    write(b, 'set:theme', 'light');
    browser.deliver();
    browser.capacity = Infinity;
    retry(a);
    expect([read(a, 'set:theme'), browser.contents['khb:set:theme']]).toEqual(['light', 'light']);
    expect(health(a)).toEqual({ state: 'ok', unsaved: 0 });
  });

  test('is not overwritten by an earlier tick that could not be saved', () => {
    const [mine, theirs] = [marks(a), marks(b)];
    browser.capacity = 0;
    a.do(() => mine.mark([DUTY], true, at(0)));
    browser.capacity = Infinity;
    b.do(() => theirs.mark([DUTY], false, at(1000)));
    retry(a); // before it hears of it
    browser.deliver();
    expect(JSON.parse(browser.contents[KEY] ?? '')).toMatchObject({ done: false, at: +at(1000) });
    expect(mine.$marks.get()['mail@once']?.done).toBe(false);
  });

  test('gives way to a later untick that could not be saved yet', () => {
    const [mine, theirs] = [marks(a), marks(b)];
    b.do(() => theirs.mark([DUTY], true, at(0)));
    browser.fill();
    a.do(() => mine.mark([DUTY], false, at(1000))); // has not heard of it
    expect(health(a).state).toBe('full');
    browser.deliver();
    expect(mine.$marks.get()['mail@once']?.done).toBe(false);
    browser.capacity = Infinity;
    retry(a);
    browser.deliver();
    expect(theirs.$marks.get()['mail@once']).toMatchObject({ done: false, at: +at(1000) });
  });

  test('is free to be written again once another tab removed what was protected', () => {
    browser.storage.setItem(KEY, '{"v":2}');
    const mine = marks(a);
    a.do(() => mine.loadCurrent(NOW));
    expect(write(a, KEY.slice(4), 'x')).toBe(false);
    b.do(() => browser.storage.removeItem(KEY));
    browser.deliver();
    a.do(() => mine.mark([DUTY], true, NOW));
    expect(JSON.parse(browser.contents[KEY] ?? '')).toMatchObject({ v: 1, done: true });
  });
});

describe('a clock that is set back', () => {
  test('does not let an earlier mark outlast what is done now', () => {
    const mine = marks(a);
    a.do(() => mine.mark([DUTY], true, at(3_600_000)));
    a.do(() => mine.mark([DUTY], false, at(0)));
    expect(JSON.parse(browser.contents[KEY] ?? '')).toEqual({
      v: 1,
      done: false,
      at: +at(3_600_001),
    });
    a.do(() => mine.mark([DUTY], true, at(1000)));
    // It counts after the others, and was ticked when the clock says.
    expect(mine.$marks.get()['mail@once']).toEqual({
      v: 1,
      done: true,
      at: +at(3_600_002),
      tickedAt: +at(1000),
    });
  });

  test('at the end of what a date can tell leaves a mark that can be read', () => {
    browser.storage.setItem(KEY, JSON.stringify({ v: 1, done: true, at: 8.64e15 }));
    const mine = marks(a);
    a.do(() => mine.loadCurrent(NOW));
    a.do(() => mine.mark([DUTY], false, NOW));
    const again = marks(b);
    b.do(() => again.loadCurrent(NOW));
    expect(again.$marks.get()['mail@once']?.done).toBe(false);
  });
});
