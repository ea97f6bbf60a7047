/** What holds of training, in whatever order and however often its events arrive. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEEDS, type Plan } from '../../../../src/model/plan.ts';
import type { TrainingEvent } from '../../../../src/progress/training/event.ts';
import { stateOf } from '../../../../src/progress/training/agenda.ts';
import { unionByTime } from '../../../../src/progress/event-envelope.ts';
import { foldTraining, type TrainingState } from '../../../../src/progress/training/fold.ts';
import { shuffled } from '../../fixtures/arbitrary-events.ts';
import { anyNeed, anyRef, anyTraining, MADE, REFS } from '../../fixtures/arbitrary-training.ts';

/** A state as plain data. */
const plain = (state: TrainingState) => ({
  starts: state.starts,
  countersigned: state.countersigned,
  items: REFS.map((ref) => ({
    confirmed: NEEDS.map((need) => state.confirmed(ref, need)),
    history: state.history(ref),
  })),
});
const folded = (...copies: readonly (readonly TrainingEvent[])[]) =>
  plain(foldTraining(unionByTime(...copies)));

const copies = anyTraining.chain((events) =>
  fc.tuple(fc.subarray(events), fc.subarray(events), fc.subarray(events)),
);

describe('folding', () => {
  test('does not depend on the order of arrival, nor on repeats', () => {
    const orders = anyTraining.chain((events) =>
      fc.tuple(fc.constant(events), shuffled(events), fc.subarray(events)),
    );
    fc.assert(
      fc.property(orders, ([a, b, again]) => {
        expect(plain(foldTraining([...b, ...again]))).toEqual(plain(foldTraining(a)));
      }),
    );
  });

  test('merges copies by union: in any grouping, any order, with itself', () => {
    fc.assert(
      fc.property(copies, ([a, b, c]) => {
        const once = folded(a, b, c);
        expect(folded(unionByTime(a, b), c)).toEqual(once);
        expect(folded(a, unionByTime(b, c))).toEqual(once);
        expect(folded(c, b, a)).toEqual(once);
        expect(folded(a, a, b, c, b)).toEqual(once);
      }),
    );
  });

  test('never forgets a confirmation but one that was withdrawn', () => {
    fc.assert(
      fc.property(anyTraining, (events) => {
        const state = foldTraining(events);
        const withdrawn = events.flatMap((e) => (e.kind === 'withdraw' ? [e.target] : []));
        for (const event of events) {
          if (event.kind !== 'read' && event.kind !== 'practise' && event.kind !== 'observe')
            continue;
          const ids = state.history(event.ref).map(({ id }) => id);
          expect(ids.includes(event.id)).toBe(!withdrawn.includes(event.id));
        }
      }),
    );
  });

  test('takes the newest revision, and of several confirmations of it the earliest', () => {
    const read = (id: string, at: number, rev: number): TrainingEvent => {
      return { v: 1, id, at: MADE + at, kind: 'read', ref: REFS[0], rev };
    };
    const { confirmed } = foldTraining([read('a', 3, 1), read('b', 1, 2), read('c', 2, 2)]);
    expect(confirmed(REFS[0], 'read')).toMatchObject({ id: 'b', rev: 2 });
    expect(confirmed(REFS[0], 'practise')).toBeUndefined();
    expect(confirmed(REFS[1], 'read')).toBeUndefined();
  });
});

describe('a material change', () => {
  test('never erases a confirmation, and asks for what was confirmed before it', () => {
    fc.assert(
      fc.property(
        anyTraining,
        anyRef,
        anyNeed,
        fc.integer({ min: 1, max: 9 }),
        (events, ...rest) => {
          const [ref, need, rev] = rest;
          const state = foldTraining(events);
          const before = { history: state.history(ref), confirmed: state.confirmed(ref, need) };
          const standing = stateOf(rev, before.confirmed);
          if (before.confirmed)
            expect(standing).toBe(before.confirmed.rev < rev ? 'changed' : 'done');
          else expect(standing).toBe('open');
          // Confirming again adds to the history, and takes nothing away.
          const again = {
            v: 1,
            id: 'again',
            at: MADE + 1e6,
            kind: need,
            ref,
            rev,
            by: '王敏',
          } as const;
          const after = foldTraining([...events, again as TrainingEvent]);
          expect(after.history(ref)).toEqual([...before.history, expect.objectContaining({ rev })]);
          expect(stateOf(rev, after.confirmed(ref, need))).toBe('done');
        },
      ),
    );
  });
});

describe('plans', () => {
  const plan: Plan = {
    id: 'p',
    title: 'P',
    items: [
      { ref: REFS[0], need: 'read', day: 1 },
      { ref: 'agency/roles/old', need: 'read', day: 2 },
    ],
  };
  const start = (id: string, at: number, more: object = {}): TrainingEvent => {
    return { v: 1, id, at: MADE + at, kind: 'start', plan, day: '2026-11-02', ...more };
  };
  const leave = (id: string, of: string): TrainingEvent => {
    return { v: 1, id, at: MADE + 50, kind: 'leave', start: of };
  };
  const open = (...events: TrainingEvent[]) => foldTraining(events).starts.map(({ id }) => id);

  test('stand in the order in which they were begun', () => {
    expect(open(start('b', 2), start('a', 1))).toEqual(['a', 'b']);
  });

  test('end when they are left, also when the leaving arrives first', () => {
    expect(open(leave('l', 'a'), start('a', 1), start('b', 2))).toEqual(['b']);
  });

  test('are open again when the leaving was a slip', () => {
    const slip: TrainingEvent = { v: 1, id: 'w', at: MADE + 60, kind: 'withdraw', target: 'l' };
    expect(open(start('a', 1), leave('l', 'a'), slip)).toEqual(['a']);
  });

  test('give way to what replaces them, never to themselves', () => {
    expect(open(start('a', 1), start('b', 2, { replaces: 'a' }))).toEqual(['b']);
    expect(open(start('a', 1, { replaces: 'a' }))).toEqual(['a']);
  });

  test('follow the register’s moves, as confirmations do', () => {
    const read = {
      v: 1,
      id: 'r',
      at: MADE,
      kind: 'read',
      ref: 'agency/roles/old',
      rev: 2,
    } as const;
    const nameNow = (ref: string) => (ref === 'agency/roles/old' ? 'agency/roles/new' : ref);
    const state = foldTraining([start('a', 1), read], nameNow);
    expect(state.starts[0]?.plan.items.map(({ ref }) => ref)).toEqual([
      REFS[0],
      'agency/roles/new',
    ]);
    expect(state.confirmed('agency/roles/new', 'read')).toMatchObject({ rev: 2 });
    expect(state.confirmed('agency/roles/old', 'read')).toMatchObject({ rev: 2 });
  });

  test('ask once for items that have become one', () => {
    const state = foldTraining([start('a', 1)], () => REFS[0]);
    expect(state.starts[0]?.plan.items).toEqual([{ ref: REFS[0], need: 'read', day: 1 }]);
  });
});
