import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { textOf } from '../../../src/checks/parse/md-node.ts';
import { parseMdx } from '../../../src/checks/parse/mdx.ts';
import { lineOf, RULES, treeWith } from './good-tree.ts';

const PROSE = '这些规范人人遵守。';
const problemsOf = (prose: string) => checkContent(treeWith(RULES, PROSE, prose));

describe('refused, on its own line', () => {
  test.each([
    ['stray-emphasis', '尺寸 3*5*2 厘米。'],
    ['stray-emphasis', '见 *合同* 一栏。'],
    ['stray-emphasis', '填在 _合同_ 一栏。'],
    ['stray-emphasis', '填在 __合同__ 一栏。'],
    ['stray-list', '2026. 年底以前办完。'],
    ['stray-list', '+ 5 万元。'],
    ['stray-list', '* 一条。'],
    ['empty-list-item', '- 一条。\n-\n- 两条。'],
    ['task-list', '- [ ] 一条。'],
    ['hard-break', '甲。  \n乙。'],
    ['hard-break', '存到 C:\\合同\\\n再发。'],
    ['thematic-break', '甲。\n\n---\n\n乙。'],
    ['thematic-break', '甲。\n\n* * *\n\n乙。'],
    ['underlined-heading', '甲。\n---'],
    ['underlined-heading', '甲。\n==='],
    ['second-title', '# 行为规范'],
    ['deep-heading', '#### 细则'],
    ['empty-heading', '##'],
    ['lost-text', '## 评级 #'],
    ['heading-inside', '- ## 评级'],
    ['anchor-taken', '## reply'],
    ['anchor-taken', '## Clauses'],
    ['stray-quote', '> 5 万元的合同。'],
    ['footnote', '甲[^1]。\n\n[^1]: 注。'],
    ['link-definition', '[注]: 见附件'],
    ['open-code', '```\n甲'],
    ['lost-text', '```模板 说明\n甲\n```'],
    ['bad-table', '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 | 三 |'],
    ['bad-table', '| 甲 | 乙 |\n| --- | --- |\n| 一 |'],
    ['bad-table', '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n后面的话。'],
    ['bad-table', '| 甲 | 乙 |'],
    ['bare-address', '见 https://example.com，然后发。'],
    ['bare-address', '见 www.example.com。'],
    ['empty-link', '见[](/progress/)。'],
    ['open-mark', '**甲。'],
    ['open-mark', '甲 ~~乙。'],
    ['open-mark', '甲 `乙。'],
    ['wide-mark', '＊＊甲＊＊。'],
    ['wide-mark', '＃ 甲'],
    ['wide-mark', '＞ 甲'],
    ['wide-mark', '• 甲'],
    ['wide-mark', '－ 甲'],
    ['wide-mark', '[甲]（/progress/）'],
    ['wide-mark', '＜Say＞甲＜/Say＞'],
    ['open-link', '[甲] (/progress/)'],
    ['entity', '甲&nbsp;乙。'],
    ['entity', '甲&#20057;。'],
    ['eaten-backslash', '存到 C:\\_合同。'],
    ['mark-without-space', '##甲'],
    ['mark-without-space', '-甲'],
    ['mark-without-space', '1.甲'],
    ['mdx-syntax', '人数 <3 人。'],
    ['mdx-syntax', '<Say>甲'],
    ['bad-attribute', '<Say tone={soft}>甲</Say>'],
    ['bad-attribute', '<Say {...props}>甲</Say>'],
    ['empty-component', '<Say></Say>'],
    ['template-without-title', '<Template>甲</Template>'],
    ['missing-picture', '![流程图](https://example.com/a.png)'],
    ['picture-without-text', '![](/a.png)'],
    ['link-scheme', '[甲](javascript:alert)'],
    ['link-scheme', '[甲](file:///C:/a.doc)'],
    ['link-scheme', '[甲](https://)'],
    ['link-scheme', '[甲](mailto:nobody)'],
    ['odd-address', '[甲](https://example.com，)'],
    ['odd-address', '[甲](/agency／)'],
    ['link-with-suffix', '[甲](/agency/techniques/job-order.mdx)'],
    ['link-with-suffix', '[甲](../techniques/job-order.mdx#one-job)'],
    ['link-with-suffix', '[甲](job-order.md)'],
    ['dead-link', '[甲](/agency/techniques/nothing.mdx)'],
  ])('%s: %s', (rule, prose) => {
    const before = lineOf(treeWith(RULES, PROSE, PROSE), RULES, PROSE);
    const told = problemsOf(prose).find((each) => each.rule === rule);
    expect(told).toMatchObject({ file: RULES });
    expect(told?.line).toBeGreaterThanOrEqual(before);
    expect(told?.line).toBeLessThanOrEqual(before + prose.split('\n').length - 1);
    for (const text of [told?.found, told?.fix]) {
      expect(text).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('stays what it is', () => {
  test.each([
    '每月 3~5 日和 8~9 日交。',
    '文件叫合同_v2_终稿.docx。',
    '尺寸 3*5 厘米。',
    '存到 C:\\新建。',
    'AT&T 和 R&D 都算。',
    '-5 度以下不送。',
    '#1 客户是清禾饮料。',
    '3.5 万元以上另批。',
    '（1）甲；（2）乙。',
    '[附件] 另发。',
    '邮件发到 a@example.com。',
    '甲——乙……丙。',
    '“甲”和"B"。',
  ])('%s', (prose) => {
    expect(problemsOf(prose)).toEqual([]);
    const read = parseMdx({ path: RULES, text: prose });
    expect('body' in read && textOf(read.body)).toBe(prose);
  });

  test.each([
    '**重点**在前。',
    '1. 甲。\n2. 乙。',
    '- 甲。\n- 乙。',
    '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |',
    '> 甲。',
    '文件叫 `合同_终稿_v2.docx`。',
    '```\n甲\n```',
    '[甲](https://example.com/a)，[乙](mailto:a@example.com)，[丙](tel:010-12345678)。',
    '<Template title="甲">\n\n乙。\n\n</Template>',
  ])('is Markdown: %s', (prose) => {
    expect(problemsOf(prose)).toEqual([]);
  });
});

test.each([
  ['**当天**书面确认'],
  ['看[工作单](/agency/techniques/job-order/)'],
  ['<Term id="brief">简报</Term>要书面'],
])('mark-in-value: %s', (text) => {
  const problems = checkContent(
    treeWith(RULES, 'text: 当天书面确认口头约定', `text: "${text.replaceAll('"', "'")}"`),
  );
  expect(problems.map(({ rule }) => rule)).toEqual(['mark-in-value']);
});

test('a tag without its end is told on its own line, however far the parser ran', () => {
  const text = '<Rule id="reply"\n\n来不及办完的，先回一句收到。\n\n还有一段。\n\n</Rule>';
  const files = treeWith(
    RULES,
    '<Rule id="reply">\n\n来不及办完的，先回一句收到。\n\n</Rule>',
    text,
  );
  const [problem] = checkContent(files);
  expect(problem).toMatchObject({ rule: 'mdx-syntax', line: lineOf(files, RULES, '<Rule id') });
});

describe('files to download', () => {
  const publicFiles = new Set(['/manual.pdf', '/flow.png']);
  const rulesOf = (prose: string) =>
    checkContent(treeWith(RULES, PROSE, prose), { publicFiles }).map(({ rule }) => rule);

  test('must be there', () => {
    expect(rulesOf('[甲](/manual.pdf)和![流程图](/flow.png)')).toEqual([]);
    expect(rulesOf('[甲](/manua.pdf)')).toEqual(['missing-file']);
    expect(rulesOf('![流程图](/flow.jpg)')).toEqual(['missing-picture']);
  });
});
