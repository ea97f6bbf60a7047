/** Every text that a check proposes is pasted as it stands, and the content is in order then. */
import { describe, expect, test } from 'vitest';
import { checkContent, type ContentFile, type Problem } from '../../../src/checks/index.ts';
import { goodTree, ROLE, RULES, TECHNIQUE, WORKFLOW } from './good-tree.ts';
import { changed, EDITION, publishedTree, REGISTER_FILE } from './published-tree.ts';

const SYNONYMS = 'content/synonyms.yaml';
const PROSE = '这些规范人人遵守。';

/** What a message proposes: the part that a pattern captures. */
function proposed(problem: Problem | undefined, pattern: RegExp): string {
  const text = pattern.exec(problem?.fix ?? '')?.[1];
  if (text === undefined)
    throw new Error(`${String(pattern)} proposes nothing: ${problem?.fix ?? ''}`);
  return text;
}

const of = (problems: readonly Problem[], rule: string) =>
  problems.find((each) => each.rule === rule);
const open = (files: readonly ContentFile[]) =>
  checkContent(files, { register: true }).filter(({ rule }) => rule !== 'unregistered-reference');
const withLine = (files: readonly ContentFile[], path: string, line: string) =>
  files.map((file) => (file.path === path ? { path, text: `${file.text}${line}\n` } : file));

describe('a line', () => {
  test('of an edition, for a text that changed', () => {
    const files = changed(publishedTree(), [ROLE, '建立客户档案', '建好客户档案']);
    const line = proposed(of(open(files), 'change-without-entry'), /加一行“(.*?)”/);
    expect(open(withLine(files, EDITION, line))).toEqual([]);
  });

  const renamed = changed(publishedTree(), [RULES, '- id: confirm', '- id: confirm-it']);

  test('of moved names', () => {
    const line = proposed(of(open(renamed), 'vanished-reference'), /moved：“(.*?)”/);
    expect(open(changed(renamed, [REGISTER_FILE, 'moved: []', `moved:\n${line}`]))).toEqual([]);
  });

  test('of retired names', () => {
    const line = proposed(of(open(renamed), 'vanished-reference'), /retired：“(.*?)”/);
    expect(open(changed(renamed, [REGISTER_FILE, 'retired: []', `retired:\n${line}`]))).toEqual([]);
  });
});

test.each<
  [rule: string, file: string, passage: string, mistake: string, written: string, pattern: RegExp]
>([
  [
    'yaml-remark',
    RULES,
    '当天书面确认口头约定',
    '把客户当作 #1 客户',
    '把客户当作 #1 客户',
    /就写成 (.*?)；/,
  ],
  ['yaml-ambiguous', RULES, '当天书面确认口头约定', '2025-01-02', '2025-01-02', /改成 (".*?")$/],
  ['wrong-type', RULES, '当天书面确认口头约定', '2031', '2031', /引号：(".*?")$/],
  ['yaml-converted', RULES, '当天书面确认口头约定', '0x1F', '0x1F', /引号：(".*?")$/],
  ['yaml-converted', RULES, 'order: 1', 'order: 01', '01', /就写 (.*?)；/],
  ['yaml-colon', RULES, 'title: 行为规范', 'title：行为规范', 'title：', /改成“(.*?)”/],
  ['bad-id', RULES, 'id: confirm', 'id: Confirm_It', 'Confirm_It', /改成 (.*)$/],
  ['wrong-value', ROLE, 'cadence: weekly', 'cadence: weekley', 'weekley', /改成 (.*)$/],
  ['unknown-field', ROLE, 'cadence: weekly', 'cadense: weekly', 'cadense', /改成 (.*)$/],
  [
    'link-without-slash',
    RULES,
    PROSE,
    '看[甲](/agency/techniques/job-order)。',
    '/agency/techniques/job-order',
    /改成 (.*)$/,
  ],
  [
    'link-with-suffix',
    RULES,
    PROSE,
    '看[甲](../techniques/job-order.mdx#one-job)。',
    '../techniques/job-order.mdx#one-job',
    /改成 (.*)$/,
  ],
  [
    'bare-address',
    RULES,
    PROSE,
    '见 https://example.com，再发。',
    'https://example.com',
    /改成 (.*)$/,
  ],
  ['stray-emphasis', RULES, PROSE, '见*合同*一栏。', '*合同*', /强调的写成 (.*)$/],
  ['second-title', RULES, PROSE, '# 总则', '# 总则', /改成“(.*?)”/],
  ['deep-heading', RULES, PROSE, '## 甲\n\n#### 细则', '#### 细则', /改成“(.*?)”/],
  ['half-width-punctuation', RULES, PROSE, '忠诚,守时。', '忠诚,守时。', /改成“(.*)”$/],
  ['missing-space', RULES, PROSE, '在24小时内。', '在24小时内。', /改成“(.*)”$/],
  ['mdx-syntax', RULES, '</Rule>', '</Rules>', '</Rules>', /改成 (<.*?>)/],
  [
    'incomplete-contrast',
    TECHNIQUE,
    '<Do>周五 17:00 前交稿</Do>',
    '放这里',
    '放这里',
    /补上 (.*)$/,
  ],
  [
    'template-without-title',
    RULES,
    PROSE,
    '<Template>\n\n甲。\n\n</Template>',
    '<Template>',
    /如 (<.*>)$/,
  ],
  ['note-without-id', RULES, '<Rule id="reply">', '<Rule>', '<Rule>', /补上 id，如 (<.*>)$/],
  ['missing-section', WORKFLOW, '## 示例', '### 示例', '### 示例', /补上“(.*?)”/],
])('%s in %s: %s', (rule, file, passage, mistake, written, pattern) => {
  const files = changed(goodTree(), [file, passage, mistake]);
  const text = proposed(of(checkContent(files), rule), pattern);
  const left = checkContent(changed(files, [file, written, text]));
  // An example names an id of another page: that there is no such item here is told next.
  expect(left.map((each) => each.rule)).toEqual(
    rule === 'note-without-id' ? ['note-for-unknown-item'] : [],
  );
});

test('bad-synonym: a number in quotes', () => {
  const files = (group: string) => [...goodTree(), { path: SYNONYMS, text: `- ${group}\n` }];
  const text = proposed(of(checkContent(files('[甲方, 400]')), 'bad-synonym'), /：(".*")$/);
  expect(checkContent(files(`[甲方, ${text}]`))).toEqual([]);
});

test('yaml-wide-comma: entries with half-width commas', () => {
  const files = (group: string) => [...goodTree(), { path: SYNONYMS, text: `- ${group}\n` }];
  const told = of(checkContent(files('[甲方，客户, 业主]')), 'yaml-wide-comma');
  expect(checkContent(files(`[${proposed(told, /改成 (.*?)；/)}, 业主]`))).toEqual([]);
});
