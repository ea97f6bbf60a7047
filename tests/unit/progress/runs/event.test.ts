import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareByTime } from '../../../../src/progress/event-envelope.ts';
import { isRunEvent } from '../../../../src/progress/runs/event.ts';
import { anyRun, shuffled } from '../../fixtures/arbitrary-events.ts';
import {
  choose,
  event,
  life,
  rename,
  skip,
  START,
  story,
  tick,
  undo,
  untick,
} from '../../fixtures/events.ts';

describe('isRunEvent', () => {
  test.each([
    START,
    tick('a'),
    untick('a', 2),
    skip('a'),
    skip('a', 1, '客户自带方案'),
    choose('review', 'pass'),
    undo('e1'),
    rename('2026-032'),
    life('finish'),
    life('reopen'),
    life('remove'),
    life('restore'),
  ])('accepts $kind', (what) => {
    expect(isRunEvent(event('e1', 1000, what))).toBe(true);
  });

  test('accepts every event that this version makes, after a trip through JSON', () => {
    fc.assert(
      fc.property(anyRun, (events) => {
        const back: unknown[] = JSON.parse(JSON.stringify(events)) as unknown[];
        expect(back.every(isRunEvent)).toBe(true);
      }),
    );
  });

  const good = { v: 1, id: 'e1', at: 1000, kind: 'tick', step: 'a', round: 1 };

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'tick'],
    ['a list', [good]],
    ['an empty object', {}],
    ['another version', { ...good, v: 2 }],
    ['a version that is text', { ...good, v: '1' }],
    ['no id', { ...good, id: undefined }],
    ['an empty id', { ...good, id: '' }],
    ['an id that is a number', { ...good, id: 1 }],
    ['no time', { ...good, at: undefined }],
    ['a time that is text', { ...good, at: '1000' }],
    ['a time that is not finite', { ...good, at: Number.NaN }],
    ['an unknown kind', { ...good, kind: 'sign' }],
    ['a kind that every object inherits', { ...good, kind: 'toString' }],
    ['a kind that is a prototype', { ...good, kind: '__proto__' }],
    ['a tick without a step', { ...good, step: undefined }],
    ['a tick whose round is text', { ...good, round: '1' }],
    ['a tick whose round is a fraction', { ...good, round: 1.5 }],
    ['a choice without an outcome', { ...good, kind: 'choose' }],
    ['a reason that is no text', { ...good, kind: 'skip', reason: null }],
    ['an undo without a target', { ...good, kind: 'undo' }],
    ['a rename without a code', { ...good, kind: 'rename' }],
    ['a start without a text', { ...good, ...START, text: undefined }],
    ['a start without a day', { ...good, ...START, startedOn: undefined }],
  ])('refuses %s', (_, value) => {
    expect(isRunEvent(value)).toBe(false);
  });

  test('refuses whatever else there is, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        expect(isRunEvent(value)).toBe(false);
      }),
    );
  });
});

describe('compareByTime', () => {
  test('puts the earlier event first, whatever the ids', () => {
    expect(compareByTime(event('z', 1, tick('a')), event('a', 2, tick('a')))).toBeLessThan(0);
    expect(compareByTime(event('a', 2, tick('a')), event('z', 1, tick('a')))).toBeGreaterThan(0);
  });

  test('lets the id decide at the same moment', () => {
    expect(compareByTime(event('a', 1, tick('x')), event('b', 1, tick('x')))).toBeLessThan(0);
    expect(compareByTime(event('b', 1, tick('x')), event('a', 1, tick('x')))).toBeGreaterThan(0);
  });

  test('finds an event equal to itself', () => {
    const [start] = story();
    expect(start && compareByTime(start, start)).toBe(0);
  });

  test('sorts any shuffle of a run alike', () => {
    const twoOrders = anyRun.chain((events) => fc.tuple(fc.constant(events), shuffled(events)));
    fc.assert(
      fc.property(twoOrders, ([a, b]) => {
        expect([...a].sort(compareByTime)).toEqual([...b].sort(compareByTime));
      }),
    );
  });
});
