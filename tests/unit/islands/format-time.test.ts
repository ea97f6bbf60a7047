import { expect, test } from 'vitest';
import { formatClock, formatMoment } from '../../../src/islands/shared/format-time.ts';

test('the time of day has two digits for each part, just after midnight too', () => {
  expect(formatClock(+new Date(2026, 10, 28, 0, 4, 3))).toBe('00:04:03');
  expect(formatClock(+new Date(2026, 10, 28, 23, 59, 59))).toBe('23:59:59');
});

test('a moment is told by its day: today, yesterday, earlier, in another year', () => {
  const now = +new Date(2026, 10, 28, 0, 5);
  expect(formatMoment(+new Date(2026, 10, 28, 0, 4), now)).toBe('今天 00:04');
  expect(formatMoment(+new Date(2026, 10, 27, 23, 59), now)).toBe('昨天 23:59');
  expect(formatMoment(+new Date(2026, 10, 3, 9, 30), now)).toBe('11 月 3 日 09:30');
  expect(formatMoment(+new Date(2025, 11, 31, 8, 0), now)).toBe('2025 年 12 月 31 日 08:00');
});
