/** What is asked of whom, and by which day. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_REVISION, revisionsOf } from '../../../../src/handbook/revisions.ts';
import type { Site } from '../../../../src/handbook/types.ts';
import type { Day } from '../../../../src/model/day.ts';
import type { PlanItem } from '../../../../src/model/plan.ts';
import { isWorkday, type Holidays } from '../../../../src/model/workdays.ts';
import {
  countItems,
  dayOfPlan,
  itemsDue,
  type AgendaInput,
} from '../../../../src/progress/training/agenda.ts';
import { foldTraining, itemKey, type StartedPlan } from '../../../../src/progress/training/fold.ts';
import { anyDay, anyRev, anyTraining, MADE, REFS } from '../../fixtures/arbitrary-training.ts';

/** The golden week of 2026, with its exchanged days; 2027 is not entered. */
const CALENDAR: Holidays = {
  years: {
    2026: {
      off: '2026-10-01 2026-10-02 2026-10-03 2026-10-04 2026-10-05 2026-10-06 2026-10-07',
      work: '2026-09-27 2026-10-10',
    },
  },
};
const NOTHING = foldTraining([]);

const started = (id: string, day: Day, items: readonly PlanItem[]): StartedPlan => {
  return { id, plan: { id, title: id, items }, day, at: MADE };
};
const due = (input: Partial<AgendaInput>) =>
  itemsDue({
    started: [],
    state: NOTHING,
    revs: () => 1,
    calendar: CALENDAR,
    today: '2026-10-12',
    ...input,
  });

describe('the day of a plan', () => {
  test.each([
    ['2026-09-28', 1, '2026-09-28'],
    ['2026-09-26', 1, '2026-09-27'], // a Saturday; the Sunday is worked
    ['2026-10-01', 1, '2026-10-08'], // begun on a holiday
    ['2026-09-30', 2, '2026-10-08'],
    ['2026-10-08', 4, '2026-10-12'], // Thursday, Friday, the Saturday that is worked, Monday
  ])('begun on %s, day %i is %s', (start, number, day) => {
    expect(dayOfPlan(start, number, CALENDAR)).toEqual({ day, uncovered: [] });
  });

  test('is always a working day, and later days are never sooner', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (start, number) => {
        const one = dayOfPlan(start, number, CALENDAR).day;
        expect(isWorkday(one, CALENDAR)).toBe(true);
        expect(dayOfPlan(start, number + 1, CALENDAR).day > one).toBe(true);
        expect(one >= start).toBe(true);
      }),
    );
  });

  test('from a start of the last years of the calendar it is that start: no receipt stops a table', () => {
    for (const start of ['9999-12-31', '9999-12-30', '9991-01-01']) {
      expect(dayOfPlan(start, 1_000, CALENDAR).day).toBe(start);
    }
    expect(dayOfPlan('9990-12-31', 1_000, CALENDAR).day > '9994').toBe(true);
  });

  test('says that a year is not entered, also the one it begins in', () => {
    expect(dayOfPlan('2026-12-31', 2, CALENDAR)).toEqual({ day: '2027-01-01', uncovered: [2027] });
    expect(dayOfPlan('2027-01-04', 1, CALENDAR)).toEqual({ day: '2027-01-04', uncovered: [2027] });
  });
});

describe('the list', () => {
  const read = (ref: string, day: number): PlanItem => ({ ref, need: 'read', day });
  const plans = [
    started('a', '2026-10-09', [read(REFS[0], 1), read(REFS[1], 5)]),
    started('b', '2026-10-08', [read(REFS[2], 1), read(REFS[1], 2)]),
  ];

  test('has what two plans share once, by the sooner day', () => {
    const items = due({ started: plans });
    expect(items.map(({ ref, due: day, plans: of }) => [ref, day, of])).toEqual([
      [REFS[2], '2026-10-08', ['b']],
      [REFS[0], '2026-10-09', ['a']],
      [REFS[1], '2026-10-09', ['a', 'b']],
    ]);
  });

  test('asks apart for reading and for practising', () => {
    const both = [read(REFS[0], 1), { ref: REFS[0], need: 'practise' as const, day: 1 }];
    expect(due({ started: [started('a', '2026-10-09', both)] })).toHaveLength(2);
  });

  test('is late after the day, not on it', () => {
    const late = (today: Day) => due({ started: plans, today }).map(({ isLate }) => isLate);
    expect(late('2026-10-09')).toEqual([true, false, false]);
    expect(late('2026-10-10')).toEqual([true, true, true]);
  });

  test('asks again for what changed, and does not call that late', () => {
    const event = { v: 1, id: 'r', at: MADE, kind: 'read', ref: REFS[0], rev: 1 } as const;
    const [, item] = due({ started: plans, state: foldTraining([event]), revs: () => 2 });
    expect(item).toMatchObject({ state: 'changed', isLate: false, rev: 2, confirmed: { rev: 1 } });
  });

  test('keeps what was retired, and asks nobody for it', () => {
    const event = { v: 1, id: 'r', at: MADE, kind: 'read', ref: REFS[0], rev: 1 } as const;
    const revs = (ref: string) => (ref === REFS[0] || ref === REFS[1] ? undefined : 1);
    const items = due({ started: plans, state: foldTraining([event]), revs, today: '2026-11-27' });
    expect(items.map(({ state, isLate }) => [state, isLate])).toEqual([
      ['open', true],
      ['retired', false],
      ['retired', false],
    ]);
    expect(items[1]?.confirmed).toMatchObject({ rev: 1 });
    expect(countItems(items)).toEqual({ done: 0, total: 1, late: 1, changed: 0 });
    expect(countItems(items, 'a')).toEqual({ done: 0, total: 0, late: 0, changed: 0 });
  });

  test('asks for exactly what is not confirmed at the present revision', () => {
    fc.assert(
      fc.property(anyTraining, anyRev, anyDay, (events, rev, today) => {
        const state = foldTraining(events);
        const items = due({ started: state.starts, state, revs: () => rev, today });
        const keys = items.map(({ ref, need }) => itemKey(ref, need));
        const wanted = state.starts.flatMap(({ plan }) => plan.items);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(new Set(wanted.map(({ ref, need }) => itemKey(ref, need))));
        for (const item of items) {
          const { rev: confirmed = 0 } = state.confirmed(item.ref, item.need) ?? {};
          expect(item.state === 'done').toBe(confirmed >= rev);
          expect(item.isLate).toBe(confirmed === 0 && item.due < today);
        }
        expect(items.map(({ due: day }) => day)).toEqual(items.map(({ due: day }) => day).sort());
      }),
    );
  });

  test('asks anew for what an edition changed materially, and for nothing else', () => {
    const anyChanges = fc.array(
      fc.record({ ref: fc.constantFrom(...REFS), material: fc.boolean() }),
    );
    fc.assert(
      fc.property(anyTraining, anyChanges, anyRev, (events, changes, number) => {
        const state = foldTraining(events);
        const revsOf = (editions: readonly object[]) => {
          const site = { editions, register: { moved: [] } } as unknown as Site;
          const revisions = revisionsOf(site);
          return (ref: string) => revisions.get(ref) ?? FIRST_REVISION;
        };
        const list = (editions: readonly object[]) =>
          due({ started: state.starts, state, revs: revsOf(editions) });
        const before = [{ number, changes: [{ ref: REFS[2], material: true }] }];
        const after = list([{ number: number + 1, changes }, ...before]);
        const isTouched = (ref: string) =>
          changes.some(
            (each) => each.material && (each.ref === ref || each.ref.split('#')[0] === ref),
          );
        for (const [index, item] of list(before).entries()) {
          const now = after[index];
          if (!isTouched(item.ref)) expect(now).toEqual(item);
          else
            expect(now).toMatchObject({
              ref: item.ref,
              rev: number + 1,
              ...(item.confirmed ? { confirmed: item.confirmed } : {}),
            });
        }
      }),
    );
  });
});
