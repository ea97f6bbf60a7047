/** What holds for every import, whatever is in the file and whatever is here. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareByTime } from '../../../../src/progress/event-envelope.ts';
import { type RunEvent } from '../../../../src/progress/runs/event.ts';
import { foldRun } from '../../../../src/progress/runs/fold.ts';
import { planImport, runsAmong } from '../../../../src/progress/records/import.ts';
import { anyRun } from '../../fixtures/arbitrary-events.ts';
import { both, MARK, openRun, packedRun, written, type Stored } from '../../fixtures/stored.ts';

const anyMark = fc
  .record(
    {
      v: fc.constant(1),
      done: fc.boolean(),
      at: fc.integer({ min: 0, max: 3 }),
      tickedAt: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: ['v', 'done', 'at'] },
  )
  .map((mark) => new Map([[MARK, JSON.stringify(mark)]]));

const anyForeign = fc.subarray<unknown>([{ v: 2, id: 'x', at: 1, kind: 'sign' }, ['odd'], 7]);

/** One copy of a run: packed, single, or partly both. */
function copyOf(events: readonly RunEvent[]): fc.Arbitrary<Stored> {
  return fc
    .tuple(fc.subarray([...events]), fc.nat({ max: events.length }), fc.boolean(), anyForeign)
    .map(([some, cut, isPacked, foreign]) => {
      const ordered = some.sort(compareByTime);
      return isPacked
        ? both(packedRun('r', ordered.slice(0, cut), foreign), openRun('r', ordered.slice(cut)))
        : openRun('r', ordered);
    });
}

const anyPlace = (events: readonly RunEvent[]) =>
  fc.tuple(copyOf(events), fc.option(anyMark)).map(([run, mark]) => both(run, mark ?? new Map()));

const twoPlaces = anyRun.chain((events) => fc.tuple(anyPlace(events), anyPlace(events)));

const merged = (file: Stored, here: Stored) => written(here, planImport(file, here).writes);

/** How everything stands: the runs as they fold, the marks, and what is kept for newer versions. */
function standing(values: Stored) {
  const { runs } = runsAmong(values);
  const mark = JSON.parse(values.get(MARK) ?? '{}') as { at?: number };
  const { at } = mark;
  const packed = [...values].filter(([name]) => name.startsWith('done:'));
  const foreign = packed.flatMap(
    ([, text]) => (JSON.parse(text) as { foreign?: unknown[] }).foreign ?? [],
  );
  return {
    runs: [...runs]
      .filter(([, events]) => events.length > 0)
      .map(([id, events]) => [id, foldRun(events), events.map((each) => each.id)]),
    mark: { tickedAt: at, ...mark },
    foreign: foreign.map((each) => JSON.stringify(each)).sort(),
  };
}

describe('importing', () => {
  test('comes to the same whichever side is imported into the other', () => {
    fc.assert(
      fc.property(twoPlaces, ([a, b]) => {
        expect(standing(merged(a, b))).toEqual(standing(merged(b, a)));
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(twoPlaces, ([file, here]) => {
        const once = merged(file, here);
        const again = planImport(file, once);
        expect(again.writes).toEqual(new Map());
        const fates = [...again.runs, ...again.others].map(({ fate }) => fate);
        expect(fates.filter((fate) => fate !== 'same' && fate !== 'fewer')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('loses no event and no foreign value of either side', () => {
    fc.assert(
      fc.property(twoPlaces, ([file, here]) => {
        const idsIn = (values: Stored) =>
          [...runsAmong(values).runs.values()].flat().map(({ id }) => id);
        expect(new Set(idsIn(merged(file, here)))).toEqual(
          new Set([...idsIn(file), ...idsIn(here)]),
        );
        const after = new Set(standing(merged(file, here)).foreign);
        for (const each of [...standing(file).foreign, ...standing(here).foreign]) {
          expect(after).toContain(each);
        }
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('into nothing gives back what was exported', () => {
    fc.assert(
      fc.property(twoPlaces, ([file]) => {
        expect(standing(merged(file, new Map()))).toEqual(standing(file));
      }),
    );
  });

  test('shows how each run will stand', () => {
    fc.assert(
      fc.property(twoPlaces, ([file, here]) => {
        const plan = planImport(file, here);
        const { runs } = runsAmong(written(here, plan.writes));
        for (const { id, state } of plan.runs) expect(state).toEqual(foldRun(runs.get(id) ?? []));
      }),
    );
  });

  test('leaves an open run where it is found: with a value of its own', () => {
    fc.assert(
      fc.property(twoPlaces, ([file, here]) => {
        const after = merged(file, new Map());
        for (const values of [after, merged(here, after)]) {
          for (const [id, events] of runsAmong(values).runs) {
            if (foldRun(events)?.status !== 'open') continue;
            expect([...values.keys()].some((name) => name.startsWith(`run:${id}:`))).toBe(true);
          }
        }
      }),
    );
  });
});
