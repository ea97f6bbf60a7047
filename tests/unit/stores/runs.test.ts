import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunEvent } from '../../../src/progress/runs/event.ts';
import { foldRun } from '../../../src/progress/runs/fold.ts';
import { unpackRun } from '../../../src/progress/runs/packed.ts';
import { FakeBrowser, type Tab } from '../fixtures/browser.ts';
import { choose, event, life, START, tick, undo } from '../fixtures/events.ts';
import { loadRunStores } from '../fixtures/stores.ts';
import { reviewTemplate } from '../fixtures/template.ts';

type RunsModule = Awaited<ReturnType<typeof loadRunStores>>;

const HASH = 'abc123';
const TEXT_KEY = `khb:text:${HASH}`;
const NAME = { code: '2026-031', startedOn: '2026-11-23' };
const NOW = new Date('2026-11-23T09:00:00+08:00');

let browser: FakeBrowser;
let tab: Tab<RunsModule>;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  browser = new FakeBrowser();
  tab = await browser.openTab(loadRunStores);
});

afterEach(() => {
  vi.useRealTimers();
});

const start = (where = tab, hash = HASH) =>
  where.do(({ startRun }) => startRun(reviewTemplate(), hash, NAME));
const add = (run: string, what: Parameters<RunsModule['append']>[1], where = tab) =>
  where.do(({ append }) => append(run, what) ?? '');
const erase = (run: string, where = tab) => where.do(({ eraseRun }) => eraseRun(run));
const runsIn = (where = tab) => where.do(({ $runs }) => $runs.get());
const eventsIn = (run: string, where = tab) => runsIn(where)[run] ?? [];
const kindsIn = (run: string, where = tab) => eventsIn(run, where).map(({ kind }) => kind);
const stateIn = (run: string, where = tab) => foldRun(eventsIn(run, where));
/** Opens the site anew, as on the next day. */
const openAgain = async () => {
  const again = await browser.openTab(loadRunStores);
  again.do(({ loadRuns }) => loadRuns());
  return again;
};

describe('starting', () => {
  test('freezes the text under its hash and writes the start event', () => {
    const run = start();
    expect(run).toMatch(/^[a-z0-9]{16}$/);
    expect(browser.keys('khb:text:')).toEqual([TEXT_KEY]);
    expect(browser.keys('khb:run:')).toHaveLength(1);
    expect(browser.keys(`khb:run:${run}:`)).toHaveLength(1);
    expect(stateIn(run)).toMatchObject({
      ...NAME,
      workflow: 'agency/workflows/win-new-client',
      text: HASH,
      status: 'open',
      startedAt: +NOW,
    });
  });

  test('gives every run an id of its own', () => {
    const ids = Array.from({ length: 50 }, () => start());
    expect(new Set(ids).size).toBe(50);
  });

  test('shares the frozen text among the runs that began with it', () => {
    start();
    start();
    start(tab, 'def456');
    expect(browser.keys('khb:text:')).toEqual([TEXT_KEY, 'khb:text:def456']);
  });

  test('writes the text again when what is stored under its hash cannot be read', () => {
    browser.storage.setItem(TEXT_KEY, '{');
    start();
    expect(tab.do(({ readTemplate }) => readTemplate(HASH))).toEqual(reviewTemplate());
  });

  test('is found again when the site is opened anew', async () => {
    const run = start();
    add(run, tick('a'));
    const again = await openAgain();
    expect(eventsIn(run, again)).toEqual(eventsIn(run));
    expect(again.do(({ readTemplate }) => readTemplate(HASH))).toEqual(reviewTemplate());
  });
});

describe('adding events', () => {
  test('keeps one key for each event while the run is open', () => {
    const run = start();
    add(run, tick('a'));
    const last = add(run, choose('review', 'pass'));
    expect(browser.keys('khb:run:')).toHaveLength(3);
    expect(JSON.parse(browser.storage.getItem(`khb:run:${run}:${last}`) ?? '')).toEqual({
      v: 1,
      id: last,
      at: +NOW + 2,
      ...choose('review', 'pass'),
    });
  });

  test('keeps their order within one millisecond and when the clock is set back', () => {
    const run = start();
    const ids = [add(run, tick('a')), add(run, tick('b'))];
    vi.setSystemTime(+NOW - 3_600_000);
    ids.push(add(run, tick('c')));
    expect(
      eventsIn(run)
        .slice(1)
        .map(({ id }) => id),
    ).toEqual(ids);
  });

  test('uses the present moment once the clock has gone on', () => {
    const run = start();
    vi.setSystemTime(+NOW + 60_000);
    add(run, tick('a'));
    expect(eventsIn(run).at(-1)?.at).toBe(+NOW + 60_000);
  });

  test('takes an event back by its id', () => {
    const run = start();
    const id = add(run, tick('a'));
    expect(stateIn(run)?.marks.size).toBe(1);
    add(run, undo(id));
    expect(stateIn(run)?.marks.size).toBe(0);
  });

  test('leaves other runs alone', () => {
    const [run, other] = [start(), start()];
    add(run, tick('a'));
    expect(kindsIn(other)).toEqual(['start']);
  });

  test('to a run that is not loaded still keeps one key each', async () => {
    const run = start();
    const again = await browser.openTab(loadRunStores);
    add(run, tick('a'), again);
    expect(browser.keys(`khb:run:${run}:`)).toHaveLength(2);
    expect(browser.keys('khb:done:')).toEqual([]);
  });
});

/** What was set aside under a name. */
function asideText(name: string): unknown {
  return JSON.parse(browser.storage.getItem(`khb:aside:${name}`) ?? '{}').text;
}

describe('finishing', () => {
  test('puts all events under one key and removes their own', () => {
    const run = start();
    add(run, tick('a'));
    add(run, life('finish'));
    expect(browser.keys('khb:run:')).toEqual([]);
    expect(browser.keys('khb:done:')).toEqual([`khb:done:${run}`]);
    const packed: unknown = JSON.parse(browser.storage.getItem(`khb:done:${run}`) ?? '');
    expect(unpackRun(packed)).toEqual({ events: eventsIn(run), foreign: [] });
    expect(stateIn(run)?.status).toBe('finished');
  });

  test('is found again when the site is opened anew', async () => {
    const run = start();
    add(run, tick('a'));
    add(run, life('finish'));
    expect(eventsIn(run, await openAgain())).toEqual(eventsIn(run));
  });

  test('a removed run is compacted as well', () => {
    const run = start();
    add(run, life('remove'));
    expect(browser.keys('khb:run:')).toEqual([]);
    expect(stateIn(run)?.status).toBe('removed');
  });

  test('after reopening, events have their own keys again beside the compacted ones', async () => {
    const run = start();
    add(run, tick('a'));
    add(run, life('finish'));
    add(run, life('reopen'));
    add(run, tick('b'));
    expect(browser.keys(`khb:run:${run}:`)).toHaveLength(2);
    const again = await openAgain();
    expect(stateIn(run, again)?.status).toBe('open');
    expect(kindsIn(run, again)).toEqual(['start', 'tick', 'finish', 'reopen', 'tick']);
  });

  test('again puts everything under one key, earlier events included', async () => {
    const run = start();
    for (const what of [tick('a'), life('finish'), life('reopen'), tick('b'), life('finish')]) {
      add(run, what);
    }
    expect(browser.keys('khb:run:')).toEqual([]);
    const again = await openAgain();
    expect(kindsIn(run, again)).toEqual(['start', 'tick', 'finish', 'reopen', 'tick', 'finish']);
    expect(stateIn(run, again)?.status).toBe('finished');
  });

  test('taking the reopening back compacts the run again', () => {
    const run = start();
    add(run, life('finish'));
    const reopened = add(run, life('reopen'));
    add(run, undo(reopened));
    expect(stateIn(run)?.status).toBe('finished');
    expect(browser.keys('khb:run:')).toEqual([]);
  });

  test('a removed run that is restored is open again', async () => {
    const run = start();
    add(run, life('remove'));
    add(run, life('restore'));
    expect(stateIn(run, await openAgain())?.status).toBe('open');
  });

  test('leaves what a later version of the site wrote where it is', () => {
    const run = start();
    const foreign = JSON.stringify({ v: 2, id: 'x', at: 1, kind: 'sign', by: '总监' });
    browser.storage.setItem(`khb:run:${run}:x`, foreign);
    browser.storage.setItem(`khb:run:${run}:y`, '{');
    add(run, life('finish'));
    expect(browser.keys('khb:run:')).toEqual([`khb:run:${run}:x`]);
    expect(browser.storage.getItem(`khb:run:${run}:x`)).toBe(foreign);
    expect(asideText(`run:${run}:y`)).toBe('{');
    expect(stateIn(run)?.status).toBe('finished');
  });

  test('keeps compacted events that it does not understand', () => {
    const run = start();
    add(run, life('finish'));
    const foreign = { v: 2, id: 'x', at: 1, kind: 'sign' };
    const events = [...eventsIn(run), foreign];
    browser.storage.setItem(`khb:done:${run}`, JSON.stringify({ v: 1, events }));
    add(run, life('reopen'));
    add(run, life('finish'));
    const packed: unknown = JSON.parse(browser.storage.getItem(`khb:done:${run}`) ?? '');
    expect(unpackRun(packed)).toEqual({ events: eventsIn(run), foreign: [foreign] });
    expect(browser.keys('khb:run:')).toEqual([]);
  });

  test('does not write over compacted events that it cannot read', () => {
    const run = start();
    const newer = '{"v":3,"log":"…"}';
    browser.storage.setItem(`khb:done:${run}`, newer);
    add(run, life('finish'));
    expect(browser.storage.getItem(`khb:done:${run}`)).toBe(newer);
    expect(browser.keys(`khb:run:${run}:`)).toHaveLength(2);
    expect(stateIn(run)?.status).toBe('finished');
  });

  test('does not remove an event that another tab writes in the meantime', () => {
    const run = start();
    const late = event('late', +NOW + 50, tick('b'));
    tab.do(({ $runs }) => {
      // What this tab does not know yet arrives while it is compacting.
      const { setItem } = browser.storage;
      const spy = vi.spyOn(browser.storage, 'setItem').mockImplementation((key, value) => {
        setItem.call(browser.storage, key, value);
        if (!key.startsWith('khb:done:')) return;
        spy.mockRestore();
        browser.storage.setItem(`khb:run:${run}:late`, JSON.stringify(late));
      });
      expect($runs.get()[run]).toHaveLength(1);
    });
    add(run, life('finish'));
    expect(browser.keys('khb:run:')).toEqual([`khb:run:${run}:late`]);
    tab.do(({ loadRuns }) => loadRuns());
    expect(eventsIn(run)).toContainEqual(late);
  });
});

describe('erasing', () => {
  test('takes the run out of the storage, and its text when no other run needs it', () => {
    const run = start();
    add(run, tick('a'));
    add(run, life('remove'));
    erase(run);
    expect(browser.keys()).toEqual([]);
    expect(runsIn()).toEqual({});
  });

  test('takes an open run out as well', () => {
    const run = start();
    add(run, tick('a'));
    erase(run);
    expect(browser.keys()).toEqual([]);
  });

  test('leaves the text to the runs that share it, until the last one goes', () => {
    const [run, other] = [start(), start()];
    erase(run);
    expect(browser.keys('khb:text:')).toEqual([TEXT_KEY]);
    expect(tab.do(({ readTemplate }) => readTemplate(HASH))).toBeDefined();
    expect(Object.keys(runsIn())).toEqual([other]);
    erase(other);
    expect(browser.keys()).toEqual([]);
  });

  test('leaves the text to a run that is finished, removed, or open in another tab', async () => {
    const [run, finished] = [start(), start()];
    add(finished, life('finish'));
    erase(run);
    expect(browser.keys('khb:text:')).toEqual([TEXT_KEY]);
    const otherTab = await browser.openTab(loadRunStores);
    const elsewhere = start(otherTab);
    browser.deliver();
    erase(finished);
    expect(browser.keys('khb:text:')).toEqual([TEXT_KEY]);
    expect(Object.keys(runsIn())).toEqual([elsewhere]);
  });

  test('leaves the texts of other workflows', () => {
    const run = start();
    start(tab, 'def456');
    erase(run);
    expect(browser.keys('khb:text:')).toEqual(['khb:text:def456']);
  });

  test('does nothing for a run that is not there', () => {
    const run = start();
    const before = browser.contents;
    erase('nowhere');
    expect(browser.contents).toEqual(before);
    expect(Object.keys(runsIn())).toEqual([run]);
  });

  test('leaves the marks of roles and the settings', () => {
    browser.storage.setItem('khb:mark:agency/roles/x#a@once', '{}');
    browser.storage.setItem('khb:set:theme', 'dark');
    erase(start());
    expect(browser.keys()).toEqual(['khb:mark:agency/roles/x#a@once', 'khb:set:theme']);
  });
});

describe('loading', () => {
  test('finds nothing in an empty storage', () => {
    tab.do(({ loadRuns }) => loadRuns());
    expect(runsIn()).toEqual({});
  });

  test('sets aside what it cannot read, and loads the rest', () => {
    const run = start();
    browser.storage.setItem(`khb:run:${run}:bad`, '{');
    browser.storage.setItem('khb:run:other:bad', '{"v":1,"kind":"tick"}');
    browser.storage.setItem('khb:done:third', '[]');
    browser.storage.setItem('khb:done:fourth', '"text"');
    tab.do(({ loadRuns }) => loadRuns());
    expect(kindsIn(run)).toEqual(['start']);
    expect(Object.keys(runsIn())).toEqual([run]);
    expect(asideText(`run:${run}:bad`)).toBe('{');
    expect(asideText('run:other:bad')).toBe('{"v":1,"kind":"tick"}');
    expect(asideText('done:third')).toBe('[]');
    expect(asideText('done:fourth')).toBe('"text"');
    expect(browser.keys('khb:run:')).toHaveLength(1);
  });

  test('joins single and compacted events, each once, also after a compaction broke off', () => {
    const first = event('e0', 1, START);
    const second = event('e1', 2, tick('a'));
    const third = event('e2', 3, life('finish'));
    browser.storage.setItem('khb:done:r', JSON.stringify({ v: 1, events: [first, second] }));
    browser.storage.setItem('khb:run:r:e1', JSON.stringify(second));
    browser.storage.setItem('khb:run:r:e2', JSON.stringify(third));
    tab.do(({ loadRuns }) => loadRuns());
    expect(eventsIn('r')).toEqual([first, second, third]);
  });

  test.each(['', '{', 'null', '{}', '{"v":2}', '7'])('takes %j for no template', (text) => {
    browser.storage.setItem(TEXT_KEY, text);
    expect(tab.do(({ readTemplate }) => readTemplate(HASH))).toBeUndefined();
  });

  test('scans the storage, ticking does not', () => {
    const run = start();
    const spy = vi.spyOn(Object, 'keys');
    add(run, tick('a'));
    tab.do(({ readTemplate }) => readTemplate(HASH));
    const scans = () => spy.mock.calls.filter(([what]) => what === browser.storage).length;
    expect(scans()).toBe(0);
    tab.do(({ loadRuns }) => loadRuns());
    expect(scans()).toBeGreaterThan(0);
    spy.mockRestore();
  });
});

describe('storage that fails', () => {
  test('keeps a run on the screen when it is full', async () => {
    browser.fill();
    const run = start();
    add(run, tick('a'));
    add(run, life('finish'));
    expect(stateIn(run)).toMatchObject({ status: 'finished' });
    expect(tab.do(({ readTemplate }) => readTemplate(HASH))).toEqual(reviewTemplate());
    tab.do(({ loadRuns }) => loadRuns());
    expect(kindsIn(run)).toEqual(['start', 'tick', 'finish']);
    expect(browser.keys()).toEqual([]);
  });

  test('keeps a run on the screen when it is blocked, and can erase it', () => {
    browser.block();
    const run = start();
    add(run, tick('a'));
    tab.do(({ loadRuns }) => loadRuns());
    expect(kindsIn(run)).toEqual(['start', 'tick']);
    erase(run);
    tab.do(({ loadRuns }) => loadRuns());
    expect(runsIn()).toEqual({});
  });

  test('loses no event when a finished run cannot be compacted', async () => {
    const run = start();
    add(run, tick('a'));
    const { setItem } = browser.storage;
    const spy = vi.spyOn(browser.storage, 'setItem').mockImplementation((key, value) => {
      if (key.startsWith('khb:done:')) throw new DOMException('…', 'QuotaExceededError');
      setItem.call(browser.storage, key, value);
    });
    add(run, life('finish'));
    spy.mockRestore();
    expect(browser.keys(`khb:run:${run}:`)).toHaveLength(3);
    expect(stateIn(run, await openAgain())?.status).toBe('finished');
  });
});

describe('two tabs', () => {
  let other: Tab<RunsModule>;
  let run: string;

  beforeEach(async () => {
    run = start();
    other = await openAgain();
    browser.deliver();
  });

  test('that write to one run at once lose nothing', async () => {
    add(run, tick('a'));
    add(run, tick('b'), other);
    const again = await openAgain();
    expect([...(stateIn(run, again)?.marks.keys() ?? [])].sort()).toEqual(['1:a', '1:b']);
  });

  test('hear of each other and come to the same state', () => {
    add(run, tick('a'));
    add(run, choose('review', 'pass'), other);
    browser.deliver();
    expect(eventsIn(run)).toHaveLength(3);
    expect(eventsIn(run)).toEqual(eventsIn(run, other));
    expect(stateIn(run)).toEqual(stateIn(run, other));
  });

  test('come to the same state whichever of them finishes the run', async () => {
    add(run, tick('a'));
    add(run, tick('b'), other);
    add(run, life('finish'), other); // does not know of the tick of a
    browser.deliver();
    expect(eventsIn(run)).toEqual(eventsIn(run, other));
    expect(browser.keys('khb:run:')).toEqual([]);
    const again = await openAgain();
    expect(kindsIn(run, again).sort()).toEqual(['finish', 'start', 'tick', 'tick']);
  });

  test('keep what one of them ticked after the other had finished the run', async () => {
    add(run, life('finish'));
    add(run, tick('b'), other); // has not heard of it
    browser.deliver();
    const again = await openAgain();
    expect(kindsIn(run, again).sort()).toEqual(['finish', 'start', 'tick']);
    expect(stateIn(run)).toEqual(stateIn(run, other));
  });

  test('hear of runs that begin, are reopened and are erased in the other one', () => {
    const second = start(other);
    browser.deliver();
    expect(kindsIn(second)).toEqual(['start']);
    add(second, life('remove'), other);
    browser.deliver();
    expect(stateIn(second)?.status).toBe('removed');
    add(second, life('restore'), other);
    browser.deliver();
    expect(stateIn(second)?.status).toBe('open');
    add(second, life('remove'), other);
    erase(second, other);
    browser.deliver();
    expect(Object.keys(runsIn())).toEqual([run]);
  });

  test('take no notice of what cannot be read', () => {
    const before = runsIn();
    other.do(() => {
      browser.storage.setItem(`khb:run:${run}:bad`, '{');
      browser.storage.setItem('khb:done:bad', '{');
    });
    browser.deliver();
    expect(runsIn()).toEqual(before);
  });
});

test('an event that arrives twice counts once', () => {
  const run = start();
  const [first] = eventsIn(run) as [RunEvent];
  tab.do(({ loadRuns }) => loadRuns());
  tab.do(({ loadRuns }) => loadRuns());
  expect(eventsIn(run)).toEqual([first]);
});
