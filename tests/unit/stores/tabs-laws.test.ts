/** Two or three tabs that do anything in any order: they end alike, and nothing is lost. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../fixtures/browser.ts';
import { life, tick, undo, untick } from '../fixtures/events.ts';
import {
  addIn,
  eventsIn,
  openLoaded,
  openStores,
  startIn,
  statesIn,
  type StoresTab,
} from '../fixtures/stores.ts';

/** One turn of a schedule: what happens, in which tab, to which of a few items. */
const anyTurn = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('tick', 'untick', 'undo') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('finish', 'reopen', 'archive', 'remove', 'restore', 'accept'),
    },
    { weight: 3, arbitrary: fc.constantFrom('hear one', 'hear some', 'all hear') },
    { weight: 2, arbitrary: fc.constantFrom('reload', 'load', 'freeze', 'thaw', 'fill', 'room') },
  ),
  tab: fc.nat({ max: 2 }),
  item: fc.constantFrom('a', 'b', 'c'),
  /** How the clock goes on before it, in milliseconds; it may be set back. */
  clock: fc.constantFrom(0, 0, 1, 1000, -5000),
});
type Turn = typeof anyTurn extends fc.Arbitrary<infer T> ? T : never;
const anySchedule = fc.array(anyTurn, { minLength: 5, maxLength: 40 });

let browser: FakeBrowser;
let tabs: StoresTab[];
let run: string;
/** Ids of all events that a tab took, and that were not given up with an unsaved page. */
let taken: string[];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00+08:00'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function begin(): Promise<void> {
  browser = new FakeBrowser();
  tabs = [await openLoaded(browser), await openLoaded(browser), await openLoaded(browser)];
  run = startIn(tabs[0] as StoresTab);
  taken = eventsIn(tabs[0] as StoresTab, run).map(({ id }) => id);
  browser.deliver();
}

const isSaved = (tab: StoresTab) =>
  tab.do(({ $storageHealth }) => $storageHealth.get().unsaved) === 0;

async function take({ what, tab: index, item, clock }: Turn): Promise<void> {
  vi.setSystemTime(Date.now() + clock);
  const tab = tabs[index] as StoresTab;
  const add = (event: Parameters<typeof addIn>[2]) => {
    const id = addIn(tab, run, event);
    if (id) taken.push(id);
    return id;
  };
  switch (what) {
    case 'tick':
      return void add(tick(item));
    case 'untick':
      return void add(untick(item));
    case 'undo':
      return void add(undo(statesIn(tab)[run]?.lastEvent ?? 'none'));
    case 'accept':
      return void add({ kind: 'accept', text: 't2', renamed: { a: 'b' }, reworded: ['c'] });
    case 'hear one':
      return tab.catchUp(1);
    case 'hear some':
      return tab.catchUp();
    case 'all hear':
      return browser.deliver();
    case 'load':
      return tab.do(({ loadRuns }) => loadRuns());
    case 'freeze':
      return tab.freeze();
    case 'thaw':
      return tab.thaw();
    case 'fill':
      return browser.fill();
    case 'room':
      browser.capacity = Infinity;
      return;
    case 'reload':
      if (!isSaved(tab)) return; // the page says that this would lose something
      tab.close();
      tabs[index] = await openLoaded(browser);
      return;
    default:
      return void add(life(what as 'finish'));
  }
}

/** There is room again, every page is back, saves what waits and hears of the others. */
function settle(): void {
  browser.capacity = Infinity;
  for (const tab of tabs) {
    tab.thaw();
    tab.do(({ retryUnsaved }) => retryUnsaved());
  }
  browser.deliver();
}

describe('tabs that do anything in any order', () => {
  test('all end in the same state as a new one, and every event is there', async () => {
    await fc.assert(
      fc.asyncProperty(anySchedule, async (schedule) => {
        await begin();
        for (const turn of schedule) await take(turn);
        settle();
        const fresh = await openLoaded(browser);
        const ids = eventsIn(fresh, run).map(({ id }) => id);
        expect([...ids].sort()).toEqual([...taken].sort());
        for (const tab of tabs) {
          expect(eventsIn(tab, run)).toEqual(eventsIn(fresh, run));
          expect(statesIn(tab)).toEqual(statesIn(fresh));
          expect(isSaved(tab)).toBe(true);
        }
        expect(browser.keys('khb:aside:')).toEqual([]);
        // An open run is found without reading what is packed away.
        const opened = await openStores(browser);
        opened.do(({ loadRuns }) => loadRuns('open'));
        if (statesIn(fresh)[run]?.status === 'open') {
          expect(statesIn(opened)).toEqual(statesIn(fresh));
        }
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  test('never bring a run back that one of them erased', async () => {
    await fc.assert(
      fc.asyncProperty(anySchedule, anySchedule, fc.nat({ max: 2 }), async (before, after, by) => {
        await begin();
        for (const turn of before) await take(turn);
        (tabs[by] as StoresTab).do(({ eraseRun }) => eraseRun(run));
        taken = [];
        for (const turn of after) {
          // A page that is full of what it cannot save may be reloaded as well.
          await take(turn);
        }
        settle();
        expect(taken).toEqual([]);
        expect(browser.keys()).toEqual([]);
        for (const tab of tabs) expect(statesIn(tab)).toEqual({});
      }),
      { numRuns: 100 },
    );
  }, 30_000);
});

test('200 ticks of two tabs at the same moment are all there', async () => {
  await begin();
  const [a, b] = tabs as [StoresTab, StoresTab];
  for (let n = 0; n < 100; n += 1) {
    addIn(a, run, tick(`a${n}`));
    addIn(b, run, tick(n % 2 ? `b${n}` : `a${n}`));
  }
  browser.deliver();
  const fresh = await openLoaded(browser);
  expect(eventsIn(fresh, run)).toHaveLength(201);
  expect(statesIn(fresh)[run]?.marks.size).toBe(150);
  expect(statesIn(a)).toEqual(statesIn(fresh));
  expect(statesIn(b)).toEqual(statesIn(fresh));
});
