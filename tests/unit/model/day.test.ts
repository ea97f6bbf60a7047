import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, endOfDay, isDay, startOfDay, weekdayOf } from '../../../src/model/day.ts';
import { periodEnd, periodOf } from '../../../src/model/period.ts';
import { inZone, ZONES } from '../fixtures/zone.ts';

const anyMoment = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map(Number);
/** Days, more often those around a change of clocks. */
const anyDay = fc.oneof(
  anyMoment.map((at) => new Date(at).toISOString().slice(0, 10)),
  fc
    .tuple(
      fc.constantFrom(
        '2011-12-30',
        '2018-11-04',
        '2018-02-18',
        '2026-03-29',
        '2026-10-25',
        '2026-04-05',
      ),
      fc.integer({ min: -2, max: 2 }),
    )
    .map(([day, offset]) => addDays(day, offset)),
);

test.each(['2026-11-23', '2024-02-29', '0099-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true);
});

test.each([
  '2026-02-30',
  '2026-2-3',
  '2026-13-01',
  '2026-11-23T00:00',
  ' 2026-11-23',
  '',
  20261123,
  null,
  new Date(),
  ['2026-11-23'],
])('%o is no day', (value) => {
  expect(isDay(value)).toBe(false);
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(addDays('2026-11-23', 0)).toBe('2026-11-23');
});

test('weekdays are counted from Monday', () => {
  expect(weekdayOf('2026-11-23')).toBe(1);
  expect(weekdayOf('2026-11-29')).toBe(7);
});

test('what is no day is refused', () => {
  expect(() => addDays('soon', 1)).toThrow('"soon"');
  expect(() => weekdayOf('2026-02-30')).toThrow(RangeError);
  expect(() => startOfDay('')).toThrow(RangeError);
  expect(() => endOfDay('2026-11')).toThrow(RangeError);
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addDays('2026-11-23', NaN)).toThrow(RangeError);
});

test('a moment that is none, or too far away, lies in no day', () => {
  expect(dayOf(NaN)).toBeUndefined();
  expect(dayOf(Infinity)).toBeUndefined();
  expect(dayOf(8.64e15)).toBeUndefined();
  expect(dayOf(-8.64e15)).toBeUndefined();
});

test('the last day of the calendar has an end', () => {
  expect(new Date(endOfDay('9999-12-31')).getFullYear()).toBe(10_000);
});

describe.each(ZONES)('in %s', (zone) => {
  const law = <T>(values: fc.Arbitrary<T>, check: (value: T) => void) =>
    inZone(zone, () => fc.assert(fc.property(values, check), { numRuns: 300 }));

  test('a moment lies in the day that daily duties are ticked for', () => {
    law(anyMoment, (at) => {
      expect(dayOf(at)).toBe(periodOf('daily', new Date(at)));
    });
  });

  test('a day begins with its first moment, and the moment before lies in an earlier day', () => {
    law(anyDay, (day) => {
      const start = startOfDay(day);
      const left = dayOf(start) !== day;
      // Only Apia ever left out a day, and the moment that stands for it comes right after it.
      expect(left).toBe(zone === 'Pacific/Apia' && day === '2011-12-30');
      expect((dayOf(start - 1) ?? '') < day).toBe(true);
    });
  });

  test('a day ends where the next one begins', () => {
    law(anyDay, (day) => {
      expect(endOfDay(day)).toBe(startOfDay(addDays(day, 1)));
    });
  });

  test('a day ends where the period does', () => {
    law(anyMoment, (at) => {
      const next = endOfDay(dayOf(at) ?? '');
      expect(next).toBe(periodEnd('daily', new Date(at))?.valueOf());
    });
  });
});
