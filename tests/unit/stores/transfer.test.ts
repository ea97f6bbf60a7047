/** Export → erase → import, and an import that is taken back. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EXPORT_MAX_BYTES, readExport } from '../../../src/progress/records/export-file.ts';
import type { ImportPlan, StoredValues } from '../../../src/progress/records/import.ts';
import { FakeBrowser } from '../fixtures/browser.ts';
import { anyHappening } from '../fixtures/arbitrary-events.ts';
import { event, life, START, T0, tick } from '../fixtures/events.ts';
import {
  addIn,
  asideText,
  HASH,
  markedIn,
  openLoaded,
  openStores,
  startIn,
  statesIn,
  type StoresTab,
} from '../fixtures/stores.ts';
import { MARK, openRun, packedRun, stored, template } from '../fixtures/stored.ts';

let browser: FakeBrowser;
let tab: StoresTab;

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await openLoaded(browser);
});

const exportFrom = (where: StoresTab) => where.do(({ exportEverything }) => exportEverything(1000));
function valuesIn(text: string): StoredValues {
  const file = readExport(text);
  if (typeof file === 'string') throw new Error(file);
  return new Map(Object.entries(file.values));
}
const plan = (values: StoredValues, where = tab): ImportPlan =>
  where.do(({ planFor }) => planFor(values));
const importInto = (values: StoredValues, where = tab) =>
  where.do(({ planFor, applyImport }) => applyImport(planFor(values)));
const undo = (what: ReturnType<typeof importInto>, where = tab) =>
  where.do(({ undoImport }) => undoImport(what));
const eraseAll = (where = tab) => where.do(({ eraseEverything }) => eraseEverything());
const put = (values: StoredValues) => {
  for (const [name, text] of values) browser.storage.setItem(`khb:${name}`, text);
};

function contentsBut(...keys: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(browser.contents).filter(([key]) => !keys.includes(key)),
  );
}

/** Everything that is stored, but for the time of the export itself. */
function contents(): Record<string, string> {
  return contentsBut('khb:set:exported');
}

test('a thousand finished runs of twenty-five steps fit into a file, and come in again', () => {
  const steps = Array.from({ length: 25 }, (_, n) => tick(`a-step-with-a-name-${n}`));
  for (let run = 0; run < 1_000; run += 1) {
    const events = [START, ...steps, life('finish')].map((what, n) =>
      event(`${run}`.padStart(10, 'r') + `${n}`.padStart(6, 'e'), T0 + n * 3_600_000, what),
    );
    put(packedRun(`run-${run}`, events));
  }
  const before = browser.contents;
  const text = exportFrom(tab);
  // As a locked file is written: half as much again.
  expect(new TextEncoder().encode(text).length * 1.5).toBeLessThan(EXPORT_MAX_BYTES);
  eraseAll();
  expect(browser.keys('khb:done:')).toEqual([]);
  importInto(valuesIn(text));
  expect(browser.keys('khb:done:')).toHaveLength(1_000);
  expect(contents()).toEqual(before);
});

test('what a browser was told, and when it exported, goes nowhere else', () => {
  tab.do(({ noteExport, noteChatNoteRead }) => {
    noteExport(1000);
    noteChatNoteRead(1000);
  });
  expect([...valuesIn(exportFrom(tab)).keys()]).toEqual([]);
  const foreign = new Map([
    ['set:exported', '5'],
    ['set:chat', '5'],
  ]);
  eraseAll();
  expect(plan(foreign).writes.size).toBe(0);
  importInto(foreign);
  expect(browser.contents).toEqual({});
});

describe('exporting, erasing and importing', () => {
  const anyStored = fc
    .record({
      mark: fc.record({ v: fc.constant(1), done: fc.boolean(), at: fc.integer({ min: 0 }) }),
      theme: fc.string({ unit: 'binary' }),
      aside: fc.string({ unit: 'binary' }),
      foreign: fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1, maxLength: 2 }),
      newer: fc.integer({ min: 3, max: 9 }),
    })
    .map(({ mark, theme, aside, foreign, newer }) =>
      stored({
        [MARK]: mark,
        'set:theme': theme,
        'set:role': 'agency/roles/x',
        'aside:run:r:e': aside,
        'aside:done:备 份~2': aside,
        'text:newer': { v: newer, all: 'different' },
        'done:newer': { v: newer, log: theme },
        'run:open:newer': { v: newer, id: 'newer', at: 1, kind: 'sign', by: theme },
        'done:old': { v: 1, events: [event('s', 1, START), event('f', 2, life('finish'))] },
        'done:foreign': {
          v: 2,
          t: 5,
          rows: [
            ['s', 0, 'start', 'a/b/c', 't', '1', '2026-11-23'],
            ['f', 1, 'finish'],
          ],
          foreign,
        },
        'run:foreign:t': event('t', 9, tick('a')),
      }),
    );
  const anyRuns = fc.array(fc.array(anyHappening, { maxLength: 8 }), { maxLength: 4 });

  test('gives every stored value back as it was, and every run as it stood', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRuns,
        fc.subarray([...Array(11).keys()]),
        anyStored,
        async (runs, which, values) => {
          browser = new FakeBrowser();
          tab = await openLoaded(browser);
          for (const happenings of runs) startIn(tab, happenings);
          put(new Map([...values].filter((_, index) => which.includes(index))));
          tab.do(({ loadRuns }) => loadRuns());
          const [before, states] = [contents(), statesIn(tab)];
          const file = exportFrom(tab);
          eraseAll();
          expect([browser.keys(), statesIn(tab)]).toEqual([[], {}]);

          const planned = plan(valuesIn(file));
          const fates = [...planned.runs, ...planned.others].map(({ fate }) => fate);
          expect(fates.filter((fate) => fate !== 'new')).toEqual([]);
          importInto(valuesIn(file));
          expect(contents()).toEqual(before);
          tab.do(({ loadRuns }) => loadRuns());
          expect(statesIn(tab)).toEqual(states);

          const again = plan(valuesIn(file));
          expect([...again.runs, ...again.others].filter(({ fate }) => fate !== 'same')).toEqual(
            [],
          );
          expect(again.writes.size).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  test('carries over what could only be kept in memory', () => {
    browser.block();
    const run = startIn(tab, [tick('a')]);
    const file = exportFrom(tab);
    browser.unblock();
    eraseAll();
    importInto(valuesIn(file));
    expect(browser.keys('khb:run:')).toHaveLength(2);
    expect(markedIn(tab, run)).toEqual(['1:a']);
  });

  test('does not carry over when this browser last exported', () => {
    exportFrom(tab);
    tab.do(({ noteExport }) => noteExport(1000));
    expect(valuesIn(exportFrom(tab)).has('set:exported')).toBe(false);
    importInto(stored({ 'set:exported': '9000000000000' }));
    expect(tab.do(({ lastExport }) => lastExport())).toBe(1000);
  });

  test('of one run carries its events and its texts, whether or not it is loaded', async () => {
    const run = startIn(tab, [tick('a'), life('finish')]);
    startIn(tab, [], 'def456');
    const other = await openStores(browser);
    other.do(({ loadRuns }) => loadRuns('open'));
    const values = other.do(({ runValues }) => runValues(run));
    expect([...values.keys()].sort()).toEqual([`done:${run}`, `text:${HASH}`]);
  });
});

describe('an import', () => {
  test('is heard of by other tabs', async () => {
    const other = await openLoaded(browser);
    importInto(openRun('r', [event('e0', 1, START), event('e1', 2, tick('a'))]));
    importInto(packedRun('s', [event('e0', 1, START), event('e1', 2, life('finish'))]));
    browser.deliver();
    expect(statesIn(other)).toEqual(statesIn(tab));
    expect(Object.keys(statesIn(other)).sort()).toEqual(['r', 's']);
  });

  test('that was shown before another tab ticked does not overwrite that tick', async () => {
    const other = await openLoaded(browser);
    const run = startIn(tab, [tick('a')]);
    addIn(tab, run, life('finish'));
    browser.deliver();
    const file = valuesIn(exportFrom(tab));
    addIn(tab, run, life('reopen'));
    browser.deliver();
    const shown = plan(new Map([...file, [MARK, '{"v":1,"done":true,"at":5}']]));
    addIn(other, run, tick('b'));
    addIn(other, run, life('finish'));
    other.do(({ writeValue }) => writeValue(MARK, '{"v":1,"done":false,"at":6}'));
    tab.do(({ applyImport }) => applyImport(shown));
    browser.deliver();
    const fresh = await openLoaded(browser);
    expect(markedIn(fresh, run)).toEqual(['1:a', '1:b']);
    expect(browser.contents[`khb:${MARK}`]).toContain('"at":6');
  });

  test('sets aside what is damaged here before it takes its place', () => {
    put(stored({ [MARK]: '{', [`text:${HASH}`]: '[' }));
    const before = browser.contents;
    const mark = '{"v":1,"done":true,"at":5}';
    const done = importInto(stored({ [MARK]: mark, [`text:${HASH}`]: template() }));
    expect(browser.contents[`khb:${MARK}`]).toBe(mark);
    expect([asideText(browser, MARK), asideText(browser, `text:${HASH}`)]).toEqual(['{', '[']);
    expect(undo(done)).toBe(0);
    expect(browser.contents).toEqual(before);
  });

  test('into a full storage removes nothing that is stored, and says that it is not saved', () => {
    const events = [event('e0', 1, START), event('e1', 2, tick('a'))];
    put(openRun('r', events));
    tab.do(({ loadRuns }) => loadRuns());
    const before = browser.contents;
    browser.fill();
    importInto(packedRun('r', [...events, event('e2', 3, life('finish'))]));
    expect(browser.contents).toEqual(before);
    expect(tab.do(({ $storageHealth }) => $storageHealth.get().state)).toBe('full');
    expect(statesIn(tab)['r']?.status).toBe('finished');
    browser.capacity = Infinity;
    tab.do(({ retryUnsaved }) => retryUnsaved());
    tab.do(({ loadRuns }) => loadRuns());
    expect(statesIn(tab)['r']?.status).toBe('finished');
  });
});

describe('taking an import back', () => {
  const events = [event('e0', 1, START), event('e1', 2, tick('a')), event('e2', 3, life('finish'))];
  const file = new Map([
    ...openRun('new', events.slice(0, 2)),
    ...packedRun('done', events),
    ...stored({
      [MARK]: { v: 1, done: true, at: 5 },
      'set:theme': 'dark',
      'text:abc123': template(),
    }),
  ]);

  test.each<[string, StoredValues]>([
    ['nothing', new Map()],
    ['an earlier mark', stored({ [MARK]: { v: 1, done: false, at: 4 } })],
    ['the run, open', openRun('done', events.slice(0, 2))],
    ['the run, packed, with more', packedRun('done', [...events, event('x', 9, life('archive'))])],
    ['a later event of it', openRun('new', [event('z', 99, tick('b'))])],
    ['all of it', file],
  ])('leaves what was here before: %s', (_, here) => {
    put(new Map([...here, ['text:abc123', template()]]));
    tab.do(({ loadRuns }) => loadRuns());
    const [before, states] = [browser.contents, statesIn(tab)];
    const done = importInto(file);
    expect(undo(done)).toBe(0);
    expect(browser.contents).toEqual(before);
    expect(statesIn(tab)).toEqual(states);
  });

  test('reaches other tabs', async () => {
    put(openRun('done', events.slice(0, 2)));
    tab.do(({ loadRuns }) => loadRuns());
    const other = await openLoaded(browser);
    const states = statesIn(tab);
    const done = importInto(file);
    browser.deliver();
    expect(statesIn(other)['done']?.status).toBe('finished');
    undo(done);
    browser.deliver();
    expect(statesIn(other)).toEqual(states);
  });

  test('leaves a run whole, with its text, that was gone on with since', () => {
    const done = importInto(file);
    addIn(tab, 'new', tick('b'));
    expect(undo(done)).toBe(2);
    expect(browser.keys('khb:run:new:')).toHaveLength(3);
    expect(browser.keys('khb:text:')).toEqual(['khb:text:abc123']);
    expect(markedIn(tab, 'new')).toEqual(['1:a', '1:b']);
    expect(browser.keys('khb:done:')).toEqual([]);
  });

  test('leaves a run that was finished or reopened since', () => {
    const done = importInto(file);
    addIn(tab, 'new', life('finish'));
    addIn(tab, 'done', life('reopen'));
    const runs = contentsBut(`khb:${MARK}`, 'khb:set:theme');
    expect(undo(done)).toBe(3);
    expect(contents()).toEqual(runs);
  });

  test('leaves a text that another run began with since', () => {
    const done = importInto(stored({ 'text:abc123': template() }));
    startIn(tab);
    expect(undo(done)).toBe(0);
    expect(browser.keys('khb:text:')).toEqual(['khb:text:abc123']);
  });

  test('leaves marks and settings that were changed since, and those erased', () => {
    const done = importInto(file);
    vi.useFakeTimers({ now: 1000, toFake: ['Date'] });
    tab.do(({ writeValue }) => writeValue('set:theme', 'light'));
    tab.do(({ writeValue }) => writeValue(MARK, undefined));
    vi.useRealTimers();
    expect(undo(done)).toBe(2);
    expect(browser.contents).toEqual({ 'khb:set:theme': 'light' });
  });

  test('twice does no more', () => {
    const done = importInto(file);
    undo(done);
    startIn(tab, [], 'other1');
    const before = browser.contents;
    undo(done);
    expect(browser.contents).toEqual(before);
  });
});
