/** Any file at all: importing it neither throws nor harms what is here. */
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseStorageName } from '../../../src/model/parse-storage-name.ts';
import { parseStored } from '../../../src/model/parsed.ts';
import { parseDutyMark, mergeMarks } from '../../../src/progress/duties/duty-marks.ts';
import { readExport, writeExport } from '../../../src/progress/records/export-file.ts';
import { runsAmong } from '../../../src/progress/records/import.ts';
import { FakeBrowser } from '../fixtures/browser.ts';
import { anyRun } from '../fixtures/arbitrary-events.ts';
import { event, life, story, tick } from '../fixtures/events.ts';
import { openLoaded, startIn, statesIn, type StoresTab } from '../fixtures/stores.ts';
import { MARK, openRun, packedRun, stored, template, type Stored } from '../fixtures/stored.ts';

const OPEN = story(tick('a'));
const DONE = story(tick('a'), life('finish'));
const HERE: Stored = new Map([
  ...openRun('open', OPEN),
  ...packedRun('done', DONE, [{ v: 2, id: 'x', at: 1, kind: 'sign' }]),
  ...stored({
    [MARK]: { v: 1, done: true, at: 1000 },
    'text:abc123': template(),
    'set:theme': 'dark',
    'aside:run:open:bad': { v: 1, at: 1, text: '{' },
    'run:open:newer': { v: 2, id: 'newer', at: 1, kind: 'sign' },
    'done:newer': { v: 3 },
  }),
]);
/** What another browser might send: some of the same, some more of it, some that is new. */
const THERE: Stored = new Map([
  ...HERE,
  ...openRun('open', [...OPEN, event('e9', 5, tick('b'))]),
  ...packedRun('done', [...DONE, event('e9', 5, life('archive'))], [7]),
  ...packedRun('open', [...OPEN, event('e8', 6, life('finish'))]),
  ...openRun('another', OPEN),
  ...stored({ [MARK]: { v: 1, done: false, at: 2000 }, 'set:role': 'agency/roles/x' }),
]);
const FILE = writeExport(THERE, 'khb', 1000);
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const POLLUTION = '{"polluted":true,"prototype":{"polluted":true}}';

let browser: FakeBrowser;
let tab: StoresTab;

beforeEach(async () => {
  browser = new FakeBrowser();
  for (const [name, text] of HERE) browser.storage.setItem(`khb:${name}`, text);
  tab = await openLoaded(browser);
});

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

const here = () =>
  new Map(Object.entries(browser.contents).map(([key, text]) => [key.slice('khb:'.length), text]));

/** Imports a file as the page does. @returns false when it is none of ours */
function importFile(text: string, andUndo = true): boolean {
  const file = readExport(text);
  if (typeof file === 'string') {
    expect(['not-json', 'not-export', 'newer', 'too-big']).toContain(file);
    return false;
  }
  const values = new Map(Object.entries(file.values));
  const before = here();
  const undo = tab.do(({ planFor, applyImport }) => applyImport(planFor(values)));
  expectIntact(before, values);
  tab.do(({ loadRuns }) => loadRuns());
  statesIn(tab);
  if (andUndo) {
    tab.do(({ undoImport }) => undoImport(undo));
    // What the import brought along unreadable is set aside on reading; a text stays as soon as
    // any run seems to name it.
    for (const key of [...browser.keys('khb:aside:'), ...browser.keys('khb:text:')]) {
      if (!HERE.has(key.slice('khb:'.length))) browser.storage.removeItem(key);
    }
    expect(here()).toEqual(HERE);
  }
  return true;
}

/** Everything that was here is unchanged, or merged as promised. */
function expectIntact(stored: Stored, values: Stored): void {
  const after = here();
  for (const name of HERE.keys()) {
    const before = stored.get(name) ?? '';
    const kind = parseStorageName(name).kind;
    if (name === MARK) {
      const theirs = parseStored(values.get(name) ?? '', parseDutyMark);
      const ours = JSON.parse(before) as { v: 1; done: boolean; at: number };
      const expected = typeof theirs === 'object' ? mergeMarks(ours, theirs.value) : ours;
      expect(JSON.parse(after.get(name) ?? '')).toEqual(expected);
    } else if ((kind !== 'event' && kind !== 'packed') || name.endsWith('newer')) {
      expect(after.get(name)).toBe(before);
    }
  }
  const { runs } = runsAmong(after);
  for (const [id, events] of runsAmong(HERE).runs) {
    expect(runs.get(id)).toEqual(expect.arrayContaining([...events]));
  }
  expect(after.get('done:done')).toContain('"sign"');
  for (const name of after.keys())
    if (!HERE.has(name)) expect(parseStorageName(name).kind).not.toBe('other');
}

const anyEdit = fc.record({
  at: fc.nat({ max: FILE.length }),
  remove: fc.nat({ max: 40 }),
  insert: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '0', 'null', '\\"v\\":2', '\u0000'),
  ),
});
/** Our own file with a few of its characters changed. */
const edited = fc
  .array(anyEdit, { minLength: 1, maxLength: 3 })
  .map((edits) =>
    edits.reduce(
      (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
      FILE,
    ),
  );

const anyId = fc.oneof(
  fc.constantFrom(
    'open',
    'done',
    'another',
    'newer',
    '__proto__',
    'constructor',
    'e0',
    'e1',
    'x y',
  ),
  fc.stringMatching(/^[\w-]{1,10}$/),
);
const anyName = fc.oneof(
  fc.constantFrom(...THERE.keys(), 'set:exported', '__proto__', 'constructor', ''),
  fc.tuple(anyId, anyId).map(([run, id]) => `run:${run}:${id}`),
  anyId.map((run) => `done:${run}`),
  anyId.map((id) => `text:${id}`),
  anyId.map((id) => `mark:agency/roles/x#${id}@once`),
  fc.string({ unit: 'binary' }),
);
const anyEventText = anyRun.chain((events) =>
  fc.constantFrom(...events).map((each) => JSON.stringify(each)),
);
const anyValue = fc.oneof(
  fc.constantFrom(...THERE.values(), POLLUTION, deep(2000), `{"__proto__":${POLLUTION}}`, ''),
  fc.tuple(fc.constantFrom(...THERE.values()), anyEdit).map(([text, { at, remove, insert }]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + insert + text.slice(from + remove);
  }),
  anyRun.map((events) => [...packedRun('r', events).values()].join('')),
  anyEventText,
  fc.json(),
);
/** A file of the right shape with anything in it. */
const shaped = fc
  .array(fc.tuple(anyName, anyValue), { maxLength: 8 })
  .map((entries) => writeExport(new Map(entries), 'khb', 1000));

describe('any file', () => {
  const anyFile = fc.oneof(
    { weight: 5, arbitrary: shaped },
    { weight: 3, arbitrary: edited },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.json() },
  );

  test('neither throws nor harms what is here, and can be taken back', () => {
    let cases = 0;
    let accepted = 0;
    fc.assert(
      fc.property(anyFile, (text) => {
        cases += 1;
        if (importFile(text)) accepted += 1;
      }),
      { numRuns: 2500 },
    );
    expect(cases).toBeGreaterThanOrEqual(2500);
    expect(accepted).toBeGreaterThan(500);
  }, 60_000);

  test('leaves a page that works', () => {
    fc.assert(
      fc.property(shaped, (text) => {
        importFile(text, false);
        const run = startIn(tab, [tick('a'), life('finish')]);
        expect(statesIn(tab)[run]?.status).toBe('finished');
        tab.do(({ eraseRun }) => eraseRun(run));
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  test('into a full storage changes nothing that is stored', () => {
    browser.fill();
    fc.assert(
      fc.property(shaped, (text) => {
        const file = readExport(text);
        if (typeof file === 'string') return;
        tab.do(({ planFor, applyImport }) =>
          applyImport(planFor(new Map(Object.entries(file.values)))),
        );
        for (const [id, events] of runsAmong(HERE).runs) {
          expect(runsAmong(here()).runs.get(id)).toEqual(expect.arrayContaining([...events]));
        }
        expect(here().get('text:abc123')).toBe(template());
      }),
      { numRuns: 100 },
    );
  }, 30_000);
});

describe('a file', () => {
  let buffer: Buffer;
  beforeAll(() => {
    buffer = Buffer.from(FILE, 'utf8');
  });

  test('of ours is imported, with a byte order mark too', () => {
    expect(importFile(FILE)).toBe(true);
    expect(importFile(`\uFEFF${FILE}`)).toBe(true);
    expect(importFile(`\uFEFF\uFEFF${FILE}`)).toBe(false);
  });

  test('that was read in a wrong encoding does no harm', () => {
    expect(importFile(buffer.toString('utf16le'))).toBe(false);
    expect(importFile(Buffer.from(FILE, 'utf16le').toString('latin1'))).toBe(false);
    expect(importFile(Buffer.from(FILE, 'utf16le').toString('utf8'))).toBe(false);
    importFile(buffer.toString('latin1')); // JSON still, its Chinese spoilt
    importFile(buffer.subarray(0, buffer.length / 2).toString('utf8'));
  });

  test.each<[string, string]>([
    ['lists', deep(100_000)],
    ['objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['lists that never end', '['.repeat(100_000)],
    [
      'lists among its values',
      FILE.replace('"values": {', `"more": ${deep(100_000)},\n"values": {`),
    ],
    ['lists for values', FILE.replace('"values": {', `"values": ${deep(100_000)}, "v2": {`)],
    ['lists in a value', writeExport(new Map([...THERE, ['done:x', deep(100_000)]]), 'khb', 1)],
    [
      'lists in an event',
      writeExport(
        new Map([
          ['run:open:e0', `${JSON.stringify(OPEN[0]).slice(0, -1)},"x":${deep(100_000)}}`],
          ['done:open', `{"v":2,"t":0,"rows":[],"foreign":${deep(100_000)}}`],
        ]),
        'khb',
        1,
      ),
    ],
  ])('of 100,000 nested %s does no harm', (_, text) => {
    importFile(text);
  });

  test('of 10 MB does no harm', () => {
    const big = 'x'.repeat(10_000_000);
    importFile(big);
    importFile(JSON.stringify(big));
    importFile(FILE.slice(0, -2) + ' '.repeat(10_000_000) + '}');
    importFile(writeExport(new Map([...THERE, ['set:huge', big]]), 'khb', 1));
    const many = Array.from(
      { length: 20_000 },
      (__, n) => [`run:r${n}:x`, '{'.repeat(100)] as const,
    );
    importFile(writeExport(new Map(many), 'khb', 1));
    browser.capacity = 5_000_000;
    importFile(writeExport(new Map([...THERE, ['set:huge', big]]), 'khb', 1), false);
    expect(tab.do(({ $storageHealth }) => $storageHealth.get())).toEqual({
      state: 'full',
      unsaved: 1,
    });
  }, 30_000);

  test('with keys that could reach a prototype does not', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      importFile(FILE.replace('{', `{"${key}":${POLLUTION},`));
      importFile(FILE.replace('"values": {', `"values": {"${key}":"x",`));
      importFile(`{"${key}":${FILE}}`);
      for (const name of [`run:${key}:${key}`, `done:${key}`, `text:${key}`, `set:${key}`]) {
        for (const text of [
          POLLUTION,
          JSON.stringify(OPEN[0]),
          packedRun('r', DONE).get('done:r'),
        ]) {
          importFile(writeExport(new Map([[name, text ?? '']]), 'khb', 1));
        }
      }
    }
  });
});
