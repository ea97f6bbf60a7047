import { expect, test } from 'vitest';
import { handbookSchema } from '../../../src/schemas/handbook.ts';
import { refusals } from '../fixtures/refusals.ts';
import { rawHandbook } from '../fixtures/site.ts';

test('a handbook says whose it is', () => {
  expect(handbookSchema.parse(rawHandbook()).department).toBe('广告公司客户部');
  expect(refusals(handbookSchema, rawHandbook({ department: undefined }))).toEqual(['department']);
  expect(refusals(handbookSchema, rawHandbook({ department: '部' }))).toEqual(['department']);
  expect(refusals(handbookSchema, rawHandbook({ department: '字'.repeat(21) }))).toEqual([
    'department',
  ]);
});

test('a handbook has no fields of other pages', () => {
  expect(refusals(handbookSchema, rawHandbook({ groups: [] }))).toEqual(['']);
});
