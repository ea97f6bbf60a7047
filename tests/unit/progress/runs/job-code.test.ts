import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobCodeFor } from '../../../../src/progress/runs/job-code.ts';
import { inZone } from '../../fixtures/zone.ts';

const now = new Date('2026-11-23T12:00:00');

describe('jobCodeFor', () => {
  test('begins each year with 001', () => {
    expect(jobCodeFor([], now)).toBe('2026-001');
    expect(jobCodeFor(['2025-412', '2027-009'], now)).toBe('2026-001');
  });

  test('goes on after the highest number, gaps left as they are', () => {
    expect(jobCodeFor(['2026-001', '2026-031', '2026-007'], now)).toBe('2026-032');
  });

  test('passes over codes of another form', () => {
    const others = ['', 'JOB-77', '2026', '2026-7', '2026-08', '2026-1a2', 'x2026-500', '客户甲'];
    expect(jobCodeFor([...others, '2026-003'], now)).toBe('2026-004');
  });

  test('takes no notice of spaces around a code', () => {
    expect(jobCodeFor([' 2026-005 '], now)).toBe('2026-006');
  });

  test('counts on past 999', () => {
    expect(jobCodeFor(['2026-999'], now)).toBe('2026-1000');
    expect(jobCodeFor(['2026-1000', '2026-999'], now)).toBe('2026-1001');
  });

  test('takes the year of the place where it is asked', () => {
    const at = new Date('2026-12-31T16:30:00Z');
    expect(inZone('Asia/Shanghai', () => jobCodeFor([], at))).toBe('2027-001');
    expect(inZone('Europe/Berlin', () => jobCodeFor([], at))).toBe('2026-001');
  });

  test('never offers a code that is used', () => {
    const code = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.integer({ min: 2024, max: 2028 }), fc.integer({ min: 0, max: 5000 }))
        .map(([year, number]) => `${year}-${String(number).padStart(3, '0')}`),
    );
    fc.assert(
      fc.property(fc.array(code), (used) => {
        expect(used).not.toContain(jobCodeFor(used, now));
        expect(jobCodeFor(used, now)).toMatch(/^2026-\d{3,}$/);
      }),
    );
  });
});
