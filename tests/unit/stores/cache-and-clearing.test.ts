/** A page that comes back from the back/forward cache, and site data that are cleared under a page. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../fixtures/browser.ts';
import { life, tick } from '../fixtures/events.ts';
import {
  addIn,
  eventsIn,
  markedIn,
  openLoaded,
  startIn,
  statesIn,
  type StoresTab,
} from '../fixtures/stores.ts';

let browser: FakeBrowser;
let a: StoresTab;
let b: StoresTab;
let run: string;

beforeEach(async () => {
  browser = new FakeBrowser();
  a = await openLoaded(browser);
  b = await openLoaded(browser);
  run = startIn(a, [tick('a')]);
  browser.deliver();
});

describe('a page that comes back from the cache', () => {
  beforeEach(() => b.freeze());

  test('shows what was ticked meanwhile', () => {
    addIn(a, run, tick('b'));
    startIn(a);
    browser.deliver();
    expect(markedIn(b, run)).toEqual(['1:a']);
    b.thaw();
    expect(statesIn(b)).toEqual(statesIn(a));
    expect(Object.keys(statesIn(b))).toHaveLength(2);
  });

  test('shows a run that was finished and packed meanwhile', () => {
    addIn(a, run, life('finish'));
    b.thaw();
    expect(statesIn(b)[run]?.status).toBe('finished');
    expect(eventsIn(b, run)).toEqual(eventsIn(a, run));
  });

  test('brings no run back that was erased meanwhile', () => {
    a.do(({ eraseRun }) => eraseRun(run));
    b.thaw();
    expect(statesIn(b)).toEqual({});
    expect(addIn(b, run, tick('b'))).toBeUndefined();
    expect(browser.keys()).toEqual([]);
  });

  test('brings nothing back of what it could not save of a run that was erased meanwhile', () => {
    b.thaw();
    browser.fill();
    addIn(b, run, tick('b'));
    b.freeze();
    browser.capacity = Infinity;
    startIn(a, [], 'def456');
    a.do(({ eraseRun }) => eraseRun(run));
    const before = browser.contents;
    b.thaw();
    b.do(({ retryUnsaved }) => retryUnsaved());
    expect(browser.contents).toEqual(before);
    expect(Object.keys(statesIn(b))).toHaveLength(1);
  });

  test('saves what it could not save before', () => {
    b.thaw();
    browser.fill();
    addIn(b, run, tick('b'));
    b.freeze();
    browser.capacity = Infinity;
    b.thaw();
    browser.deliver();
    expect(markedIn(a, run)).toEqual(['1:a', '1:b']);
    expect(b.do(({ $storageHealth }) => $storageHealth.get().state)).toBe('ok');
  });

  test('brings nothing back after everything was erased', () => {
    a.do(({ eraseEverything }) => eraseEverything());
    b.thaw();
    expect([browser.keys(), statesIn(b)]).toEqual([[], {}]);
    expect(addIn(b, run, tick('b'))).toBeUndefined();
    expect(browser.keys()).toEqual([]);
  });

  test('and one that is shown for the first time reads nothing twice', () => {
    const reads = vi.spyOn(browser.storage, 'getItem');
    b.hear(new Event('pageshow'));
    expect(reads).not.toHaveBeenCalled();
  });
});

describe('a role’s checklist that comes back from the cache', () => {
  const DUTY = { id: 'mail', cadence: 'daily' } as const;
  const NOW = new Date('2026-11-23T09:00:00');
  const NAME = 'mail@2026-11-23';
  const PAST = 'mail@2026-11-20';
  const open = (tab: StoresTab) =>
    tab.do(({ dutyMarkStore }) => dutyMarkStore('agency/roles/x', [DUTY]));

  test('shows what was ticked and what was removed meanwhile, past periods too', () => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    const here = open(b);
    const there = open(a);
    const stop = b.do(() => here.$marks.listen(() => undefined));
    a.do(() => there.mark([DUTY], true, new Date('2026-11-20T09:00:00')));
    b.do(() => {
      here.loadAll();
      here.loadCurrent(NOW); // the period turned after all were loaded
    });
    expect(here.$marks.get()[PAST]?.done).toBe(true);
    b.freeze();
    a.do(() => there.mark([DUTY], true, NOW));
    b.thaw();
    expect(here.$marks.get()[NAME]?.done).toBe(true);
    expect(here.$marks.get()[PAST]?.done).toBe(true);
    b.freeze();
    a.do(({ eraseEverything }) => eraseEverything());
    b.thaw();
    expect(Object.values(here.$marks.get()).filter(Boolean)).toEqual([]);
    stop();
    vi.useRealTimers();
  });
});

describe('site data that the reader clears in the browser', () => {
  test('are gone from every open page too', () => {
    browser.clear();
    browser.deliver();
    expect([statesIn(a), statesIn(b)]).toEqual([{}, {}]);
    expect(addIn(a, run, tick('b'))).toBeUndefined();
    expect(browser.keys()).toEqual([]);
  });

  test('do not come back when a page ticks before it hears of it', () => {
    browser.clear();
    expect(addIn(b, run, tick('b'))).toBeUndefined();
    expect(browser.keys()).toEqual([]);
    expect(statesIn(b)).toEqual({});
  });

  test('do not come back out of what a page could not save', () => {
    browser.fill();
    addIn(b, run, tick('b'));
    b.do(({ writeValue }) => writeValue('set:role', 'agency/roles/x'));
    browser.clear();
    browser.capacity = Infinity;
    browser.deliver();
    expect(browser.keys()).toEqual([]);
    expect(b.do(({ $storageHealth }) => $storageHealth.get())).toEqual({ state: 'ok', unsaved: 0 });
    expect(statesIn(b)).toEqual({});
  });

  test('leave the page working: a new run is kept', () => {
    browser.clear();
    browser.deliver();
    const next = startIn(b, [tick('a')]);
    browser.deliver();
    expect(markedIn(a, next)).toEqual(['1:a']);
    expect(browser.keys('khb:run:')).toHaveLength(2);
  });

  test('empty the checklists too', () => {
    const store = b.do(({ dutyMarkStore }) =>
      dutyMarkStore('agency/roles/x', [{ id: 'mail', cadence: 'once' }]),
    );
    const stop = b.do(() => store.$marks.listen(() => undefined));
    b.do(() => store.loadCurrent(new Date()));
    b.do(() => store.mark([{ id: 'mail', cadence: 'once' }], true, new Date()));
    browser.clear();
    browser.deliver();
    expect(store.$marks.get()['mail@once']).toBeUndefined();
    stop();
  });

  test('are not taken for cleared where nothing was ever saved: the screen keeps what it has', async () => {
    const other = new FakeBrowser();
    other.capacity = 0;
    const full = await openLoaded(other);
    const unsaved = startIn(full, [tick('a')]);
    full.freeze();
    full.thaw();
    full.do(({ retryUnsaved }) => retryUnsaved());
    expect(markedIn(full, unsaved)).toEqual(['1:a']);
    other.capacity = Infinity;
    full.do(({ retryUnsaved }) => retryUnsaved());
    expect(other.keys('khb:run:')).toHaveLength(2);
  });
});
