import { expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { goodTree, HOLIDAYS, lineOf, ROLE, RULES, TERMS, treeWith } from './good-tree.ts';
import { changed } from './published-tree.ts';

const TEXT = 'text: 当天书面确认口头约定';

test.each([
  ['yaml-remark', RULES, TEXT, 'text: 把客户当作 #1 客户'],
  ['yaml-remark', RULES, TEXT, 'text: 当天书面确认 # 待议'],
  ['yaml-remark', RULES, TEXT, 'text: "当天书面" #确认口头约定'],
  ['yaml-remark', RULES, 'from: [ag-05, sv-01]', 'from: [ag-05, sv-01] #1'],
  ['yaml-remark', RULES, `    ${TEXT}`, `    #1 客户\n    ${TEXT}`],
  ['yaml-remark', HOLIDAYS, '2025-10-01', '2025-10-01 #国庆'],
  ['yaml-ambiguous', RULES, TEXT, 'text: 2026-11-23'],
  ['wrong-type', RULES, TEXT, 'text: 2026'],
  ['wrong-type', RULES, TEXT, 'text: true'],
  ['yaml-converted', RULES, TEXT, 'text: 0o17'],
  ['yaml-converted', RULES, 'order: 1', 'order: 07'],
  ['yaml-converted', RULES, 'order: 1', 'order: 0x1'],
  ['yaml-converted', RULES, 'order: 1', 'order: 1.0'],
  ['yaml-converted', RULES, 'order: 1', 'order: +1'],
  ['yaml-null', RULES, TEXT, 'text: ~'],
  ['yaml-null', RULES, TEXT, 'text: Null'],
  ['yaml-marker', RULES, TEXT, 'text: &甲 当天书面确认'],
  ['yaml-marker', RULES, TEXT, 'text: !!str 当天书面确认'],
  ['yaml-syntax', RULES, TEXT, 'text: !x 当天书面确认'],
  ['yaml-syntax', RULES, TEXT, 'text: *甲'],
  ['yaml-block', RULES, TEXT, 'text: >\n      当天书面确认'],
  ['yaml-block', RULES, TEXT, 'text: |\n      当天书面确认'],
  ['yaml-lines', RULES, TEXT, 'text: 当天书面\n      确认口头约定'],
  ['yaml-lines', RULES, TEXT, 'text: "当天书面\n      确认口头约定"'],
  ['yaml-backslash', RULES, TEXT, 'text: "存到 C:\\new"'],
  ['yaml-document-mark', TERMS, '- id: job-order', '---\n- id: job-order'],
  ['yaml-document-mark', TERMS, '- id: job-order', '%YAML 1.1\n---\n- id: job-order'],
  [
    'yaml-wide-comma',
    TERMS,
    '  definition: 派工的凭据。',
    '  aliases: [派工单，单子]\n  definition: 派工的凭据。',
  ],
  ['wrong-type', RULES, TEXT, 'text: yes\n    why: 12'],
  ['yaml-syntax', ROLE, 'origin: editorial\nroute', 'origin: editorial\n        <<: 甲\nroute'],
])('%s: %s %s → %s', (rule, file, passage, replacement) => {
  const files = treeWith(file, passage, replacement);
  const problems = checkContent(files);
  const [problem] = problems;
  expect(problem).toMatchObject({ rule, file });
  const start = lineOf(goodTree(), file, passage);
  expect(problem?.line).toBeGreaterThanOrEqual(start);
  expect(problem?.line).toBeLessThanOrEqual(start + replacement.split('\n').length - 1);
  expect(problem?.fix).toMatch(/\p{Script=Han}/u);
});

test.each([
  ['yes and no are texts', RULES, TEXT, 'text: yes'],
  ['a quoted number', RULES, TEXT, 'text: "2026"'],
  ['a quoted day', RULES, TEXT, 'text: "2026-11-23"'],
  ['a quoted mark', RULES, TEXT, 'text: "把客户当作 #1 客户"'],
  ['a number sign within a word', RULES, TEXT, 'text: 把客户当作 A#1'],
  ['an underlined number', RULES, TEXT, 'text: 1_000'],
  ['a time', RULES, TEXT, 'text: "12:30"'],
  ['a remark on a line of its own', RULES, TEXT, `# 待议\n    ${TEXT}`],
  ['a remark behind a holiday', HOLIDAYS, '2025-10-01', '2025-10-01 # 国庆节'],
  ['a backslash in single quotes', RULES, TEXT, "text: '存到 C:\\new'"],
])('stays as it is written: %s', (_, file, passage, replacement) => {
  expect(checkContent(changed(goodTree(), [file, passage, replacement]))).toEqual([]);
});

test('a number is shown as it is written, not as it is kept', () => {
  const [problem] = checkContent(treeWith(RULES, TEXT, 'text: 0x1F'));
  expect(`${problem?.found ?? ''}${problem?.fix ?? ''}`).toContain('"0x1F"');
});
