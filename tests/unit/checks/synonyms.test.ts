import { expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { goodTree } from './good-tree.ts';

const FILE = 'content/synonyms.yaml';

const problemsOf = (text: string) => checkContent([...goodTree(), { path: FILE, text }]);

test('a file of groups, with comments, is no problem; nor is an empty one', () => {
  expect(problemsOf('# 岗位\n- [AE, 客户专员]\n- [甲方, 客户]\n')).toEqual([]);
  expect(problemsOf('# 还没有\n')).toEqual([]);
});

test.each([
  ['a lone word', 'lone-synonym', '- [甲方, 客户]\n- [客诉]\n', 2, '只有一个词'],
  ['full-width commas', 'lone-synonym', '- [甲方，客户]\n', 1, '半角'],
  ['a group without brackets', 'lone-synonym', '- 甲方\n', 1, '方括号'],
  ['a word twice', 'repeated-synonym', '- [Brief, 说明会, ＢＲＩＥＦ]\n', 1, '两次'],
  ['a number', 'bad-synonym', '- [甲方, 400]\n', 1, '"400"'],
  ['nothing but punctuation', 'bad-synonym', '- [甲方, "！"]\n', 1, '改短'],
  ['a word too long', 'bad-synonym', `- [甲方, ${'客'.repeat(21)}]\n`, 1, '20'],
  ['no list', 'bad-synonyms', '甲方: 客户\n', 1, '列表'],
])('%s', (_, rule, text, line, says) => {
  const problems = problemsOf(text);
  expect(problems.map((problem) => problem.rule)).toEqual([rule]);
  const [problem] = problems;
  expect(problem).toMatchObject({ file: FILE, line });
  expect(`${problem?.found} ${problem?.expected} ${problem?.fix}`).toContain(says);
});

test('its problems come with those of the other files', () => {
  const files = goodTree().map((file) =>
    file.path.includes('/roles/')
      ? { ...file, text: file.text.replace('title: 客户经理', 'title:') }
      : file,
  );
  const rules = checkContent([...files, { path: FILE, text: '- [客诉]\n' }]).map(
    ({ rule }) => rule,
  );
  expect(rules).toContain('lone-synonym');
  expect(rules).toContain('empty-field');
});
