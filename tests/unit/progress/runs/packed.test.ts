import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStored } from '../../../../src/model/parsed.ts';
import { compareByTime } from '../../../../src/progress/event-envelope.ts';
import { type NewEvent, type RunEvent } from '../../../../src/progress/runs/event.ts';
import { foldRun, mergeEvents } from '../../../../src/progress/runs/fold.ts';
import {
  parsePackedRun,
  packRun,
  unpackRun,
  type Unpacked,
} from '../../../../src/progress/runs/packed.ts';
import { anyRun } from '../../fixtures/arbitrary-events.ts';
import { choose, event, life, note, story, T0, tick } from '../../fixtures/events.ts';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
/** Packs, stores, reads and unpacks. */
const again = (run: Unpacked) => unpackRun(throughJson(packRun(run)));
const rowsOf = (packed: unknown) => (packed as { rows: unknown[] }).rows;

/** Times anywhere that a date can tell, also as far apart as can be. */
const anyTime = fc.oneof(
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.constantFrom(8.64e15, -8.64e15, 8.64e15 - 1, 0),
);
const anyTimedRun = fc
  .tuple(anyRun, fc.array(anyTime, { minLength: 13, maxLength: 13 }))
  .map(([events, times]) => events.map((each, i) => ({ ...each, at: times[i] ?? 0 }) as RunEvent));

/** What only a newer version understands, or nobody. */
const anyForeign = fc.array(
  fc.oneof(
    fc.constantFrom<unknown>(
      { v: 2, id: 'x', at: 1, kind: 'sign' },
      { v: 1, id: 'x', at: 1, kind: 'sign' },
      null,
      'text',
      [],
      ['x', 1, 'sign', 'a'],
      { t: 5, row: ['x', 1, 'sign', 'a'] },
      { t: 5, row: ['x', 1, 'tick', 7, 1] },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
  { maxLength: 4 },
);

describe('packing', () => {
  test('and unpacking gives every run back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(anyRun, anyTimedRun), anyForeign, (events, foreign) => {
        const ordered = [...events].sort(compareByTime);
        const run = throughJson({ events: ordered, foreign }) as Unpacked;
        expect(again(run)).toEqual(run);
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(anyRun, anyForeign, (events, foreign) => {
        const once = packRun({ events: mergeEvents(events, []), foreign });
        const unpacked = unpackRun(throughJson(once));
        expect(unpacked && throughJson(packRun(unpacked))).toEqual(throughJson(once));
      }),
    );
  });

  test('changes nothing in how the run stands', () => {
    fc.assert(
      fc.property(anyTimedRun, (events) => {
        expect(foldRun(again({ events, foreign: [] })?.events ?? [])).toEqual(foldRun(events));
      }),
    );
  });

  test('keeps fields that a newer version gave to an event, beside the rows', () => {
    const more = { ...event('x', T0 + 1, tick('a')), by: '客户经理' } as unknown as RunEvent;
    const run = { events: [...story(), more], foreign: [] };
    expect(rowsOf(packRun(run))).toHaveLength(1);
    expect(again(run)?.events).toEqual(run.events);
  });

  test('takes about half of the space of the events as they are', () => {
    const happenings: NewEvent[] = Array.from({ length: 22 }, (_, n) => tick(`some-step-${n}`));
    const run = story(...happenings, choose('review', 'pass'), note('a', '周五'), life('finish'));
    const events = run.map((each, n) => ({
      ...each,
      id: `${n}`.padStart(16, 'abcdefghijklmnop'),
    }));
    const packed = JSON.stringify(packRun({ events, foreign: [] })).length;
    expect(packed).toBeLessThan(JSON.stringify({ v: 1, events }).length * 0.6);
  });

  test('never takes more space than the first version did', () => {
    fc.assert(
      fc.property(anyRun, (events) => {
        const before = JSON.stringify({ v: 1, events }).length;
        expect(JSON.stringify(packRun({ events, foreign: [] })).length).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('a run that the first version packed', () => {
  test('is read as today’s', () => {
    fc.assert(
      fc.property(anyRun, (events) => {
        const old = throughJson({ v: 1, events });
        expect(unpackRun(old)).toEqual({ events: throughJson(events), foreign: [] });
        expect(parsePackedRun(old)).toHaveProperty('value');
      }),
    );
  });

  test('keeps what nobody can read', () => {
    const foreign = [{ v: 2, id: 'x', at: 1, kind: 'sign' }, 7, null];
    const events = story(tick('a'));
    const old = unpackRun({ v: 1, events: [...foreign, ...events] });
    expect(old).toEqual({ events, foreign });
    expect(old && again(old)).toEqual(old);
  });
});

describe('rows that are damaged', () => {
  const packed = packRun({ events: story(tick('a'), tick('b')), foreign: [] });
  const [start, a, b] = packed.rows as unknown as [unknown[], unknown[], unknown[]];

  test.each<[string, unknown]>([
    ['no list', 'row'],
    ['nothing', null],
    ['empty', []],
    ['without a time', ['e1', null, 'tick', 'a', 1]],
    ['with a kind that is not known', ['e1', 1000, 'sign', 'a', 1]],
    ['with a kind called constructor', ['e1', 1000, 'constructor', 'a', 1]],
    ['with a field of the wrong type', ['e1', 1000, 'tick', 5, 1]],
    ['with a field missing', ['e1', 1000, 'tick', 'a']],
    ['with a field too many', ['e1', 1000, 'tick', 'a', 1, 'by']],
    ['with a time out of range', ['e1', 1e300, 'tick', 'a', 1]],
  ])('%s are kept as they are, and the rest is read', (_, row) => {
    const read = unpackRun(throughJson({ ...packed, rows: [start, row, b] }));
    expect(read?.events.map(({ id }) => id)).toEqual(['e0', 'e2']);
    expect(read?.foreign).toEqual([{ t: T0, row }]);
    expect(read && again(read)).toEqual(read);
  });

  test('still count from their own time once earlier events have come', () => {
    const newer = ['x', 5000, 'sign', '总监'];
    const read = unpackRun({ ...packed, rows: [start, a, newer] });
    const earlier = event('early', T0 - 60_000, tick('c'));
    const merged = mergeEvents(read?.events ?? [], [earlier]);
    const later = again({ events: merged, foreign: read?.foreign ?? [] });
    expect(later?.foreign).toEqual([{ t: T0, row: newer }]);
  });

  test('come to life where the version understands them', () => {
    const kept = { t: T0, row: ['x', 5000, 'tick', 'c', 1] };
    expect(unpackRun({ ...packed, foreign: [kept] })?.events.at(-1)).toEqual(
      event('x', T0 + 5000, tick('c')),
    );
  });
});

describe('judging', () => {
  test.each([
    'null',
    '7',
    '"text"',
    '[]',
    '{}',
    '{"v":1}',
    '{"v":1,"events":{}}',
    '{"v":2,"t":0}',
    '{"v":2,"t":"0","rows":[]}',
    '{"v":2,"t":1e999,"rows":[]}',
    '{"v":2,"t":0,"rows":[],"foreign":{}}',
    '{"v":0,"t":0,"rows":[]}',
    '{"v":2.5,"t":0,"rows":[]}',
    '{"v":"3"}',
    '{"__proto__":{"v":2,"t":0,"rows":[]}}',
    `{"v":3,"log":${'['.repeat(1000)}${']'.repeat(1000)}}`,
  ])('%s is damaged', (text) => {
    expect(parseStored(text, parsePackedRun)).toBe('damaged');
  });

  test.each(['{"v":3}', '{"v":3,"t":0,"rows":[]}', '{"v":99,"log":"…"}'])('%s is newer', (text) => {
    expect(parseStored(text, parsePackedRun)).toBe('newer');
  });

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        parsePackedRun(value);
      }),
    );
    const anyPacked = fc.record({
      v: fc.constantFrom(1, 2),
      t: fc.double(),
      rows: fc.array(fc.jsonValue()),
      foreign: fc.array(fc.jsonValue()),
      events: fc.array(fc.jsonValue()),
    });
    fc.assert(
      fc.property(anyPacked, (value) => {
        const read = unpackRun(value);
        if (read) expect(again(read)?.foreign).toEqual(throughJson(read.foreign));
      }),
    );
  });
});
