import { expect, test } from 'vitest';
import { formatIsoDay, formatStamp, isoDay } from '../../../src/model/format-day.ts';
import { inZone, ZONES } from '../fixtures/zone.ts';

test.each(ZONES)('a moment is told by the clock of %s', (zone) => {
  inZone(zone, () => {
    const at = new Date(2026, 2, 5, 9, 7);
    expect(isoDay(at)).toBe('2026-03-05');
    expect(formatStamp(+at)).toBe('2026-03-05 09:07');
  });
});

test('a day in words has no leading zeros', () => {
  expect(formatIsoDay('2026-03-05')).toBe('2026 年 3 月 5 日');
  expect(formatIsoDay('2026-11-23')).toBe('2026 年 11 月 23 日');
});
