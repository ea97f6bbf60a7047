/** A receipt says what its learner chose, and comes through its packed form whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStored } from '../../../../src/model/parsed.ts';
import type { TrainingEvent } from '../../../../src/progress/training/event.ts';
import { foldTraining } from '../../../../src/progress/training/fold.ts';
import { packReceipt, parseReceipt } from '../../../../src/progress/training/receipt-code.ts';
import { countersignReceipt, makeReceipt } from '../../../../src/progress/training/receipt.ts';
import { anyReceipt, anyTraining, MADE, REFS } from '../../fixtures/arbitrary-training.ts';

const ME = { id: 'device1', label: '小王' };

describe('a receipt', () => {
  test('comes back from its packed form as it was', () => {
    fc.assert(
      fc.property(anyReceipt, (receipt) => {
        expect(parseStored(JSON.stringify(packReceipt(receipt)), parseReceipt)).toEqual({
          value: receipt,
        });
      }),
      { numRuns: 300 },
    );
  });

  test('holds of all confirmations only those of its plans’ items, and none that was withdrawn', () => {
    fc.assert(
      fc.property(anyTraining, fc.nat(3), (events, count) => {
        const state = foldTraining(events);
        const starts = state.starts.slice(0, count);
        const receipt = makeReceipt({ learner: ME, at: MADE, starts, events });
        const refs = starts.flatMap(({ plan }) => plan.items.map(({ ref }) => ref));
        const history = [...new Set(refs)].flatMap((ref) => state.history(ref).map(({ id }) => id));
        expect(receipt.events.map(({ id }) => id).sort()).toEqual(history.sort());
        expect(JSON.stringify(receipt)).not.toContain('countersign');
        for (const { id } of receipt.events) expect(receipt.gone).not.toContain(id);
        expect(parseReceipt(packReceipt(receipt))).toEqual({ value: receipt });
      }),
    );
  });

  test('says of runs and duties only what was chosen', () => {
    const receipt = makeReceipt({ learner: ME, at: MADE, starts: [], events: [] });
    expect(receipt).toEqual({
      v: 1,
      learner: ME,
      at: MADE,
      plans: [],
      events: [],
      gone: [],
    });
  });

  test('comes back from the mentor with what they saw, under the ids of their own events', () => {
    const receipt = makeReceipt({ learner: ME, at: MADE, starts: [], events: [] });
    const seen = (id: string, learner: string) =>
      ({
        v: 1,
        id,
        at: MADE + 1,
        kind: 'countersign',
        ref: REFS[0],
        rev: 2,
        learner,
        by: '王敏',
      }) as const;
    const back = countersignReceipt(receipt, [seen('x', ME.id), seen('y', 'another')]);
    const { learner: _of, ...event } = seen('x', ME.id);
    expect(back.events).toEqual([{ ...event, kind: 'observe' }]);
    expect(countersignReceipt(back, [seen('x', ME.id)])).toEqual(back);
  });
});

describe('a packed receipt', () => {
  const receipt = makeReceipt({
    learner: ME,
    at: MADE,
    starts: [
      {
        id: 's',
        day: '2026-11-02',
        at: MADE,
        plan: { id: 'p', title: 'P', items: [{ ref: REFS[0], need: 'read', day: 1 }] },
      },
    ],
    events: [{ v: 1, id: 'r', at: MADE, kind: 'read', ref: REFS[0], rev: 1 } as TrainingEvent],
  });
  const packed = packReceipt(receipt);

  test.each([
    ['nothing', null],
    ['no learner', { ...packed, l: [] }],
    ['no label', { ...packed, l: ['device1', ' '] }],
    ['an id that is no name', { ...packed, l: ['a/b', '小王'] }],
    ['a time that is none', { ...packed, at: '1' }],
    ['half an edition', { ...packed, e: 1.5 }],
    ['a reference that is none', { ...packed, refs: ['https://example.com/'] }],
    ['a reference too few', { ...packed, refs: [] }],
    ['an event twice', { ...packed, c: [...packed.c, ...packed.c] }],
    ['a plan twice', { ...packed, p: [...packed.p, ...packed.p] }],
    ['an unknown need', { ...packed, c: [['r', 'x', 0, 1, 0]] }],
    ['nobody who watched', { ...packed, c: [['r', 'o', 0, 1, 0]] }],
    [
      'more plans than anybody has',
      { ...packed, p: Array.from({ length: 30 }, () => packed.p[0]) },
    ],
    ['runs that are none', { ...packed, r: [[1, 2, 3]] }],
    ['duties that are none', { ...packed, d: [['客户专员', '11 月', -1, 2]] }],
    ['more remembered than asked', { ...packed, q: [['p', 3, 4]] }],
    ['a review of nobody', { ...packed, q: [[1, 4, 3]] }],
    ['no list of what is gone', { ...packed, g: 'r' }],
    ['a key of the prototype for a number', { ...packed, c: [['r', 'r', '__proto__', 1, 0]] }],
  ])('with %s is damaged', (_, value) => {
    expect(parseReceipt(JSON.parse(JSON.stringify(value)))).toBe('damaged');
  });

  test('of a later version is named as such', () => {
    expect(parseReceipt({ v: 2 })).toBe('newer');
  });

  test('may have fields that a newer version added', () => {
    expect(parseReceipt({ ...packed, zz: [1] })).toEqual({ value: receipt });
  });
});
