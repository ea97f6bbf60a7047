import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { testFaults } from './expect-fault.ts';
import { goodTree, LEDGER, ROLE, RULES, TECHNIQUE, treeWithFile, WORKFLOW } from './good-tree.ts';

describe('YAML', () => {
  testFaults([
    {
      name: 'tab as indentation',
      file: RULES,
      change: ['    text: 在 24', '\ttext: 在 24'],
      rule: 'yaml-tab',
      at: '\ttext',
      expected: '空格',
    },
    {
      name: 'full-width colon after a key',
      file: RULES,
      change: ['summary: 给', 'summary：给'],
      rule: 'yaml-colon',
      at: 'summary：',
      expected: 'summary: ',
    },
    {
      name: 'full-width colon after a key in braces',
      file: WORKFLOW,
      change: ['id: director, name: 客户总监', 'id: director, name：客户总监'],
      rule: 'yaml-colon',
      at: 'name：',
      expected: 'name: ',
    },
    {
      name: 'full-width colon in the continuation of a value, which YAML takes silently',
      file: RULES,
      change: [
        '    text: 在 24 小时内回复客户\n',
        '    text: 在 24 小时内回复客户\n      why：客户在等\n',
      ],
      rule: 'yaml-colon',
      at: 'why：',
      expected: 'why: ',
    },
    {
      name: 'no space after the colon',
      file: RULES,
      change: ['title: 行为规范', 'title:行为规范'],
      rule: 'yaml-colon',
      at: 'title:',
      expected: 'title: ',
    },
    {
      name: 'quote that is not closed',
      file: ROLE,
      change: ['        text: 建立客户档案', '        text: "建立客户档案'],
      rule: 'yaml-quote',
      at: '"建立客户档案',
      expected: '成对',
    },
    {
      name: 'quote that is not closed, before another one',
      file: ROLE,
      change: [
        'title: 客户经理\nsummary: 给客户经理和新来的同事看。',
        'title: "客户经理\nsummary: "给新人看。"',
      ],
      rule: 'yaml-quote',
      at: 'title',
      expected: '成对',
    },
    {
      name: 'two colons in one line',
      file: RULES,
      change: ['text: 在 24 小时内回复客户', 'text: 回复: 在 24 小时内'],
      rule: 'yaml-syntax',
      at: '回复: ',
      expected: '一行只有一个字段',
    },
    {
      name: 'wrong indentation',
      file: RULES,
      change: ['    text: 在 24', '   text: 在 24'],
      rule: 'yaml-syntax',
      at: '   text: 在 24',
      expected: '对齐',
    },
    {
      name: 'bracket that is not closed',
      file: RULES,
      change: ['from: [ag-05, sv-01]', 'from: [ag-05'],
      rule: 'yaml-syntax',
      at: '- id: confirm',
      expected: '成对',
    },
    {
      name: 'field given twice',
      file: RULES,
      change: ['order: 1\n', 'order: 1\norder: 2\n'],
      rule: 'yaml-duplicate-key',
      at: 'order: 2',
      expected: '只写一次',
      says: ['order'],
    },
    {
      name: 'bold text, which YAML takes for an alias',
      file: RULES,
      change: ['text: 当天书面', 'text: *当天*书面'],
      rule: 'yaml-syntax',
      at: '*当天',
      expected: '半角引号',
      says: ['*'],
    },
    {
      name: 'value that opens with a reserved character',
      file: RULES,
      change: ['text: 当天书面', 'text: @当天书面'],
      rule: 'yaml-syntax',
      at: '@当天',
      expected: '半角引号',
    },
    {
      name: 'a YAML file that is no page',
      file: LEDGER,
      change: ['agency:\n  general:', 'agency\n  general:'],
      rule: 'yaml-syntax',
      at: 'agency\n',
      expected: '字段名: 值',
    },
  ]);
});

describe('frontmatter', () => {
  testFaults([
    {
      name: 'missing',
      file: RULES,
      change: ['---\ntitle', 'title'],
      rule: 'missing-frontmatter',
      at: 'title',
      expected: '---',
    },
    {
      name: 'after an empty line',
      file: RULES,
      change: ['---\ntitle', '\n---\ntitle'],
      rule: 'missing-frontmatter',
      at: '\n---',
      expected: '第一行',
      says: ['空行'],
    },
    {
      name: 'not closed',
      file: RULES,
      change: ['origin: editorial\n---\n', 'origin: editorial\n'],
      rule: 'unclosed-frontmatter',
      at: '<Rule',
      expected: '---',
    },
    {
      name: 'closed with a Chinese dash',
      file: RULES,
      change: ['origin: editorial\n---\n', 'origin: editorial\n——\n'],
      rule: 'unclosed-frontmatter',
      at: '——',
      expected: '三个半角减号',
    },
  ]);

  test('missing-frontmatter: empty', () => {
    const files = treeWithFile('content/agency/rules/empty.mdx', '---\n---\n\n正文。\n');
    expect(checkContent(files)).toMatchObject([{ rule: 'missing-frontmatter', line: 1 }]);
  });
});

describe('MDX', () => {
  testFaults([
    {
      name: 'tag that is not closed',
      file: RULES,
      change: ['</Rule>\n', ''],
      rule: 'mdx-syntax',
      at: '<Rule id',
      expected: '</Rule>',
    },
    {
      name: 'closing tag that does not match',
      file: RULES,
      change: ['</Rule>', '</Rules>'],
      rule: 'mdx-syntax',
      at: '</Rules>',
      expected: '</Rule>',
    },
    {
      name: 'closing tag too many',
      file: RULES,
      change: ['这些规范人人遵守。', '这些规范人人遵守。\n\n</Rule>'],
      rule: 'mdx-syntax',
      at: '</Rule>',
      expected: '开始标签',
    },
    {
      name: 'Chinese quotes in a tag',
      file: RULES,
      change: ['<Rule id="reply">', '<Rule id=“reply”>'],
      rule: 'mdx-syntax',
      at: '<Rule id',
      expected: '半角双引号',
    },
    {
      name: 'quote in a tag that is not closed',
      file: RULES,
      change: ['<Rule id="reply">', '<Rule id="reply>'],
      rule: 'mdx-syntax',
      at: '<Rule id',
      expected: '引号成对',
    },
    {
      name: 'less-than sign in the prose',
      file: RULES,
      change: ['这些规范人人遵守。', '人数<3 人时照办。'],
      rule: 'mdx-syntax',
      at: '人数<3',
      expected: '<Step id',
    },
    {
      name: 'brace that is not closed',
      file: RULES,
      change: ['这些规范人人遵守。', '这些规范{人人遵守。'],
      rule: 'mdx-syntax',
      at: '{人人',
      expected: '花括号',
    },
  ]);
});

describe('places of files', () => {
  const page = (path: string, name: string) => {
    const source = goodTree().find((file) => file.path === path)?.text ?? '';
    return checkContent(treeWithFile(name, source));
  };

  test.each([
    ['content/agencie/rules/other.mdx', 'unknown-handbook', 'agency', '改名为 agency'],
    ['content/agency/rule/other.mdx', 'unknown-section', 'rules', '改名为 rules'],
    ['content/agency/rules/Other_Page.mdx', 'bad-file-name', '小写英文字母', '改名'],
    ['content/agency/rules/other.md', 'bad-file-name', '.mdx', '改名'],
    ['content/agency/rules/other.mdx.txt', 'bad-file-name', '.mdx', '改名'],
    ['content/agency/rules/deep/other.mdx', 'misplaced-file', 'content/<手册>', '栏目'],
    ['content/agency/other.mdx', 'misplaced-file', 'index.mdx', '栏目'],
    ['content/other.mdx', 'misplaced-file', 'content/<手册>', '手册'],
    ['content/agency/other.yaml', 'misplaced-file', '.mdx', '移到'],
  ])('%s: %s', (path, rule, expected, fix) => {
    const [problem, ...others] = page(TECHNIQUE, path);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: path, line: 1, rule });
    expect(problem?.expected).toContain(expected);
    expect(problem?.fix).toContain(fix);
  });

  test('notes for editors and shared folders are left alone', () => {
    expect(page(TECHNIQUE, 'content/README.md')).toEqual([]);
    expect(page(TECHNIQUE, 'content/editions/2026-11.mdx')).toEqual([]);
  });
});

test('a page that cannot be read draws no further problems', () => {
  // Other pages link to the technique and to its heading, and it carries ag-04 alone.
  const source = goodTree().find((file) => file.path === TECHNIQUE)?.text ?? '';
  const problems = checkContent(treeWithFile(TECHNIQUE, source.replace('title: ', 'title：')));
  expect(problems).toMatchObject([{ file: TECHNIQUE, rule: 'yaml-colon', line: 2 }]);
});
