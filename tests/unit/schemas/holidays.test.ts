import { expect, test } from 'vitest';
import {
  holidayEntrySchema,
  holidaysSchema,
  parseHolidays,
} from '../../../src/schemas/holidays.ts';
import { refusals } from '../fixtures/refusals.ts';

const YEAR = { year: 2026, off: ['2026-01-01'], work: ['2026-01-04'] };

test('a year with its days is accepted', () => {
  expect(refusals(holidaysSchema, [YEAR, { ...YEAR, year: 2027, work: [] }])).toEqual([]);
});

test.each([
  ['0.year', { year: '2026' }],
  ['0.year', { year: 0 }],
  ['0.off', { off: [] }],
  ['0.work', { work: undefined }],
  ['0.off.0', { off: ['2026-02-30'] }],
  ['0.work.0', { work: ['2026/01/04'] }],
  ['0', { name: '元旦' }],
])('%s is refused', (path, change) => {
  expect(refusals(holidaysSchema, [{ ...YEAR, ...change }])).toEqual([path]);
});

test('the file is read by years, its days as they are written', () => {
  const text = '- year: 2026\n  off:\n    - 2026-01-01 # 元旦\n  work: []\n';
  const entries = parseHolidays(text);
  expect(entries).toEqual({ 2026: { off: ['2026-01-01'], work: [] } });
  expect(refusals(holidayEntrySchema, entries['2026'])).toEqual([]);
  expect(parseHolidays('# nothing yet\n')).toEqual({});
});
