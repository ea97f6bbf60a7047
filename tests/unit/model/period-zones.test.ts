/** The laws of periods, in the reader's own time zone, whichever that is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodEnd, periodOf } from '../../../src/model/period.ts';
import { inZone, ZONES } from '../fixtures/zone.ts';

const HOUR = 3_600_000;
const RECURRING = ['daily', 'weekly', 'monthly', 'quarterly'] as const;
const cadence = fc.constantFrom(...RECURRING);

/** Any moment, and more often one near a change of clocks or of the calendar. */
const moment = fc.oneof(
  fc.date({
    min: new Date('1980-01-01T00:00:00Z'),
    max: new Date('2060-01-01T00:00:00Z'),
    noInvalidDate: true,
  }),
  fc
    .record({
      near: fc.constantFrom(
        '1991-04-13T16:00:00Z', // Shanghai
        '1991-09-14T16:00:00Z',
        '2011-12-30T10:00:00Z', // Apia
        '2018-11-04T03:00:00Z', // São Paulo
        '2018-02-18T03:00:00Z',
        '2026-03-08T07:00:00Z', // New York
        '2026-11-01T06:00:00Z',
        '2026-03-29T01:00:00Z', // Berlin, Azores
        '2026-10-25T01:00:00Z',
        '2020-12-31T16:00:00Z',
        '2024-12-30T00:00:00Z',
        '2026-12-27T16:00:00Z',
        '2027-01-03T16:00:00Z',
      ),
      offset: fc.integer({ min: -30 * HOUR, max: 30 * HOUR }),
    })
    .map(({ near, offset }) => new Date(Date.parse(near) + offset)),
);

describe.each(ZONES)('in %s', (zone) => {
  const law = <T>(values: fc.Arbitrary<T>, check: (value: T) => void) =>
    inZone(zone, () => fc.assert(fc.property(values, check), { numRuns: 400 }));

  test('a period lasts until the millisecond before its end, and the next one begins there', () => {
    law(fc.tuple(cadence, moment), ([c, at]) => {
      const end = endOf(c, at);
      expect(+end).toBeGreaterThan(+at);
      expect(periodOf(c, new Date(+end - 1))).toBe(periodOf(c, at));
      expect(periodOf(c, end) > periodOf(c, at)).toBe(true);
    });
  });

  test('every moment up to the end lies in the same period and has the same end', () => {
    law(fc.tuple(cadence, moment, fc.double({ min: 0, max: 1, noNaN: true })), ([c, at, part]) => {
      const end = endOf(c, at);
      const between = new Date(Math.min(+at + Math.floor((+end - +at) * part), +end - 1));
      expect(periodOf(c, between)).toBe(periodOf(c, at));
      expect(periodEnd(c, between)).toEqual(end);
    });
  });

  test('later moments never have a smaller key', () => {
    law(fc.tuple(cadence, moment, moment), ([c, a, b]) => {
      const [first, second] = +a <= +b ? [a, b] : [b, a];
      expect(periodOf(c, first) <= periodOf(c, second)).toBe(true);
    });
  });

  test('going from end to end passes through periods that all differ', () => {
    law(fc.tuple(cadence, moment), ([c, at]) => {
      const keys = new Set<string>();
      for (let [i, now] = [0, at]; i < 20; i += 1, now = endOf(c, now)) keys.add(periodOf(c, now));
      expect(keys.size).toBe(20);
    });
  });

  test('weeks are those of an independent formula for ISO 8601', () => {
    law(moment, (at) => {
      expect(periodOf('weekly', at)).toBe(isoWeekByOrdinal(at));
    });
  });

  test('weeks begin on a Monday', () => {
    law(moment, (at) => {
      expect(endOf('weekly', at).getDay()).toBe(1);
    });
  });
});

describe('a change of clocks moves no boundary', () => {
  test.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Asia/Shanghai', '1991-04-14', 23],
    ['Asia/Shanghai', '1991-09-15', 25],
    ['Asia/Shanghai', '2026-03-29', 24],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ] as const)('in %s the day %s is one period of %d hours', (zone, text, hours) => {
    inZone(zone, () => {
      const noon = new Date(`${text}T12:00:00`);
      const end = endOf('daily', noon);
      const start = new Date(+end - hours * HOUR);
      expect(periodOf('daily', start)).toBe(text);
      expect(periodOf('daily', new Date(+start - 1))).not.toBe(text);
      expect(periodEnd('daily', start)).toEqual(end);
    });
  });

  test('a day that begins at 01:00 begins there', () => {
    inZone('America/Sao_Paulo', () => {
      expect(endOf('daily', new Date('2018-11-03T12:00:00'))).toEqual(
        new Date('2018-11-04T01:00:00-02:00'),
      );
    });
  });

  test('a day that the calendar left out is no period', () => {
    inZone('Pacific/Apia', () => {
      const end = endOf('daily', new Date('2011-12-29T12:00:00-10:00'));
      expect(end.toISOString()).toBe('2011-12-30T10:00:00.000Z');
      expect(periodOf('daily', new Date(+end - 1))).toBe('2011-12-29');
      expect(periodOf('daily', end)).toBe('2011-12-31');
    });
  });
});

test('one moment lies in the period of the place where it is read', () => {
  const at = new Date('2026-12-31T16:30:00Z');
  expect(inZone('Asia/Shanghai', () => periodOf('daily', at))).toBe('2027-01-01');
  expect(inZone('Europe/Berlin', () => periodOf('daily', at))).toBe('2026-12-31');
  expect(inZone('Asia/Shanghai', () => periodOf('quarterly', at))).toBe('2027-Q1');
  expect(inZone('America/New_York', () => periodOf('quarterly', at))).toBe('2026-Q4');
});

function endOf(c: (typeof RECURRING)[number], at: Date): Date {
  const end = periodEnd(c, at);
  if (!end) throw new Error(`${c} has no end`);
  return end;
}

/** The week by the day of the year and the weekday, with the number of weeks each year has. */
function isoWeekByOrdinal(at: Date): string {
  const year = at.getFullYear();
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const before = lengths.slice(0, at.getMonth()).reduce((sum, length) => sum + length, 0);
  const weekday = at.getDay() || 7;
  const week = Math.floor((before + at.getDate() - weekday + 10) / 7);
  if (week < 1) return name(year - 1, weeksIn(year - 1));
  return week > weeksIn(year) ? name(year + 1, 1) : name(year, week);
}

function weeksIn(year: number): number {
  const lastWeekday = (y: number) =>
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7;
  return lastWeekday(year) === 4 || lastWeekday(year - 1) === 3 ? 53 : 52;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function name(year: number, week: number): string {
  return `${year}-W${String(week).padStart(2, '0')}`;
}
