import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { testFaults } from './expect-fault.ts';
import { HOLIDAYS, treeWith, treeWithFile } from './good-tree.ts';
import { publishedTree } from './published-tree.ts';

describe('holidays', () => {
  testFaults([
    {
      name: 'day that the calendar does not have',
      file: HOLIDAYS,
      change: ['- 2026-05-04', '- 2026-02-30'],
      rule: 'bad-date',
      at: '2026-02-30',
      expected: '年-月-日',
      says: ['off（放假）', '2026-02-30'],
    },
    {
      name: 'day worked that is none',
      file: HOLIDAYS,
      change: ['- 2026-05-09', '- 5 月 9 日'],
      rule: 'bad-date',
      at: '5 月 9 日',
      expected: '2026-11-23',
      says: ['work（上班）', '调休上班的日期'],
    },
    {
      name: 'day of another year',
      file: HOLIDAYS,
      change: ['- 2026-05-04', '- 2025-12-31'],
      rule: 'day-of-other-year',
      at: '2025-12-31',
      expected: '它自己那一年',
      says: ['2026 年这一组', '移到 2025 年那一组'],
    },
    {
      name: 'day that is off and worked',
      file: HOLIDAYS,
      change: ['- 2026-05-09', '- 2026-05-02'],
      rule: 'off-and-work',
      at: '2026-05-02\n    - 2026-04-26',
      expected: '要么放假，要么上班',
      says: ['2026-05-02', '第 10 行'],
    },
    {
      name: 'day worked that is an ordinary weekday',
      file: HOLIDAYS,
      change: ['- 2026-05-09', '- 2026-05-08'],
      rule: 'worked-weekday',
      at: '2026-05-08',
      expected: '周六、周日',
      says: ['2026-05-08 是星期五'],
    },
    {
      name: 'day off given twice',
      file: HOLIDAYS,
      change: ['- 2026-05-04', '- 2026-05-01'],
      rule: 'repeated-day',
      at: '2026-05-01\n  work',
      expected: '一天只写一次',
      says: ['第 9 行'],
    },
    {
      name: 'day worked given twice',
      file: HOLIDAYS,
      change: ['- 2026-04-26', '- 2026-05-09 # 又写'],
      rule: 'repeated-day',
      at: '# 又写',
      expected: '一天只写一次',
    },
    {
      name: 'year given twice',
      file: HOLIDAYS,
      change: [
        'year: 2025\n  off:\n    - 2025-10-01\n    - 2025-10-02',
        'year: 2026\n  off: [2026-10-01]',
      ],
      rule: 'duplicate-year',
      at: 'year: 2026\n  off:\n',
      expected: '同一年只写一组',
      says: ['第 2 行'],
    },
    {
      name: 'year without the days worked',
      file: HOLIDAYS,
      change: ['    - 2025-10-02\n  work: []', '    - 2025-10-02'],
      rule: 'missing-field',
      at: 'year: 2025',
      expected: 'work（上班）',
    },
    {
      name: 'year without days off',
      file: HOLIDAYS,
      change: ['off:\n    - 2025-10-01\n    - 2025-10-02', 'off: []'],
      rule: 'too-few',
      at: 'off: []',
      expected: '至少有 1 项',
    },
    {
      name: 'mistyped field',
      file: HOLIDAYS,
      change: ['work: []', 'wrok: []\n  work: []'],
      rule: 'unknown-field',
      at: 'wrok',
      expected: 'year、off、work',
    },
    {
      name: 'year in quotes',
      file: HOLIDAYS,
      change: ['year: 2025', 'year: "2025"'],
      rule: 'wrong-type',
      at: 'year: "2025"',
      expected: '一个数字',
    },
  ]);

  test.each(['', '# nothing yet\n', '2026:\n  off: []\n', 'none\n'])(
    'no list of years: %o',
    (text) => {
      const problems = checkContent(treeWithFile(HOLIDAYS, text));
      expect(problems).toMatchObject([{ file: HOLIDAYS, rule: 'no-years' }]);
      expect(problems[0]?.expected).toContain('- year: 2026');
    },
  );

  test('the order of the days is no fault', () => {
    expect(
      checkContent(
        treeWith(HOLIDAYS, '- 2025-10-01\n    - 2025-10-02', '- 2025-10-02\n    - 2025-10-01'),
      ),
    ).toEqual([]);
  });

  test('a build needs the file', () => {
    const without = publishedTree().filter(({ path }) => path !== HOLIDAYS);
    expect(checkContent(without)).toEqual([]);
    expect(checkContent(without, { register: true })).toMatchObject([
      { file: HOLIDAYS, line: 1, rule: 'missing-holidays' },
    ]);
  });
});
