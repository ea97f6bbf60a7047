/** Loading the open runs alone: what is packed away is not even read. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../fixtures/browser.ts';
import { life, START, event, tick, undo } from '../fixtures/events.ts';
import {
  addIn,
  eventsIn,
  markedIn,
  openLoaded,
  openStores,
  startIn,
  statesIn,
  type StoresTab,
} from '../fixtures/stores.ts';
import { packRun } from '../../../src/progress/runs/packed.ts';

let browser: FakeBrowser;
let tab: StoresTab;
let open: string;
let finished: string;

beforeEach(async () => {
  browser = new FakeBrowser();
  const earlier = await openLoaded(browser);
  open = startIn(earlier, [tick('a')]);
  finished = startIn(earlier, [tick('a'), life('finish')]);
  startIn(earlier, [life('remove')]);
  tab = await openStores(browser);
});

const load = (which: 'open' | 'all') => tab.do(({ loadRuns }) => loadRuns(which));

test('reads no packed run and finds the open ones', () => {
  const reads = vi.spyOn(browser.storage, 'getItem');
  load('open');
  const names = reads.mock.calls.map(([key]) => key);
  expect(names.filter((key) => browser.keys('khb:done:').includes(key))).toEqual([]);
  expect(names.filter((key) => key.startsWith('khb:run:'))).toHaveLength(2);
  expect(Object.keys(statesIn(tab))).toEqual([open]);
});

test('finds a run that was reopened, with what is packed of it', () => {
  load('all');
  addIn(tab, finished, life('reopen'));
  load('open');
  expect(statesIn(tab)[finished]?.status).toBe('open');
  expect(markedIn(tab, finished)).toEqual(['1:a']);
});

test('does not forget the others once all were asked for', () => {
  load('all');
  load('open');
  expect(Object.keys(statesIn(tab))).toHaveLength(3);
});

describe('an event for a run that is packed away', () => {
  test.each(['open', undefined] as const)('comes after its others (loaded: %s)', async (which) => {
    if (which) load(which);
    vi.useFakeTimers({ now: 1000, toFake: ['Date'] }); // the clock was set back
    addIn(tab, finished, life('reopen'));
    vi.useRealTimers();
    expect(statesIn(tab)[finished]?.status).toBe('open');
    expect(eventsIn(tab, finished).map(({ kind }) => kind)).toEqual([
      'start',
      'tick',
      'finish',
      'reopen',
    ]);
    const again = await openLoaded(browser);
    expect(eventsIn(again, finished)).toEqual(eventsIn(tab, finished));
  });

  test('packs it again when it is finished or put away', () => {
    load('open');
    addIn(tab, finished, life('archive'));
    expect(browser.keys(`khb:run:${finished}:`)).toEqual([]);
    expect(statesIn(tab)[finished]?.status).toBe('archived');
    expect(eventsIn(tab, finished)).toHaveLength(4);
  });

  test('takes back what was done last before it was packed', () => {
    load('open');
    const finish = tab.do(({ eventsOf }) => eventsOf(finished)).at(-1)?.id ?? '';
    addIn(tab, finished, undo(finish));
    expect(statesIn(tab)[finished]?.status).toBe('open');
  });

  test('in another tab shows the run whole', async () => {
    load('open');
    const other = await openLoaded(browser);
    addIn(other, finished, life('reopen'));
    browser.deliver();
    expect(statesIn(tab)).toEqual({
      [open]: statesIn(other)[open],
      [finished]: statesIn(other)[finished],
    });
  });

  test('is refused where nothing is stored of it', () => {
    load('open');
    browser.storage.removeItem(`khb:done:${finished}`);
    expect(addIn(tab, finished, life('reopen'))).toBeUndefined();
    expect(browser.keys(`khb:run:${finished}`)).toEqual([]);
  });
});

describe('a run that is finished elsewhere', () => {
  test('stays on the screen, and is packed under one key', async () => {
    load('open');
    const other = await openLoaded(browser);
    addIn(other, open, life('finish'));
    browser.deliver();
    expect(statesIn(tab)[open]?.status).toBe('finished');
    expect(browser.keys(`khb:run:${open}:`)).toEqual([]);
  });

  test('is not packed over a reopening that this tab has not heard of', async () => {
    load('all');
    const other = await openLoaded(browser);
    addIn(other, finished, life('reopen'));
    addIn(tab, finished, life('archive')); // still holds it for finished
    const again = await openStores(browser);
    again.do(({ loadRuns }) => loadRuns('open'));
    expect(statesIn(again)[finished]?.status).toBe('open');
  });
});

test('times at the end of what a date can tell take further events', async () => {
  const last = event('e0', 8.64e15, START);
  browser.storage.setItem('khb:run:r:e0', JSON.stringify(last));
  load('open');
  addIn(tab, 'r', tick('a'));
  const again = await openLoaded(browser);
  expect(markedIn(again, 'r')).toEqual(['1:a']);
  expect(browser.keys('khb:aside:')).toEqual([]);
});

test('a packed run of the first version is read, and is packed anew in today’s form', () => {
  const events = [event('e0', 1, START), event('e1', 2, tick('a')), event('e2', 3, life('finish'))];
  browser.storage.setItem('khb:done:old', JSON.stringify({ v: 1, events }));
  load('all');
  expect(eventsIn(tab, 'old')).toEqual(events);
  addIn(tab, 'old', life('archive'));
  const packed = JSON.parse(browser.contents['khb:done:old'] ?? '{}') as unknown;
  expect(packed).toEqual(packRun({ events: eventsIn(tab, 'old'), foreign: [] }));
  expect(packed).toMatchObject({ v: 2 });
});
