/** What earlier versions stored is read by this one as by them, and nothing of it changes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inventoryOf } from '../../../src/progress/records/inventory.ts';
import { EVENT_FIELDS } from '../../../src/progress/runs/event.ts';
import { TRAINING_KINDS } from '../../../src/progress/training/event.ts';
import { runsAmong } from '../../../src/progress/records/import.ts';
import { unpackRun } from '../../../src/progress/runs/packed.ts';
import { unlock } from '../../../src/progress/records/passphrase.ts';
import { parseStorageName } from '../../../src/model/parse-storage-name.ts';
import { PERIOD_CADENCES } from '../../../src/model/period.ts';
import { newestDump, storedDumps, type Dump } from '../../support/stored-dumps.ts';
import { FakeBrowser } from '../fixtures/browser.ts';
import {
  kindsOfEvents,
  kindsOfTraining,
  markNames,
  openAllStores,
  plain,
  planCounts,
  readThrough,
  valuesIn,
  type AllStoresTab,
  type Json,
} from '../fixtures/stored-reading.ts';
import { inZone } from '../fixtures/zone.ts';

type JsonObject = Record<string, Json>;

/** What the version that wrote the dump, or the first one that kept it, read from it. */
interface Expected extends JsonObject {
  readonly now: number;
  readonly runs: Record<string, JsonObject>;
  readonly settings: JsonObject;
}

interface ExportFile {
  readonly passphrase?: string;
  readonly counts: Record<string, number>;
}

const read = <T>({ folder }: Dump, name: string) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

/** A browser in which a dump lies as it was stored. */
function browserWith({ storage }: Dump): FakeBrowser {
  const browser = new FakeBrowser();
  for (const [key, value] of Object.entries(storage)) browser.storage.setItem(key, value);
  return browser;
}

/** In the time zone in which all dumps were made. */
const readAll = (tab: AllStoresTab, browser: FakeBrowser, now: number) =>
  inZone('Asia/Shanghai', () => readThrough(tab, browser, new Date(now))) as JsonObject;

/** A state without the fields that came later and hold nothing. */
function asThen(state: Json | undefined, then: JsonObject): Json {
  const isEmpty = (value: Json) =>
    value === null || (typeof value === 'object' && Object.keys(value).length === 0);
  const fields = Object.entries((state ?? {}) as JsonObject);
  return Object.fromEntries(fields.filter(([name, value]) => name in then || !isEmpty(value)));
}

/** Expects each run to fold as it did, and no other run to be there. */
function expectRuns(runs: JsonObject, expected: Expected): void {
  expect(Object.keys(runs).sort()).toEqual(Object.keys(expected.runs).sort());
  for (const [run, then] of Object.entries(expected.runs)) {
    expect(asThen(runs[run], then), run).toEqual(then);
  }
}

describe.each(storedDumps())('what was stored on $name', (dump) => {
  const expected = read<Expected>(dump, 'expected.json');

  test('is read as it was then', async () => {
    const browser = browserWith(dump);
    const reading = readAll(await openAllStores(browser), browser, expected.now);
    const { now: _now, runs, settings, ...others } = expected;
    expect(Object.keys(runs).length).toBeGreaterThan(0);
    expectRuns(reading['runs'] as JsonObject, expected);
    expect(reading['settings']).toMatchObject(settings);
    expect(reading).toMatchObject(others);
    // Dumps from before there were any hold none.
    expect(reading['drafts']).toEqual(expected['drafts'] ?? {});
    expect(reading['occurrences']).toEqual(expected['occurrences'] ?? {});
    expect(reading['training']).toEqual(expected['training'] ?? {});
    for (const part of ['texts', 'marks', 'setAside', 'otherSites', 'unreadable', 'health']) {
      expect(reading[part], part).toEqual(expected[part]);
    }
  });

  test('does not change by being read, not by a character', async () => {
    const browser = browserWith(dump);
    const tab = await openAllStores(browser);
    readAll(tab, browser, expected.now);
    // The page of everything stored, and a look at what an export would hold.
    tab.do((stores) => {
      inventoryOf(stores.allValues());
      stores.planFor(stores.allValues());
      stores.retryUnsaved();
      stores.probeStorage();
      stores.takeFoundPhrase('/another/page/', expected.now);
      for (const run of Object.keys(stores.$runs.get())) stores.loadRun(run);
    });
    expect(browser.contents).toEqual(dump.storage);
  });

  test('is all of a kind that this version knows', () => {
    const values = new Map(
      Object.entries(dump.storage).flatMap(([key, value]) =>
        key.startsWith('khb:') ? [[key.slice('khb:'.length), value] as const] : [],
      ),
    );
    expect([...values.keys()].filter((name) => parseStorageName(name).kind === 'other')).toEqual(
      [],
    );
    expect(runsAmong(values).unreadable).toEqual([]);
    expect(inventoryOf(values).others).toEqual([]);
  });

  test('marks are found by the present names of duties that were renamed since', async () => {
    const browser = browserWith(dump);
    const tab = await openAllStores(browser);
    const names = markNames(browser.keys('khb:mark:'));
    expect(names.length).toBeGreaterThan(0);
    for (const { role, duty, period, cadence } of names) {
      const was = [`${role}#${duty}`];
      const marks = tab.do(({ dutyMarkStore }) => {
        const store = dutyMarkStore('key-accounts/roles/new-role', [
          { id: 'new-duty', cadence, was },
        ]);
        store.loadAll();
        return store.$marks.get();
      });
      const text = browser.storage.getItem(`khb:mark:${role}#${duty}@${period}`) ?? '';
      expect(marks[`new-duty@${period}`]).toEqual(JSON.parse(text));
    }
    expect(browser.contents).toEqual(dump.storage);
  });

  test('stays when work goes on: every open run and every duty takes another mark', async () => {
    const browser = browserWith(dump);
    const tab = await openAllStores(browser);
    tab.do(({ loadRuns }) => loadRuns('all'));
    const open = Object.entries(expected.runs).filter(([, { status }]) => status === 'open');
    expect(open.length).toBeGreaterThan(0);
    for (const [run] of open) {
      tab.do(({ append }) => append(run, { kind: 'tick', step: 'any', round: 9 }));
    }
    expect(browser.contents).toMatchObject(dump.storage);
    expect(browser.keys()).toHaveLength(Object.keys(dump.storage).length + open.length);
    const reading = readAll(await openAllStores(browser), browser, expected.now);
    for (const [run, then] of open) {
      const { marks } = (reading['runs'] as Record<string, JsonObject>)[run] ?? {};
      expect(marks).toMatchObject({ ...(then['marks'] as JsonObject), '9:any': { kind: 'done' } });
    }
  });

  test('stays when packed runs are packed anew', async () => {
    const browser = browserWith(dump);
    const tab = await openAllStores(browser);
    tab.do(({ loadRuns }) => loadRuns('all'));
    const heldBy = (key: string) => {
      const run = unpackRun(JSON.parse(browser.storage.getItem(key) ?? 'null'));
      return [...(run?.events ?? []), ...(run?.foreign ?? [])].map((each) => plain(each));
    };
    const packed = browser.keys('khb:done:').map((key) => [key, heldBy(key)] as const);
    expect(packed.length).toBeGreaterThan(1);
    for (const [key, before] of packed) {
      const run = key.slice('khb:done:'.length);
      const { status } = expected.runs[run] ?? {};
      tab.do(({ append }) => append(run, { kind: status === 'open' ? 'finish' : 'remove' }));
      for (const each of before) expect(heldBy(key), key).toContainEqual(each);
      expect(heldBy(key).length, key).toBeGreaterThan(before.length);
      expect((JSON.parse(browser.storage.getItem(key) ?? '') as { v: number }).v).toBe(2);
    }
  });

  test('comes through an export and an import whole', async () => {
    const from = await openAllStores(browserWith(dump));
    const text = from.do(({ exportText, allValues }) => exportText(allValues(), expected.now));
    const browser = new FakeBrowser();
    const tab = await openAllStores(browser);
    const plan = tab.do(({ planFor }) => planFor(valuesIn(text)));
    expect(Object.keys(planCounts(plan)).filter((line) => !line.endsWith(' new'))).toEqual([]);
    tab.do(({ applyImport }) => applyImport(plan));
    const ours = Object.entries(dump.storage).filter(
      ([key]) => key.startsWith('khb:') && !/^khb:(set:(exported|chat)$|draft:)/.test(key),
    );
    expect(browser.keys('khb:draft:')).toEqual([]);
    expect(browser.contents).toMatchObject(Object.fromEntries(ours));
    expectRuns(readAll(tab, browser, expected.now)['runs'] as JsonObject, expected);
  });
});

const exported = storedDumps().flatMap((dump) => {
  if (!existsSync(join(dump.folder, 'exports'))) return [];
  const files = read<Record<string, ExportFile>>(dump, 'exports/expected.json');
  return Object.entries(files).map(([name, file]) => ({ of: dump.name, dump, name, file }));
});

describe.each(exported)('the export $name of $of', ({ dump, name, file }) => {
  const expected = read<Expected>(dump, 'expected.json');

  async function textOf(): Promise<string> {
    const bytes = readFileSync(join(dump.folder, 'exports', name));
    if (file.passphrase === undefined) return bytes.toString('utf8');
    return (await unlock(new Uint8Array(bytes), file.passphrase)) ?? 'not unlocked';
  }

  test('is imported whole, and exported again so that it can be imported', async () => {
    const incoming = valuesIn(await textOf());
    const browser = new FakeBrowser();
    const tab = await openAllStores(browser);
    const plan = tab.do(({ planFor }) => planFor(incoming));
    expect(planCounts(plan)).toEqual(file.counts);
    tab.do(({ applyImport }) => applyImport(plan));
    const { runs, unreadable } = readAll(tab, browser, expected.now);
    expect(Object.keys(runs as JsonObject).length).toBe(file.counts['run new']);
    for (const [run, state] of Object.entries(runs as JsonObject)) {
      const then = expected.runs[run] ?? {};
      expect(asThen(state, then), run).toEqual(then);
    }
    expect(unreadable).toEqual({ damaged: [], newer: [] });
    for (const [key, value] of incoming) expect(browser.contents[`khb:${key}`]).toBe(value);

    const again = valuesIn(tab.do((m) => m.exportText(m.allValues(), expected.now)));
    const other = await openAllStores(new FakeBrowser());
    expect(planCounts(other.do(({ planFor }) => planFor(again)))).toEqual(file.counts);
  });

  test('changes nothing where it came from', async () => {
    const incoming = valuesIn(await textOf());
    const browser = browserWith(dump);
    const tab = await openAllStores(browser);
    const plan = tab.do(({ planFor }) => planFor(incoming));
    expect(Object.keys(planCounts(plan)).filter((line) => !line.endsWith(' same'))).toEqual([]);
    tab.do(({ applyImport }) => applyImport(plan));
    expect(browser.contents).toEqual(dump.storage);
  });
});

describe('the newest dump', () => {
  const dump = newestDump();
  const names = Object.keys(dump.storage).flatMap((key) =>
    key.startsWith('khb:') ? [key.slice('khb:'.length)] : [],
  );

  test('holds every kind of event, under its own key and packed, and what the first build packed', () => {
    const { single, v1, v2 } = kindsOfEvents(dump.storage);
    const kinds = Object.keys(EVENT_FIELDS).sort();
    expect([...single].sort()).toEqual(kinds);
    expect([...v2].sort()).toEqual(kinds);
    expect(v1.size).toBeGreaterThan(5);
  });

  test('holds every field that an event can have', () => {
    const values = new Map(names.map((name) => [name, dump.storage[`khb:${name}`] ?? ''] as const));
    const events = [...runsAmong(values).runs.values()].flat();
    for (const [kind, fields] of Object.entries(EVENT_FIELDS)) {
      const ofKind = events.filter((event) => event.kind === kind);
      const found = new Set(ofKind.flatMap((event) => Object.keys(event)));
      expect([...found], kind).toEqual(expect.arrayContaining(Object.keys(fields)));
    }
  });

  test('holds every kind of training event', () => {
    expect(kindsOfTraining(dump.storage)).toEqual([...TRAINING_KINDS].sort());
  });

  test('holds marks of every cadence, and every kind of name', () => {
    const cadences = new Set(markNames(Object.keys(dump.storage)).map(({ cadence }) => cadence));
    expect([...cadences].sort()).toEqual([...PERIOD_CADENCES].sort());
    const kinds = new Set(names.map((name) => parseStorageName(name).kind));
    expect([...kinds].sort()).toEqual([
      'answer',
      'aside',
      'did',
      'draft',
      'event',
      'mark',
      'packed',
      'pair',
      'receipt',
      'setting',
      'text',
      'training',
    ]);
  });

  test('holds every setting', () => {
    expect(names.filter((name) => name.startsWith('set:')).sort()).toEqual([
      'set:also',
      'set:chat',
      'set:exported',
      'set:found',
      'set:last',
      'set:learner',
      'set:plans',
      'set:queries',
      'set:review',
      'set:role',
      'set:seen',
      'set:theme',
    ]);
  });

  test('holds a phrase that is handed to its page, once', async () => {
    const browser = browserWith(dump);
    const tab = await openAllStores(browser);
    const { path, terms, at } = JSON.parse(dump.storage['khb:set:found'] ?? '') as {
      path: string;
      terms: string[];
      at: number;
    };
    expect(plain(tab.do((m) => m.takeFoundPhrase(path, at + 1000)))).toEqual({ path, terms });
    const { 'khb:set:found': _taken, ...rest } = dump.storage;
    expect(browser.contents).toEqual(rest);
  });
});
