import { expect, test } from 'vitest';
import { formatDay } from '../../../src/handbook/dates.ts';
import { inZone, ZONES } from '../fixtures/zone.ts';

test.each(ZONES)('a day of the frontmatter is the same day in %s', (zone) => {
  expect(inZone(zone, () => formatDay(new Date('2026-11-03')))).toBe('2026 年 11 月 3 日');
  expect(inZone(zone, () => formatDay(new Date('2026-12-31')))).toBe('2026 年 12 月 31 日');
});
