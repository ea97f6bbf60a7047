import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { typographyFaults } from '../../../src/checks/parse/typography-faults.ts';
import { testFaults } from './expect-fault.ts';
import { ROLE, RULES, TECHNIQUE, TERMS, treeWith } from './good-tree.ts';

const PROSE = '这些规范人人遵守。';

describe('faults of a text', () => {
  const rules = (text: string): string[] => typographyFaults(text).map(({ rule }) => rule);

  test.each([
    '先问,再答',
    '先问；再答:',
    '注:见下',
    '好!再来',
    '是吗? 是',
    'Brief: 说明',
    '（甲）, 乙',
  ])('half-width punctuation: %s', (text) =>
    expect(rules(text)).toContain('half-width-punctuation'),
  );

  test.each(['A级', '共24小时', '用PPT讲', 'S7里'])('missing space: %s', (text) => {
    expect(rules(text)).toContain('missing-space');
  });

  test.each([
    '先问 再答',
    '先问， 再答',
    '先问 ，再答',
    '用 PPT ，再答',
    '先问\u3000再答',
    '先问\n再答',
  ])('extra space: %s', (text) => expect(rules(text)).toEqual(['extra-space']));

  test.each([
    '在 24 小时内回复',
    '周五 17:00 前交',
    '占 30%的预算',
    'A 级、B 级',
    '“可以吗？”她问：“几点？”',
    '——就这样……',
    'Keep it short, please: no Chinese here!',
    '网址 https://example.org/a,b 备用',
    '（S7）',
  ])('no fault: %s', (text) => expect(rules(text)).toEqual([]));

  test('the fault is shown as written and as it should be', () => {
    expect(typographyFaults('共24小时')).toMatchObject([
      { index: 1, written: '共24小时', better: '共 24 小时' },
      { index: 3, written: '共24小时', better: '共 24 小时' },
    ]);
    expect(typographyFaults('先问, 再答')[0]).toMatchObject({ better: '先问，再答' });
  });
});

describe('typography', () => {
  testFaults([
    {
      name: 'of the frontmatter',
      file: ROLE,
      change: ['text: 建立客户档案', 'text: 建立客户档案,归类'],
      rule: 'half-width-punctuation',
      at: '档案,归类',
      id: 'client-file',
      expected: '全角',
      says: ['档案，归类'],
    },
    {
      name: 'of the prose',
      file: RULES,
      change: [PROSE, '这些规范人人遵守!'],
      rule: 'half-width-punctuation',
      at: '遵守!',
      expected: '全角',
    },
    {
      name: 'of the second line of a paragraph',
      file: RULES,
      change: [PROSE, '见 S1。\\\n这些规范在24小时内照办。'],
      rule: 'missing-space',
      at: '在24小时',
      expected: '空一个半角空格',
      says: ['另有 1 处'],
    },
    {
      name: 'next to bold text',
      file: RULES,
      change: [PROSE, '这些规范共**12 条**。'],
      rule: 'missing-space',
      at: '共**12',
      expected: '空一个半角空格',
    },
    {
      name: 'of the text of a link',
      file: RULES,
      change: [PROSE, '见[A级](/progress/)。'],
      rule: 'missing-space',
      at: 'A级',
      expected: '空一个半角空格',
    },
    {
      name: 'of a cell of a table',
      file: RULES,
      change: [PROSE, '| 甲 | 乙 |\n| --- | --- |\n| 甲 乙 | 丙 |'],
      rule: 'extra-space',
      at: '甲 乙',
      expected: '不空格',
      says: ['甲乙'],
    },
    {
      name: 'of what a component is given',
      file: TECHNIQUE,
      change: ['## 写法', '<Template title="A级表">\n\n甲：\n\n</Template>\n\n## 写法'],
      rule: 'missing-space',
      at: 'A级表',
      expected: '空一个半角空格',
    },
    {
      name: 'of a paragraph that is broken into lines',
      file: RULES,
      change: [PROSE, '这些规范\n人人遵守。'],
      rule: 'extra-space',
      at: '这些规范\n',
      expected: '中间不换行',
      says: ['换了行'],
    },
    {
      name: 'of the glossary',
      file: TERMS,
      change: ['派工的凭据。', '派工的 凭据。'],
      rule: 'extra-space',
      at: '派工的 凭据',
      id: 'job-order',
      expected: '不空格',
    },
  ]);

  test.each(['`第1步,再`', '[规范](/progress/)', '见 `x,y` 一节', '```\n第1步,再\n```'])(
    'code and link targets are left alone: %s',
    (text) => expect(checkContent(treeWith(RULES, PROSE, text))).toEqual([]),
  );
});
