import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../../src/model/day.ts';
import { addWorkdays, isWorkday, type Holidays } from '../../../src/model/workdays.ts';

/** 2026 as announced, as far as the tests go; 2025 and 2027 are not entered. */
const HOLIDAYS: Holidays = {
  years: {
    2026: {
      off: ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05', '2026-12-31'],
      work: ['2026-05-09', '2026-12-26'],
    },
  },
};
/** The same, as pages hand it to their islands. */
const IN_TEXTS: Holidays = {
  years: {
    2026: {
      off: '2026-05-01 2026-05-02 2026-05-03 2026-05-04 2026-05-05 2026-12-31',
      work: '2026-05-09 2026-12-26',
    },
  },
};
const NONE: Holidays = { years: {} };

describe('a day', () => {
  test.each([
    ['2026-04-30', true, 'a Thursday'],
    ['2026-05-01', false, 'a holiday on a Friday'],
    ['2026-05-02', false, 'a holiday on a Saturday'],
    ['2026-05-09', true, 'a Saturday worked in exchange'],
    ['2026-05-10', false, 'an ordinary Sunday'],
    ['2027-05-03', true, 'a Monday of a year that is not entered'],
    ['2027-05-01', false, 'a Saturday of a year that is not entered'],
  ])('%s: %s, %s', (day, worked) => {
    expect(isWorkday(day, HOLIDAYS)).toBe(worked);
    expect(isWorkday(day, IN_TEXTS)).toBe(worked);
  });
});

describe('counting', () => {
  test.each([
    ['2026-11-23', 3, '2026-11-26', 'within a week'],
    ['2026-11-26', 3, '2026-12-01', 'over a weekend'],
    ['2026-11-28', 1, '2026-11-30', 'from a Saturday'],
    ['2026-04-30', 1, '2026-05-06', 'over a holiday'],
    ['2026-04-30', 4, '2026-05-09', 'to a Saturday that is worked'],
    ['2026-05-09', 1, '2026-05-11', 'from a Saturday that is worked'],
    ['2026-04-30', 0, '2026-04-30', 'no day'],
    ['2026-05-01', 0, '2026-05-01', 'no day, from a holiday'],
  ])('%s + %d = %s: %s', (day, n, expected) => {
    expect(addWorkdays(day, n, HOLIDAYS)).toEqual({ day: expected, uncovered: [] });
  });

  test('says which years it passed through without knowing their holidays', () => {
    expect(addWorkdays('2026-12-30', 1, HOLIDAYS)).toEqual({
      day: '2027-01-01',
      uncovered: [2027],
    });
    expect(addWorkdays('2026-12-28', 2, HOLIDAYS).uncovered).toEqual([]);
    expect(addWorkdays('2026-12-30', 300, HOLIDAYS).uncovered).toEqual([2027, 2028]);
    expect(addWorkdays('2025-12-31', 1, HOLIDAYS)).toEqual({ day: '2026-01-01', uncovered: [] });
    expect(addWorkdays('2026-11-23', 1, NONE)).toEqual({ day: '2026-11-24', uncovered: [2026] });
  });

  test.each([-1, 0.5, NaN, Infinity])('by %d is refused', (n) => {
    expect(() => addWorkdays('2026-11-23', n, HOLIDAYS)).toThrow(RangeError);
  });

  test('from what is no day, or out of the calendar, is refused', () => {
    expect(() => addWorkdays('2026-02-30', 1, HOLIDAYS)).toThrow(RangeError);
    expect(() => addWorkdays('9999-12-31', 1, HOLIDAYS)).toThrow(RangeError);
  });
});

describe('whatever the holidays are', () => {
  const dayIn2026 = fc.nat({ max: 364 }).map((n) => addDays('2026-01-01', n));
  const anyHolidays: fc.Arbitrary<Holidays> = fc
    .record({ off: fc.array(dayIn2026, { maxLength: 40 }), work: fc.array(dayIn2026) })
    .map(({ off, work }) => ({
      years: {
        2026: { off, work: work.filter((day) => weekdayOf(day) > 5 && !off.includes(day)) },
      },
    }));
  const from = fc.integer({ min: -30, max: 395 }).map((n) => addDays('2026-01-01', n));
  const few = fc.integer({ min: 1, max: 30 });

  test('the n-th working day is one, and n of them lie between', () => {
    fc.assert(
      fc.property(from, few, anyHolidays, (day, n, holidays) => {
        const to = addWorkdays(day, n, holidays).day;
        let passed = 0;
        for (let at = addDays(day, 1); at <= to; at = addDays(at, 1)) {
          if (isWorkday(at, holidays)) passed += 1;
        }
        expect(isWorkday(to, holidays)).toBe(true);
        expect(passed).toBe(n);
      }),
    );
  });

  test('counting on from a count is counting both', () => {
    fc.assert(
      fc.property(from, few, few, anyHolidays, (day, a, b, holidays) => {
        const first = addWorkdays(day, a, holidays);
        const second = addWorkdays(first.day, b, holidays);
        const both = addWorkdays(day, a + b, holidays);
        expect(second.day).toBe(both.day);
        expect([...new Set([...first.uncovered, ...second.uncovered])]).toEqual(both.uncovered);
      }),
    );
  });
});
