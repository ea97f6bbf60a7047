/** What holds for all events, in whatever order and however often they arrive. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareByTime } from '../../../../src/progress/event-envelope.ts';
import { type RunEvent } from '../../../../src/progress/runs/event.ts';
import { foldRun, mergeEvents } from '../../../../src/progress/runs/fold.ts';
import { anyHappening, anyRun, shuffled } from '../../fixtures/arbitrary-events.ts';
import { event, stateOf, story, T0 } from '../../fixtures/events.ts';

/** Three copies of a run that overlap in any way. */
const copies = anyRun.chain((events) =>
  fc.tuple(fc.subarray(events), fc.subarray(events), fc.subarray(events)),
);

describe('folding', () => {
  test('does not depend on the order of arrival', () => {
    const twoOrders = anyRun.chain((events) => fc.tuple(fc.constant(events), shuffled(events)));
    fc.assert(
      fc.property(twoOrders, ([a, b]) => {
        expect(foldRun(a)).toEqual(foldRun(b));
      }),
    );
  });

  test('does not mind events that arrive twice', () => {
    const withRepeats = anyRun.chain((events) =>
      fc.tuple(fc.constant(events), fc.subarray(events)),
    );
    fc.assert(
      fc.property(withRepeats, ([events, again]) => {
        expect(foldRun([...again, ...events, ...again])).toEqual(foldRun(events));
      }),
    );
  });

  test('leaves the events as they were', () => {
    fc.assert(
      fc.property(anyRun, (events) => {
        const before = JSON.stringify(events);
        foldRun(Object.freeze(events));
        expect(JSON.stringify(events)).toBe(before);
      }),
    );
  });

  test('gives every run that was started a state', () => {
    fc.assert(
      fc.property(anyRun, (events) => {
        const state = stateOf(events);
        if (state.status !== 'removed') {
          expect(state.finishedAt !== undefined).toBe(state.status !== 'open');
        }
        expect(state.changedAt).toBeGreaterThanOrEqual(state.startedAt);
        expect(state.lastEvent).not.toBe('start');
      }),
    );
  });
});

describe('taking back', () => {
  test('the event that came last leaves the run as it was before', () => {
    fc.assert(
      fc.property(anyRun, anyHappening, (events, what) => {
        fc.pre(what.kind !== 'undo');
        const last = event('last', 100, what);
        const undone = [...events, last, event('undo', 101, { kind: 'undo', target: 'last' })];
        expect({ ...stateOf(undone), changedAt: 0 }).toEqual({ ...stateOf(events), changedAt: 0 });
      }),
    );
  });

  test('and taking the undo back brings everything back', () => {
    fc.assert(
      fc.property(anyRun, (events) => {
        const target = [...events].sort(compareByTime).at(-1)?.id ?? '';
        const twice = [
          ...events,
          event('undo', 101, { kind: 'undo', target }),
          event('redo', 102, { kind: 'undo', target: 'undo' }),
        ];
        expect({ ...stateOf(twice), changedAt: 0 }).toEqual({ ...stateOf(events), changedAt: 0 });
      }),
    );
  });

  test('again and again what can be taken back comes to a run without marks', () => {
    fc.assert(
      fc.property(fc.array(anyHappening, { maxLength: 10 }), (happenings) => {
        const forward = happenings.filter(({ kind }) => kind !== 'undo');
        let events: RunEvent[] = story(...forward);
        for (let i = 0; i < forward.length; i += 1) {
          const target = stateOf(events).lastEvent ?? '';
          events = [...events, event(`u${i}`, T0 + 100_000 + i, { kind: 'undo', target })];
        }
        // Only the time of the last undo tells it from a run that was just started.
        expect({ ...stateOf(events), changedAt: T0 }).toEqual(stateOf(story()));
      }),
    );
  });
});

describe('merging', () => {
  test('is the union: commutative, associative, idempotent', () => {
    fc.assert(
      fc.property(copies, ([a, b, c]) => {
        expect(mergeEvents(a, b)).toEqual(mergeEvents(b, a));
        expect(mergeEvents(mergeEvents(a, b), c)).toEqual(mergeEvents(a, mergeEvents(b, c)));
        expect(mergeEvents(mergeEvents(a, b), b)).toEqual(mergeEvents(a, b));
      }),
    );
  });

  test('is so as well when events with one id differ, as after an edit by hand', () => {
    const forged = fc.array(
      fc
        .tuple(fc.constantFrom('x', 'y'), fc.integer({ min: 0, max: 2 }), anyHappening)
        .map(([id, at, what]) => event(id, at, what)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(forged, forged, forged, (a, b, c) => {
        expect(mergeEvents(a, b)).toEqual(mergeEvents(b, a));
        expect(mergeEvents(mergeEvents(a, b), c)).toEqual(mergeEvents(a, mergeEvents(b, c)));
        expect(mergeEvents(mergeEvents(a, b), b)).toEqual(mergeEvents(a, b));
      }),
    );
  });

  test('loses no event, adds none, and sorts by time', () => {
    fc.assert(
      fc.property(copies, ([a, b]) => {
        const merged = mergeEvents(a, b);
        const ids = merged.map(({ id }) => id);
        expect(new Set(ids)).toEqual(new Set([...a, ...b].map(({ id }) => id)));
        expect(ids).toHaveLength(new Set(ids).size);
        expect([...merged].sort(compareByTime)).toEqual(merged);
      }),
    );
  });

  test('folds to what the two copies together fold to', () => {
    fc.assert(
      fc.property(copies, ([a, b]) => {
        expect(foldRun(mergeEvents(a, b))).toEqual(foldRun([...b, ...a]));
      }),
    );
  });
});
