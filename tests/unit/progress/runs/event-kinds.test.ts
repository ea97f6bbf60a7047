/** What each kind of event must have, and how a stored one is parsed. */
import { describe, expect, test } from 'vitest';
import { parseStored } from '../../../../src/model/parsed.ts';
import { EVENT_FIELDS, parseEvent } from '../../../../src/progress/runs/event.ts';

const SIGNED = [{ role: '客户总监', name: '王' }];
const STEP = { step: 'a', round: 1 };

/** One good event of each kind, with every field that the kind may have. */
const GOOD: Record<string, object> = {
  start: {
    workflow: 'agency/workflows/win-new-client',
    text: 'abc123',
    code: '2026-031',
    startedOn: '2026-11-23',
    dueOn: '2026-12-24',
    edition: 3,
  },
  tick: STEP,
  untick: STEP,
  confirm: STEP,
  skip: { ...STEP, reason: '客户自带方案' },
  choose: { ...STEP, outcome: 'pass', signed: SIGNED },
  note: { ...STEP, text: '周五前回' },
  undo: { target: 'e1' },
  finish: { reason: '客户撤项' },
  reopen: {},
  remove: {},
  restore: {},
  archive: {},
  unarchive: {},
  rename: { code: '2026-032' },
  due: { on: '2026-12-24' },
  accept: { text: 'def456', edition: 4, renamed: { a: 'b' }, reworded: ['b'] },
  keep: { text: 'def456' },
  schedule: { ...STEP, on: '2026-12-01' },
  assign: { step: 'a', owner: '自己' },
};

const envelope = { v: 1, id: 'e1', at: 1000 };
const resultOf = (value: unknown) => {
  const parsed = parseStored(JSON.stringify(value), parseEvent);
  return typeof parsed === 'object' ? 'good' : parsed;
};
const resultWith = (kind: string, change: object) =>
  resultOf({ ...envelope, kind, ...GOOD[kind], ...change });

test('there is an example of every kind', () => {
  expect(Object.keys(GOOD).sort()).toEqual(Object.keys(EVENT_FIELDS).sort());
  for (const [kind, fields] of Object.entries(GOOD)) {
    expect(Object.keys(EVENT_FIELDS[kind as 'tick'])).toEqual(Object.keys(fields));
  }
});

describe('each kind', () => {
  test.each(Object.keys(GOOD))('%s is read with all its fields', (kind) => {
    expect(resultWith(kind, {})).toBe('good');
  });

  const required = Object.entries(EVENT_FIELDS).flatMap(([kind, fields]) =>
    Object.entries(fields).map(([field, type]) => [kind, field, type.endsWith('?')] as const),
  );

  test.each(required)('%s without its %s: may be left out: %s', (kind, field, optional) => {
    expect(resultWith(kind, { [field]: undefined })).toBe(optional ? 'good' : 'damaged');
  });

  test.each(required)('%s with a %s of the wrong type is damaged', (kind, field) => {
    for (const wrong of [null, true, { x: 1 }, [1], 0.5]) {
      expect(resultWith(kind, { [field]: wrong })).toBe('damaged');
    }
  });
});

describe('a field out of range is damaged', () => {
  test.each<[string, object]>([
    ['start', { startedOn: '2026-02-30' }],
    ['start', { startedOn: '2026-13-01' }],
    ['start', { startedOn: '26-11-23' }],
    ['start', { startedOn: '' }],
    ['start', { startedOn: '2026-11-23T00:00:00Z' }],
    ['start', { dueOn: '2025-02-29' }],
    ['due', { on: '2026-04-31' }],
    ['due', { on: 'bald' }],
    ['schedule', { on: '2026-11-31' }],
    ['schedule', { round: 1.5 }],
    ['assign', { owner: undefined }],
    ['start', { workflow: 'agency' }],
    ['start', { workflow: 'agency/workflows/x#step' }],
    ['start', { workflow: '../../x' }],
    ['start', { workflow: 'javascript:alert(1)' }],
    ['start', { workflow: '//evil.example/a/b' }],
    ['start', { edition: 1.5 }],
    ['tick', { round: 1.5 }],
    ['tick', { round: '1' }],
    ['tick', { at: 1.5 }],
    ['tick', { at: 8.64e15 + 2 }],
    ['tick', { at: -8.64e15 - 2 }],
    ['tick', { at: '1000' }],
    ['tick', { id: '' }],
    ['tick', { id: 'a:b' }],
    ['tick', { id: 'a b' }],
    ['tick', { id: 'ä' }],
    ['tick', { id: 'x'.repeat(65) }],
    ['tick', { id: 'a\n' }],
    ['tick', { v: 0 }],
    ['tick', { v: -1 }],
    ['tick', { v: 1.5 }],
    ['tick', { v: null }],
    ['choose', { signed: [null] }],
    ['choose', { signed: [{ role: '客户总监' }] }],
    ['choose', { signed: [{ role: 1, name: '王' }] }],
    ['accept', { renamed: ['a'] }],
    ['accept', { renamed: { a: 1 } }],
    ['accept', { reworded: 'a' }],
    ['accept', { reworded: [1] }],
  ])('%s %j', (kind, change) => {
    expect(resultWith(kind, change)).toBe('damaged');
  });

  test.each<[string, object]>([
    ['due', { on: '' }],
    ['schedule', { on: '' }],
    ['assign', { owner: '' }],
    ['start', { dueOn: '' }],
    ['start', { startedOn: '2024-02-29' }],
    ['tick', { at: 8.64e15 }],
    ['tick', { at: -8.64e15 }],
    ['tick', { at: 0 }],
    ['tick', { id: 'A_z-9' }],
    ['tick', { id: 'x'.repeat(64) }],
    ['choose', { signed: [] }],
    ['accept', { renamed: {}, reworded: [] }],
  ])('but %s %j is not', (kind, change) => {
    expect(resultWith(kind, change)).toBe('good');
  });
});

describe('what a newer version wrote', () => {
  test.each<[string, object]>([
    ['a later version of a kind', { kind: 'tick', v: 2 }],
    ['a later version that says nothing else we know', { kind: 'sign', v: 9 }],
    ['a kind that is not known', { kind: 'sign', v: 1 }],
    ['a kind called like what every object inherits', { kind: 'toString', v: 1 }],
    ['a kind called __proto__', { kind: '__proto__', v: 1 }],
  ])('is told by %s', (_, change) => {
    expect(resultOf({ ...envelope, ...change })).toBe('newer');
  });

  test.each<[string, object]>([
    ['without an id', { kind: 'sign', v: 2, id: undefined }],
    ['without a time', { kind: 'sign', v: 2, at: undefined }],
    ['without a kind', { v: 2 }],
    ['with a kind that is no text', { v: 2, kind: 7 }],
  ])('is damaged %s', (_, change) => {
    expect(resultOf({ ...envelope, ...change })).toBe('damaged');
  });
});

describe('keys that could reach a prototype', () => {
  test.each([
    '{"v":1,"id":"e1","at":1,"kind":"tick","step":"__proto__","round":1,"__proto__":{"x":1}}',
    '{"v":1,"id":"__proto__","at":1,"kind":"tick","step":"a","round":1,"constructor":{"prototype":{"x":1}}}',
    '{"v":1,"id":"e1","at":1,"kind":"accept","text":"t","renamed":{"__proto__":"x","constructor":"y"},"reworded":["__proto__"]}',
  ])('are read as names like any other: %s', (text) => {
    expect(parseStored(text, parseEvent)).toMatchObject({ value: { v: 1 } });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('do not stand in for a field', () => {
    const text =
      '{"v":1,"id":"e1","at":1,"kind":"tick","round":1,"__proto__":{"step":"a","round":1}}';
    expect(parseStored(text, parseEvent)).toBe('damaged');
  });
});

describe('a text', () => {
  test.each(['', '{', 'undefined', '\uFEFF{}', 'NaN', "{'v':1}"])('%j is damaged', (text) => {
    expect(parseStored(text, parseEvent)).toBe('damaged');
  });

  test('that is nested without end is damaged, though its outside is good', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const event = JSON.stringify({ ...envelope, kind: 'tick', ...STEP }).slice(0, -1);
    expect(parseStored(`${event},"x":${deep}}`, parseEvent)).toBe('damaged');
    expect(parseStored(`${event},"x":[[[[1]]]]}`, parseEvent)).toMatchObject({ value: { v: 1 } });
    expect(parseStored(deep, parseEvent)).toBe('damaged');
    expect(parseStored('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), parseEvent)).toBe(
      'damaged',
    );
  });
});
