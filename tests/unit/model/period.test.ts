import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cadenceOf, periodEnd, periodOf, PERIOD_CADENCES } from '../../../src/model/period.ts';
import { periodLabel } from '../../../src/model/period-label.ts';

const day = (text: string) => new Date(`${text}T12:00:00`);

describe('periodOf', () => {
  test.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-01', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2024-12-31', '2025-W01'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-01-01', '2026-W01'],
    ['2026-11-23', '2026-W48'],
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('puts %s into ISO week %s', (text, week) => {
    expect(periodOf('weekly', day(text))).toBe(week);
  });

  test('names the day, month and quarter by the calendar year, also where the week has another', () => {
    const at = day('2027-01-01');
    expect(periodOf('daily', at)).toBe('2027-01-01');
    expect(periodOf('monthly', at)).toBe('2027-01');
    expect(periodOf('quarterly', at)).toBe('2027-Q1');
    expect(periodOf('weekly', at)).toBe('2026-W53');
  });

  test.each([
    ['2026-01-31', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-06-30', '2026-Q2'],
    ['2026-09-30', '2026-Q3'],
    ['2026-10-01', '2026-Q4'],
    ['2026-12-31', '2026-Q4'],
  ])('puts %s into quarter %s', (text, quarter) => {
    expect(periodOf('quarterly', day(text))).toBe(quarter);
  });

  test('has one period for each year', () => {
    expect(periodOf('yearly', day('2026-12-31'))).toBe('2026');
    expect(periodOf('yearly', day('2027-01-01'))).toBe('2027');
    expect(periodEnd('yearly', day('2026-02-28'))).toEqual(new Date('2027-01-01T00:00:00'));
    expect(periodLabel('2026')).toBe('2026 年');
  });

  test('has one period for what is done once', () => {
    expect(periodOf('once', day('1999-01-01'))).toBe('once');
    expect(periodOf('once', day('2099-01-01'))).toBe('once');
  });

  test('changes with the first millisecond of a day, not before', () => {
    expect(periodOf('daily', new Date('2026-12-31T23:59:59.999'))).toBe('2026-12-31');
    expect(periodOf('daily', new Date('2027-01-01T00:00:00.000'))).toBe('2027-01-01');
  });

  test('keeps keys sortable as text in the years before 1000', () => {
    const at = new Date(2000, 0, 15, 12);
    at.setFullYear(99);
    expect(periodOf('daily', at)).toBe('0099-01-15');
    expect(periodOf('monthly', at) < periodOf('monthly', day('2026-01-01'))).toBe(true);
  });
});

describe('periodEnd', () => {
  test.each([
    ['daily', '2026-12-31', '2027-01-01'],
    ['daily', '2028-02-28', '2028-02-29'],
    ['daily', '2026-02-28', '2026-03-01'],
    ['weekly', '2026-12-28', '2027-01-04'],
    ['weekly', '2027-01-03', '2027-01-04'],
    ['weekly', '2026-11-23', '2026-11-30'],
    ['monthly', '2026-01-31', '2026-02-01'],
    ['monthly', '2026-12-01', '2027-01-01'],
    ['quarterly', '2026-11-23', '2027-01-01'],
    ['quarterly', '2026-01-01', '2026-04-01'],
  ] as const)('ends the %s period of %s with the beginning of %s', (cadence, at, end) => {
    expect(periodEnd(cadence, day(at))).toEqual(new Date(`${end}T00:00:00`));
  });

  test('knows no end for what is done once', () => {
    expect(periodEnd('once', day('2026-11-23'))).toBeUndefined();
  });

  test('leaves the moment it is given as it was', () => {
    const at = day('2026-11-23');
    for (const cadence of PERIOD_CADENCES) periodEnd(cadence, at);
    expect(at).toEqual(day('2026-11-23'));
  });
});

describe('cadenceOf', () => {
  test.each([
    ['once', 'once'],
    ['2026-11-23', 'daily'],
    ['2026-W48', 'weekly'],
    ['2026-11', 'monthly'],
    ['2026-Q4', 'quarterly'],
  ])('reads from %s that it is %s', (key, cadence) => {
    expect(cadenceOf(key)).toBe(cadence);
  });

  test.each([
    '',
    'twice',
    '2026-Q5',
    '2026-Q0',
    '2026-W5',
    '2026-1-1',
    '26-11-23',
    ' 2026-11-23',
    '2026-11-23\n',
    '2026-11-23T00:00',
    '2026-w48',
    'ONCE',
  ])('takes %j for no period', (key) => {
    expect(cadenceOf(key)).toBeUndefined();
  });

  test('agrees with every key that periodOf makes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_CADENCES), anyMoment(), (cadence, at) => {
        expect(cadenceOf(periodOf(cadence, at))).toBe(cadence);
      }),
    );
  });
});

describe('periodLabel', () => {
  test.each([
    ['2026-11-03', '2026 年 11 月 3 日'],
    ['2026-W05', '2026 年第 5 周'],
    ['2026-W48', '2026 年第 48 周'],
    ['2026-02', '2026 年 2 月'],
    ['2026-Q4', '2026 年第 4 季度'],
    ['once', '不分周期'],
  ])('says %s in words', (key, words) => {
    expect(periodLabel(key)).toBe(words);
  });

  test('shows what is no period as it is', () => {
    expect(periodLabel('2026-Q9')).toBe('2026-Q9');
    expect(periodLabel('')).toBe('');
  });

  test('gives two periods of one cadence two labels', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PERIOD_CADENCES),
        anyMoment(),
        anyMoment(),
        (cadence, a, b) => {
          const [keyA, keyB] = [periodOf(cadence, a), periodOf(cadence, b)];
          expect(periodLabel(keyA) === periodLabel(keyB)).toBe(keyA === keyB);
        },
      ),
    );
  });
});

function anyMoment() {
  return fc.date({
    min: new Date('1950-01-01T00:00:00Z'),
    max: new Date('2150-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
}
