/** What is erased stays erased, whatever another tab still holds, until it is put back. */
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeBrowser } from '../fixtures/browser.ts';
import { event, life, START, tick } from '../fixtures/events.ts';
import {
  addIn,
  eventsIn,
  HASH,
  markedIn,
  openLoaded,
  openStores,
  startIn,
  statesIn,
  type StoresTab,
} from '../fixtures/stores.ts';
import { reviewTemplate } from '../fixtures/template.ts';

let browser: FakeBrowser;
let a: StoresTab;
let b: StoresTab;

beforeEach(async () => {
  browser = new FakeBrowser();
  a = await openLoaded(browser);
  b = await openLoaded(browser);
});

const erase = (tab: StoresTab, run: string) => tab.do(({ eraseRun }) => eraseRun(run));
const eraseAll = (tab: StoresTab) => tab.do(({ eraseEverything }) => eraseEverything());
const mark = (tab: StoresTab) =>
  tab.do(({ dutyMarkStore }) => {
    const store = dutyMarkStore('agency/roles/x', [{ id: 'mail', cadence: 'once' }]);
    store.mark([{ id: 'mail', cadence: 'once' }], true, new Date());
    return store;
  });

describe('a run that is erased in another tab', () => {
  let run: string;

  beforeEach(() => {
    run = startIn(a, [tick('a')]);
    browser.deliver();
  });

  test.each([
    ['before it is heard of', () => undefined],
    ['after it is heard of', () => browser.deliver()],
  ])('takes no more events %s, and leaves no key', (_, hear) => {
    erase(a, run);
    hear();
    expect(addIn(b, run, tick('b'))).toBeUndefined();
    browser.deliver();
    expect(browser.keys()).toEqual([]);
    expect([eventsIn(a, run), eventsIn(b, run)]).toEqual([[], []]);
  });

  test.each(['finish', 'remove'] as const)('is so after a %s too', (kind) => {
    addIn(a, run, life(kind));
    browser.deliver();
    erase(a, run);
    expect(addIn(b, run, life('reopen'))).toBeUndefined();
    browser.deliver();
    expect(browser.keys()).toEqual([]);
  });

  test('freezes no text that it would go on with', () => {
    erase(a, run);
    const accepted = b.do(({ acceptText }) =>
      acceptText(run, reviewTemplate(), { text: 'def456', renamed: {}, reworded: [] }),
    );
    expect([accepted, browser.keys()]).toEqual([undefined, []]);
  });

  test('takes along what the other tab could not save, once that is heard of', () => {
    browser.fill();
    addIn(b, run, tick('b'));
    browser.capacity = Infinity;
    erase(a, run);
    browser.deliver();
    expect(b.do(({ $storageHealth }) => $storageHealth.get())).toEqual({ state: 'ok', unsaved: 0 });
    b.do(({ retryUnsaved }) => retryUnsaved());
    b.do(({ loadRuns }) => loadRuns());
    expect([browser.keys(), statesIn(b)]).toEqual([[], {}]);
  });

  test.each<[string, (tab: StoresTab) => unknown]>([
    ['tries again', (tab) => tab.do(({ retryUnsaved }) => retryUnsaved())],
    ['saves something else', (tab) => tab.do(({ writeValue }) => writeValue('set:theme', 'dark'))],
    ['loads its runs again', (tab) => tab.do(({ loadRuns }) => loadRuns())],
    ['ticks on', (tab) => addIn(tab, run, tick('c'))],
  ])('takes it along also when the other tab first %s', (_, act) => {
    const other = startIn(a);
    browser.fill();
    addIn(b, run, tick('b'));
    browser.capacity = Infinity;
    erase(a, run);
    act(b);
    b.do(({ retryUnsaved }) => retryUnsaved());
    browser.deliver();
    expect(browser.keys(`khb:run:${run}:`)).toEqual([]);
    expect(Object.keys(statesIn(a))).toEqual([other]);
  });

  test('is not confused with one whose start could not be read and was set aside', () => {
    const name = browser.keys('khb:run:')[0] ?? '';
    browser.storage.setItem(name, '{');
    browser.storage.setItem(browser.keys('khb:run:')[1] ?? '', '{');
    a.do(({ loadRuns }) => loadRuns());
    browser.deliver();
    expect(markedIn(b, run)).toEqual(['1:a']);
    expect(addIn(b, run, tick('b'))).toBeDefined();
  });
});

describe('putting a run back', () => {
  test.each([
    ['open', []],
    ['finished', [life('finish')]],
    ['removed', [life('remove')]],
  ])('restores exactly what was stored, %s', (_, more) => {
    const run = startIn(a, [tick('a'), ...more]);
    startIn(a, [], 'def456');
    const before = browser.contents;
    const state = statesIn(a)[run];
    const values = erase(a, run);
    expect(Object.keys(browser.contents)).toHaveLength(2);
    a.do(({ putRunBack }) => putRunBack(values));
    expect(browser.contents).toEqual(before);
    expect(statesIn(a)[run]).toEqual(state);
    browser.deliver();
    expect(statesIn(b)).toEqual(statesIn(a));
  });

  test.each([
    ['full', () => browser.fill()],
    ['blocked', () => browser.block()],
  ])('restores what could not be saved in a %s storage too', (_, break_) => {
    break_();
    const run = startIn(a, [tick('a'), tick('b')]);
    const values = erase(a, run);
    expect(statesIn(a)).toEqual({});
    a.do(({ putRunBack }) => putRunBack(values));
    expect(markedIn(a, run)).toEqual(['1:a', '1:b']);
    expect(a.do(({ readTemplate }) => readTemplate(HASH))).toEqual(reviewTemplate());
  });

  test('restores what a newer version wrote of it', () => {
    const run = startIn(a);
    const newer = JSON.stringify({ v: 2, id: 'x', at: 1, kind: 'sign' });
    browser.storage.setItem(`khb:run:${run}:x`, newer);
    a.do(({ loadRuns }) => loadRuns());
    const values = erase(a, run);
    expect(browser.keys()).toEqual([]);
    a.do(({ putRunBack }) => putRunBack(values));
    expect(browser.contents[`khb:run:${run}:x`]).toBe(newer);
  });
});

describe('the text of an erased run stays', () => {
  const texts = () => browser.keys('khb:text:');

  test('for a finished run that this tab has not loaded', async () => {
    startIn(a, [life('finish')]);
    const c = await openStores(browser);
    c.do(({ loadRuns }) => loadRuns('open'));
    erase(c, startIn(c));
    expect(texts()).toEqual(['khb:text:abc123']);
  });

  test('for a run that another tab began just now', () => {
    const run = startIn(a);
    startIn(b);
    erase(a, run); // has not heard of it
    expect(texts()).toEqual(['khb:text:abc123']);
  });

  test('for a run that went on with it, or that once followed it', () => {
    const [one, two] = [startIn(a), startIn(a, [], 'def456')];
    const accept = { text: HASH, renamed: {}, reworded: [] };
    a.do(({ acceptText }) => acceptText(two, reviewTemplate(), accept));
    erase(a, one);
    expect(texts()).toEqual(['khb:text:abc123', 'khb:text:def456']);
    erase(a, two);
    expect(browser.keys()).toEqual([]);
  });

  test.each([
    ['run:z:x', JSON.stringify({ v: 2, id: 'x', at: 1, kind: 'start2', text: HASH })],
    ['done:z', JSON.stringify({ v: 3, texts: [HASH] })],
    ['aside:run:z:x', JSON.stringify({ v: 1, at: 1, text: `{"text":"${HASH}"` })],
  ])('for what cannot be read and names it: %s', (name, text) => {
    browser.storage.setItem(`khb:${name}`, text);
    erase(a, startIn(a));
    expect(texts()).toEqual(['khb:text:abc123']);
  });
});

describe('erasing everything', () => {
  const fill = () => {
    const run = startIn(a, [tick('a')]);
    startIn(a, [life('finish')], 'def456');
    mark(a);
    a.do(({ writeValue }) => writeValue('set:theme', 'dark'));
    browser.storage.setItem('khb:run:r:bad', '{');
    browser.storage.setItem('khb:something else', 'x');
    browser.storage.setItem('other:set:theme', 'theirs');
    a.do(({ loadRuns }) => loadRuns());
    browser.deliver();
    return run;
  };

  test('leaves no key of ours, and those of other sites as they are', () => {
    fill();
    eraseAll(a);
    expect(browser.contents).toEqual({ 'other:set:theme': 'theirs' });
    expect(statesIn(a)).toEqual({});
    expect(a.do(({ $savedAt }) => $savedAt.get())).toBeUndefined();
  });

  test.each([
    ['before', () => undefined],
    ['after', () => browser.deliver()],
  ])('is not undone by another tab that ticks %s it is heard of', (_, hear) => {
    const run = fill();
    eraseAll(a);
    hear();
    expect(addIn(b, run, tick('b'))).toBeUndefined();
    browser.deliver();
    expect(browser.keys('khb:')).toEqual([]);
    expect(statesIn(b)).toEqual({});
  });

  test('takes along what this page could not save', () => {
    fill();
    browser.fill();
    startIn(a, [tick('b')], 'full789');
    eraseAll(a);
    a.do(({ retryUnsaved }) => retryUnsaved());
    expect(browser.keys('khb:')).toEqual([]);
    expect(a.do(({ $storageHealth }) => $storageHealth.get())).toEqual({ state: 'ok', unsaved: 0 });
  });

  test.each([
    ['hears of it', () => browser.deliver()],
    ['tries again', () => b.do(({ retryUnsaved }) => retryUnsaved())],
    ['saves something', () => b.do(({ writeValue }) => writeValue('set:theme', 'light'))],
  ])('takes along what another tab could not save, once that %s', (_, act) => {
    fill();
    browser.fill();
    b.do(({ writeValue }) => writeValue('set:role', 'agency/roles/x'));
    mark(b);
    browser.capacity = Infinity;
    eraseAll(a);
    act();
    b.do(({ retryUnsaved }) => retryUnsaved());
    expect(browser.keys('khb:').filter((key) => key !== 'khb:set:theme')).toEqual([]);
  });

  test('that the browser refuses is told, and tried again', () => {
    startIn(a);
    const { removeItem } = browser.storage;
    browser.storage.removeItem = () => {
      throw new DOMException('…', 'SecurityError');
    };
    eraseAll(a);
    expect(a.do(({ $storageHealth }) => $storageHealth.get().state)).toBe('blocked');
    expect(a.do(({ listNames }) => listNames(''))).toEqual([]);
    browser.storage.removeItem = removeItem;
    a.do(({ retryUnsaved }) => retryUnsaved());
    expect(browser.keys('khb:')).toEqual([]);
  });
});

test.each(['__proto__', 'constructor', 'toString', 'nowhere', ''])(
  'a run %j that is not there takes no event and does no harm',
  (run) => {
    expect(addIn(a, run, tick('a'))).toBeUndefined();
    expect(erase(a, run)).toEqual({ [`done:${run}`]: undefined });
    expect(browser.keys()).toEqual([]);
  },
);

test.each(['__proto__', 'constructor'])(
  'a run that is called %s is a run like any other',
  (run) => {
    browser.storage.setItem(`khb:run:${run}:s`, JSON.stringify(event('s', 1, START)));
    browser.storage.setItem(`khb:run:${run}:e0`, JSON.stringify(event('e0', 1, tick('a'))));
    a.do(({ loadRuns }) => loadRuns());
    expect(Object.keys(statesIn(a))).toEqual([run]);
    expect(addIn(a, run, tick('b'))).toBeDefined();
    b.do(({ loadRuns }) => loadRuns());
    browser.deliver();
    expect(Object.keys(statesIn(b))).toEqual([run]);
    erase(a, run);
    browser.deliver();
    expect([browser.keys(), statesIn(a), statesIn(b)]).toEqual([[], {}, {}]);
  },
);
