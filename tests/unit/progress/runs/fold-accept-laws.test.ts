/** Accepting a changed handbook never loses a tick, whatever the run and whatever changed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldRun, type RunState, type StepMark } from '../../../../src/progress/runs/fold.ts';
import { anyAccept, anyRun, shuffled } from '../../fixtures/arbitrary-events.ts';
import { accept, confirm, event, stateOf, tick } from '../../fixtures/events.ts';

/** `1:a` → `1:b` where a was renamed to b. */
function renamedKey(key: string, renamed: Readonly<Record<string, string>>): string {
  const [round, step = ''] = key.split(':');
  return `${round}:${Object.hasOwn(renamed, step) ? renamed[step] : step}`;
}

/** The keys under which something stood before, by the key that it has now. */
function sources(keys: Iterable<string>, renamed: Readonly<Record<string, string>>) {
  const found = new Map<string, string[]>();
  for (const key of keys) {
    const now = renamedKey(key, renamed);
    found.set(now, [...(found.get(now) ?? []), key]);
  }
  return found;
}

const LAST = 1000;

describe('accepting a text', () => {
  test('leaves every mark under the id that its step has now, and adds none', () => {
    fc.assert(
      fc.property(anyRun, anyAccept, (events, what) => {
        const before = stateOf(events);
        const after = stateOf([...events, event('last', LAST, what)]);
        const from = sources(before.marks.keys(), what.renamed);
        expect([...after.marks.keys()].sort()).toEqual([...from.keys()].sort());
        for (const [key, keys] of from) {
          const plain = (state: RunState, at: string) => ({
            ...(state.marks.get(at) as StepMark),
            unconfirmed: undefined,
          });
          const mark = plain(after, key);
          const stood = keys.map((each) => plain(before, each));
          // Where steps became one, it is the mark of one of them: the one made last.
          expect(stood).toContainEqual(mark);
          expect(mark.at).toBe(Math.max(...stood.map((each) => each.at)));
        }
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('leaves every note to be read', () => {
    fc.assert(
      fc.property(anyRun, anyAccept, (events, what) => {
        const before = stateOf(events);
        const after = stateOf([...events, event('last', LAST, what)]);
        for (const [key, note] of before.notes) {
          expect(after.notes.get(renamedKey(key, what.renamed))?.text).toContain(note.text);
        }
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('lets exactly the marks of reworded steps ask, until they are confirmed', () => {
    fc.assert(
      fc.property(anyRun, anyAccept, (events, what) => {
        const asking = (state: RunState) =>
          [...state.marks].filter(([, mark]) => mark.unconfirmed).map(([key]) => key);
        const before = stateOf(events);
        const accepted = [...events, event('last', LAST, what)];
        const after = stateOf(accepted);
        const wasAsking = asking(before).map((key) => renamedKey(key, what.renamed));
        for (const key of after.marks.keys()) {
          const [, step = ''] = key.split(':');
          if (what.reworded.includes(step)) expect(asking(after)).toContain(key);
          else if (!wasAsking.includes(key)) expect(asking(after)).not.toContain(key);
        }
        const confirmed = asking(after).map((key, index) => {
          const [round, step = ''] = key.split(':');
          return event(`c${index}`, LAST + 1 + index, confirm(step, Number(round)));
        });
        // A confirmation goes by the id that the step has now, unless that one is renamed as well.
        if (Object.keys(what.renamed).length === 0 && events.every((e) => e.kind !== 'accept')) {
          expect(asking(stateOf([...accepted, ...confirmed]))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('at any moment renames what was done before and what old tabs did after alike', () => {
    const renamed = { a: 'new-a', b: 'new-b', c: 'new-c', review: 'new-review' };
    const withoutAccepts = anyRun.map((events) => events.filter(({ kind }) => kind !== 'accept'));
    fc.assert(
      fc.property(withoutAccepts, fc.integer({ min: 0, max: 9 }), (events, at) => {
        const before = stateOf(events);
        const after = stateOf([...events, event('accepted', at, accept('t9', renamed))]);
        const expected = [...before.marks].map(([key, mark]) => [renamedKey(key, renamed), mark]);
        expect(Object.fromEntries(after.marks)).toEqual(Object.fromEntries(expected));
        expect(after.status).toBe(before.status);
      }),
    );
  });

  test('and ticking what is asked for under the new ids can always be done', () => {
    fc.assert(
      fc.property(anyRun, anyAccept, (events, what) => {
        const target = 'fresh';
        const all = [...events, event('last', LAST, what), event('t', LAST + 1, tick(target))];
        expect(stateOf(all).marks.get(`1:${target}`)).toMatchObject({ kind: 'done', event: 't' });
      }),
    );
  });

  test('by two tabs at once comes to the same state in whatever order they hear of it', () => {
    const two = fc
      .tuple(anyRun, anyAccept, anyAccept, fc.integer({ min: 0, max: 9 }))
      .map(([run, a, b, at]) => [...run, event('x', at, a), event('y', at, b)])
      .chain((events) => fc.tuple(fc.constant(events), shuffled(events)));
    fc.assert(
      fc.property(two, ([a, b]) => {
        expect(foldRun(a)).toEqual(foldRun(b));
      }),
    );
  });

  test('and taking it back leaves the run as it was', () => {
    fc.assert(
      fc.property(anyRun, anyAccept, (events, what) => {
        const undone = [
          ...events,
          event('last', LAST, what),
          event('undo', LAST + 1, { kind: 'undo', target: 'last' }),
        ];
        expect({ ...stateOf(undone), changedAt: 0 }).toEqual({ ...stateOf(events), changedAt: 0 });
      }),
    );
  });
});
