/** Any text under any key: the rest loads, and the text is still there. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_FIELDS } from '../../../src/progress/runs/event.ts';
import { FakeBrowser } from '../fixtures/browser.ts';
import { anyRun } from '../fixtures/arbitrary-events.ts';
import { life, tick } from '../fixtures/events.ts';
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
import { reviewTemplate } from '../fixtures/template.ts';

const ROLE = 'agency/roles/x';
const DUTIES = [{ id: 'mail', cadence: 'once' }] as const;
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** JSON that is nearly right: a good value with one of its fields changed. */
const nearly = fc
  .tuple(
    fc.constantFrom<object>(
      { v: 1, id: 'e9', at: 5, kind: 'tick', step: 'a', round: 1 },
      { v: 1, done: true, at: 5 },
      { v: 2, t: 0, rows: [['e9', 5, 'tick', 'a', 1]] },
      { v: 1, events: [] },
      { v: 1, id: 'e9', at: 5, kind: 'read', ref: 'agency', rev: 1 },
      { v: 1, got: 5, receipt: { v: 1, l: ['a', 'b'], at: 5, refs: [], p: [], c: [], g: [] } },
      reviewTemplate(),
    ),
    fc.constantFrom('v', 'id', 'at', 'kind', 'rows', 'events', 'phases', 'done', '__proto__'),
    fc.jsonValue(),
  )
  .map(([value, key, other]) => JSON.stringify({ ...value, [key]: other }));

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.json(),
  nearly,
  anyRun.map((events) => JSON.stringify({ v: 1, events })),
  fc.constantFrom(
    deep(100_000),
    '\uFEFF{}',
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    Buffer.from('{"v":1,"备":1}', 'utf16le').toString('latin1'),
    '{"v":1e999}',
    '{"v":3}',
  ),
);

const anyId = fc.oneof(
  fc.stringMatching(/^[\w-]{1,12}$/),
  fc.constantFrom('__proto__', 'constructor', '', 'a:b', ' ', 'ä', ...Object.keys(EVENT_FIELDS)),
);
const anyName = fc.oneof(
  fc.tuple(anyId, anyId).map(([run, id]) => `run:${run}:${id}`),
  anyId.map((run) => `run:${run}`),
  anyId.map((run) => `done:${run}`),
  anyId.map((id) => `text:${id}`),
  fc.tuple(anyId, anyId).map(([id, period]) => `mark:${ROLE}#${id}@${period}`),
  fc.constant(`mark:${ROLE}#mail@once`),
  anyId.map((id) => `train:${id}`),
  fc.tuple(anyId, anyId).map(([device, id]) => `team:${device}@${id}`),
  fc.tuple(anyId, anyId).map(([a, b]) => `team:${a}+${b}`),
  fc.constant('set:learner'),
  anyId.map((id) => `set:${id}`),
  anyId.map((id) => `aside:run:${id}`),
);

const PER_TAB = 20;
const anyStorage = fc
  .array(fc.tuple(anyName, anyText), { minLength: PER_TAB, maxLength: PER_TAB })
  .map((entries) => new Map(entries));

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
});

afterEach(() => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

/** Reads everything that a page could read. */
function readAll(tab: StoresTab, names: Iterable<string>): void {
  tab.do((stores) => {
    stores.loadRuns('open');
    stores.loadRuns('all');
    for (const name of names) {
      if (name.startsWith('text:')) stores.readTemplate(name.slice('text:'.length));
    }
    const marks = stores.dutyMarkStore(ROLE, DUTIES);
    marks.loadCurrent(new Date());
    marks.loadAll();
    stores.lastExport();
    stores.learnerLabel();
    stores.$training.subscribe(() => undefined);
    stores.$team.subscribe(() => undefined);
    stores.allValues();
  });
}

/** The text is where it was, or set aside word for word. */
function isStillThere(name: string, text: string): boolean {
  if (browser.contents[`khb:${name}`] === text) return true;
  const aside = browser.keys(`khb:aside:${name}`).map((key) => browser.contents[key] ?? '');
  return aside.some((each) => each.includes(`"text":${JSON.stringify(text)}`));
}

describe('any text under any key', () => {
  test('does not throw, is not lost, and lets the rest load', async () => {
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(anyStorage, async (values) => {
        browser = new FakeBrowser();
        const first = await openLoaded(browser);
        const run = startIn(first, [tick('a')]);
        const done = startIn(first, [tick('b'), life('finish')]);
        for (const [name, text] of values) browser.storage.setItem(`khb:${name}`, text);
        const ours = statesIn(first);

        const tab = await openStores(browser);
        readAll(tab, values.keys());
        expect(statesIn(tab)).toMatchObject(ours);
        expect(tab.do(({ readTemplate }) => readTemplate(HASH))).toEqual(reviewTemplate());
        for (const [name, text] of values) expect(isStillThere(name, text)).toBe(true);

        // The page goes on working, and still overwrites nothing.
        addIn(tab, run, tick('c'));
        addIn(tab, run, life('finish'));
        expect(markedIn(tab, run)).toEqual(['1:a', '1:c']);
        expect(markedIn(tab, done)).toEqual(['1:b']);
        first.do(({ loadRuns }) => loadRuns());
        browser.deliver();
        for (const [name, text] of values) expect(isStillThere(name, text)).toBe(true);
        cases += values.size;

        // Reading it all again finds nothing new to set aside.
        const before = browser.contents;
        readAll(await openStores(browser), values.keys());
        expect(browser.contents).toEqual(before);
      }),
      { numRuns: 120 },
    );
    expect(cases).toBeGreaterThan(2000);
  }, 30_000);

  test('written by another tab does not throw in this one', async () => {
    const tab = await openLoaded(browser);
    const other = await openLoaded(browser);
    const run = startIn(tab, [tick('a')]);
    const marks = tab.do(({ dutyMarkStore }) => dutyMarkStore(ROLE, DUTIES));
    tab.do(() => marks.$marks.listen(() => undefined));
    browser.deliver();
    fc.assert(
      fc.property(anyName, anyText, (name, text) => {
        other.do(() => browser.storage.setItem(`khb:${name}`, text));
        browser.deliver();
        other.do(() => browser.storage.removeItem(`khb:${name}`));
        browser.deliver();
        expect(markedIn(tab, run)).toEqual(['1:a']);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});

describe('what is set aside', () => {
  const NAME = 'done:broken';
  const load = async () => {
    const tab = await openLoaded(browser);
    return {
      tab,
      unreadable: tab.do(({ $unreadable }) => $unreadable.get()),
    };
  };

  test('is told, once, and the value is gone from its place', async () => {
    browser.storage.setItem(`khb:${NAME}`, '{');
    const { tab, unreadable } = await load();
    expect(unreadable).toEqual({ damaged: [NAME], newer: [] });
    expect(asideText(browser, NAME)).toBe('{');
    expect(browser.keys()).toEqual([`khb:aside:${NAME}`]);
    tab.do(({ loadRuns }) => loadRuns());
    expect(tab.do(({ $unreadable }) => $unreadable.get())).toEqual(unreadable);
    expect((await load()).unreadable).toEqual({ damaged: [], newer: [] });
  });

  test('does not overwrite what was set aside before under the same name', async () => {
    for (const text of ['{', '[', '(']) {
      browser.storage.setItem(`khb:${NAME}`, text);
      await load();
    }
    expect(browser.keys()).toEqual(['', '~2', '~3'].map((n) => `khb:aside:${NAME}${n}`));
    expect(['', '~2', '~3'].map((n) => asideText(browser, NAME + n))).toEqual(['{', '[', '(']);
  });

  test('cannot be while the storage is full: then it stays, and is protected there', async () => {
    const text = `{${'x'.repeat(200)}`;
    browser.storage.setItem(`khb:mark:${ROLE}#mail@once`, text);
    browser.fill();
    const { tab } = await load();
    const marks = tab.do(({ dutyMarkStore }) => dutyMarkStore(ROLE, DUTIES));
    tab.do(() => marks.loadCurrent(new Date()));
    browser.capacity = Infinity;
    tab.do(() => marks.mark(DUTIES, true, new Date()));
    tab.do(({ retryUnsaved }) => retryUnsaved());
    expect(browser.contents).toEqual({ [`khb:mark:${ROLE}#mail@once`]: text });
    expect(marks.$marks.get()['mail@once']?.done).toBe(true);
    expect(tab.do(({ $storageHealth }) => $storageHealth.get())).toEqual({
      state: 'newer',
      unsaved: 1,
    });
    // On the next visit there is room.
    const again = await openStores(browser);
    readAll(again, []);
    expect(asideText(browser, `mark:${ROLE}#mail@once`)).toBe(text);
  });

  test('is not what a newer version wrote: that stays where it is, and is told apart', async () => {
    browser.storage.setItem(`khb:${NAME}`, '{"v":3}');
    const { unreadable } = await load();
    expect(unreadable).toEqual({ damaged: [], newer: [NAME] });
    expect(browser.contents).toEqual({ [`khb:${NAME}`]: '{"v":3}' });
  });
});
