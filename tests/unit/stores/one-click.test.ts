/** What one click costs: a store that writes is not told of its own write. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../fixtures/browser.ts';
import { life, tick } from '../fixtures/events.ts';
import { addIn, openLoaded, openStores, startIn, type StoresTab } from '../fixtures/stores.ts';

const FOLD = '../../../src/progress/runs/fold.ts';
const ROLE = 'agency/roles/account-executive';
const NOW = new Date('2026-11-23T09:00:00');

let browser: FakeBrowser;
let folds: number;

beforeEach(() => {
  browser = new FakeBrowser();
  folds = 0;
  vi.doMock(FOLD, async (importOriginal) => {
    const original = await importOriginal<typeof import('../../../src/progress/runs/fold.ts')>();
    return {
      ...original,
      foldRun: (events: Parameters<typeof original.foldRun>[0]) => {
        folds += 1;
        return original.foldRun(events);
      },
    };
  });
});
afterEach(() => {
  vi.doUnmock(FOLD);
  vi.restoreAllMocks();
});

/** Counts what a click does: how often stores are set, texts are parsed and runs are folded. */
function cost(listen: (count: () => void) => () => void, click: () => void) {
  let sets = 0;
  const stop = listen(() => (sets += 1));
  const parse = vi.spyOn(JSON, 'parse');
  folds = 0;
  click();
  const found = { sets, parses: parse.mock.calls.length, folds };
  parse.mockRestore();
  stop();
  return found;
}

describe('a duty', () => {
  const MAIL = { id: 'check-mail', cadence: 'daily' } as const;
  const REPORT = { id: 'weekly-report', cadence: 'weekly' } as const;
  let tab: StoresTab;

  beforeEach(async () => {
    tab = await openStores(browser);
  });

  const open = () =>
    tab.do(({ dutyMarkStore }) => {
      const store = dutyMarkStore(ROLE, [MAIL, REPORT]);
      store.loadCurrent(NOW);
      return store;
    });

  test('sets its store once and parses nothing', () => {
    const store = open();
    const click = () => tab.do(() => store.mark([MAIL], true, NOW));
    expect(cost(store.$marks.listen, click)).toEqual({ sets: 1, parses: 0, folds: 0 });
    const clear = () => tab.do(() => store.mark([MAIL, REPORT], false, NOW));
    expect(cost(store.$marks.listen, clear)).toEqual({ sets: 1, parses: 0, folds: 0 });
  });

  test('is heard of by whatever else shows the role on the page', () => {
    const [store, other] = [open(), open()];
    const stop = tab.do(() => other.$marks.listen(() => undefined));
    tab.do(() => store.mark([MAIL], true, NOW));
    expect(other.$marks.get()).toEqual(store.$marks.get());
    stop();
  });
});

describe('a step of a run', () => {
  test('sets the runs once, parses nothing and folds the run once, with its summary', async () => {
    const tab = await openLoaded(browser);
    const run = startIn(tab, [tick('a')]);
    const listen = (count: () => void) => tab.do(({ $runs }) => $runs.listen(count));
    const click = () => {
      addIn(tab, run, tick('b'));
      tab.do(({ $runHeads }) => expect($runHeads.get()).toHaveLength(1));
    };
    expect(cost(listen, click)).toEqual({ sets: 1, parses: 0, folds: 1 });
  });

  test('that ends the run folds it once, too, though it is packed', async () => {
    const tab = await openLoaded(browser);
    const run = startIn(tab, [tick('a')]);
    const listen = (count: () => void) => tab.do(({ $runs }) => $runs.listen(count));
    const click = () => {
      addIn(tab, run, life('finish'));
      tab.do(({ $runHeads }) => expect($runHeads.get()[0]?.status).toBe('finished'));
    };
    expect(cost(listen, click)).toMatchObject({ sets: 1, folds: 1 });
    expect(browser.keys(`khb:done:${run}`)).toHaveLength(1);
    expect(browser.keys('khb:run:')).toEqual([]);
  });
});
