import { describe, expect, test } from 'vitest';
import { overviewColumns } from '../../../src/handbook/columns.ts';
import type { Handbook, Page } from '../../../src/handbook/types.ts';

/** A handbook with so many pages in each section, all with a summary of so many characters. */
function handbook(counts: readonly number[], summary = 30): Handbook {
  const pages = (count = 0) =>
    Array.from({ length: count }, () => ({ data: { summary: '字'.repeat(summary) } }) as Page);
  const [roles, workflows, techniques, rules] = counts.map(pages);
  return { roles, workflows, techniques, rules } as unknown as Handbook;
}

describe("the overview's columns", () => {
  test.each([
    [[4, 4, 4, 4], 2],
    [[12, 3, 3, 3], 1],
    [[2, 2, 2, 12], 3],
    [[3, 2, 8, 3], 2],
    [[0, 0, 0, 0], 2],
  ])('are of about the same height with %j pages: %i sections at the left', (counts, left) => {
    const [first, second] = overviewColumns(handbook(counts));
    expect([...first, ...second]).toEqual(['roles', 'workflows', 'techniques', 'rules']);
    expect(first).toHaveLength(left);
  });

  test('count only titles where a section is too long for summaries', () => {
    expect(overviewColumns(handbook([60, 30, 30, 1], 20))[0]).toHaveLength(1);
    expect(overviewColumns(handbook([61, 30, 30, 1], 20))[0]).toHaveLength(2);
  });
});
