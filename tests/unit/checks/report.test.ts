import { expect, test } from 'vitest';
import type { Problem } from '../../../src/checks/index.ts';
import { formatProblems } from '../../../src/checks/report.ts';

const PROBLEM: Problem = {
  file: 'content/agency/rules/conduct.mdx',
  line: 7,
  id: 'reply',
  rule: 'too-long',
  found: '有 41 个字',
  expected: '不超过 40 个字',
  fix: '至少删去 1 个字',
};

test('a problem is told with its place, its id, what is wrong, what was expected and the remedy', () => {
  expect(formatProblems([PROBLEM])).toBe(
    [
      'content/agency/rules/conduct.mdx:7  reply  [too-long]',
      '  问题：有 41 个字',
      '  应当：不超过 40 个字',
      '  改法：至少删去 1 个字',
      '',
      '内容检查：共 1 处问题。改好后再运行一次。',
    ].join('\n'),
  );
});

test('the first twenty are shown, and how many are not', () => {
  const problems = Array.from({ length: 25 }, (_, n) => ({ ...PROBLEM, line: n + 1 }));
  const report = formatProblems(problems);
  expect(report.match(/问题：/g)).toHaveLength(20);
  expect(report).toContain('conduct.mdx:20 ');
  expect(report).not.toContain('conduct.mdx:21 ');
  expect(report).toContain('共 25 处问题');
  expect(report).toContain('还有 5 处没有列出');
  expect(formatProblems(problems, 25)).not.toContain('没有列出');
});

test('no problem is said in words as well', () => {
  expect(formatProblems([])).toContain('没有发现问题');
});
