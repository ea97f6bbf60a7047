/** The public holidays that deadlines count by. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays } from '../../src/model/day.ts';
import { addWorkdays, isWorkday, type HolidayYear } from '../../src/model/workdays.ts';
import { holidaysSchema, parseHolidays } from '../../src/schemas/holidays.ts';

const text = readFileSync('content/holidays.yaml', 'utf8');
const years = parseHolidays(text) as unknown as Record<string, HolidayYear>;

test('the years before and of the first edition are entered', () => {
  expect(Object.keys(years)).toEqual(expect.arrayContaining(['2025', '2026']));
});

test('every year reads as a year of holidays', () => {
  const list = Object.entries(years).map(([year, days]) => ({ year: Number(year), ...days }));
  expect(holidaysSchema.safeParse(list).success).toBe(true);
});

// 13 days of public holiday since 2025; all others off are weekends, or worked in exchange.
test.each(['2025', '2026'])('%s has as many working days as the law gives it', (year) => {
  let [worked, weekdays] = [0, 0];
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
    if (isWorkday(day, { years })) worked += 1;
    if (isWorkday(day, { years: {} })) weekdays += 1;
  }
  expect(worked).toBe(weekdays - 13);
});

test.each([
  ['2026-02-13', 1, '2026-02-14'], // the Saturday before the Spring Festival is worked
  ['2026-02-14', 1, '2026-02-24'],
  ['2026-09-30', 3, '2026-10-10'],
  ['2025-09-30', 1, '2025-10-09'],
])('%s and %d working days is %s', (day, n, expected) => {
  expect(addWorkdays(day, n, { years })).toEqual({ day: expected, uncovered: [] });
});
