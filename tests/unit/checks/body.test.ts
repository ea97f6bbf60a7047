import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { testFaults } from './expect-fault.ts';
import { INDEX, ROLE, RULES, TECHNIQUE, treeWith, WORKFLOW } from './good-tree.ts';

describe('notes', () => {
  testFaults([
    {
      name: 'for an item that is not there',
      file: ROLE,
      change: ['<Duty id="calm">', '<Duty id="clam">'],
      rule: 'note-for-unknown-item',
      at: '<Duty id="clam"',
      id: 'clam',
      expected: 'client-file、calm',
      says: ['是不是想写“calm”？'],
    },
    {
      name: 'for a group, which has none',
      file: ROLE,
      change: ['<Duty id="calm">', '<Duty id="basics">'],
      rule: 'note-for-unknown-item',
      at: '<Duty id="basics"',
      id: 'basics',
      expected: 'client-file、calm',
    },
    {
      name: 'twice',
      file: ROLE,
      change: ['<Duty id="calm">', '<Duty id="client-file">'],
      rule: 'note-repeated',
      at: '<Duty id="client-file">\n\n先听完',
      id: 'client-file',
      expected: '最多一段',
    },
    {
      name: 'in the wrong order',
      file: WORKFLOW,
      change: ['<Step id="collect">', '<Step id="decide">'],
      rule: 'note-out-of-order',
      at: '<Step id="present">',
      id: 'present',
      expected: '“present”在“decide”之前',
    },
    {
      name: 'of a step on a page of rules',
      file: RULES,
      change: [
        '<Rule id="reply">\n\n来不及办完的，先回一句收到。\n\n</Rule>',
        '<Step id="reply">\n\n先回一句。\n\n</Step>',
      ],
      rule: 'note-on-wrong-page',
      at: '<Step',
      id: 'reply',
      expected: '<Rule id="…">',
    },
    {
      name: 'on a front page',
      file: INDEX,
      change: ['先读', '<Duty id="calm">\n\n听。\n\n</Duty>\n\n先读'],
      rule: 'note-on-wrong-page',
      at: '<Duty',
      id: 'calm',
      expected: '首页没有条目',
    },
    {
      name: 'without an id',
      file: RULES,
      change: ['<Rule id="reply">', '<Rule>'],
      rule: 'note-without-id',
      at: '<Rule>',
      expected: '<Rule id="…">',
    },
    {
      name: 'inside another note',
      file: ROLE,
      change: [
        '</Duty>\n\n<Duty id="calm">\n\n先听完，再答话。\n',
        '<Duty id="calm">\n\n先听完，再答话。\n\n</Duty>\n',
      ],
      rule: 'note-nested',
      at: '<Duty id="calm"',
      id: 'calm',
      expected: '单独成段',
    },
  ]);

  test('a note may stand in one line', () => {
    const files = treeWith(
      RULES,
      '<Rule id="reply">\n\n来不及办完的，先回一句收到。\n\n</Rule>',
      '<Rule id="reply">先回一句。</Rule>',
    );
    expect(checkContent(files)).toEqual([]);
  });
});

describe('components', () => {
  testFaults([
    {
      name: 'mistyped',
      file: TECHNIQUE,
      change: [
        '<Say>“周五 17:00 前给我初稿，可以吗？”</Say>',
        '<Template title="模板">甲</Template>\n\n<Says>“可以吗？”</Says>',
      ],
      rule: 'unknown-component',
      at: '<Says>',
      expected: 'Say',
      says: ['是不是想写“Say”？'],
    },
    {
      name: 'HTML',
      file: RULES,
      change: ['这些规范人人遵守。', '这些规范<br/>人人遵守。'],
      rule: 'unknown-component',
      at: '<br/>',
      expected: 'Template',
      says: ['Markdown'],
    },
    {
      name: 'braces in the prose',
      file: RULES,
      change: ['这些规范人人遵守。', '这些规范{name}人人遵守。'],
      rule: 'mdx-expression',
      at: '{name}',
      expected: '半角花括号',
    },
    {
      name: 'import',
      file: RULES,
      change: ['这些规范人人遵守。', "import x from 'x'"],
      rule: 'mdx-expression',
      at: 'import',
      expected: 'import',
    },
  ]);

  test('a comment is taken', () => {
    expect(checkContent(treeWith(RULES, '这些规范', '{/* 待议 */}\n\n这些规范'))).toEqual([]);
  });
});

describe('parts of a body', () => {
  testFaults([
    {
      name: 'common mistakes',
      file: WORKFLOW,
      change: ['## 常见错误', '## 常见的错误'],
      rule: 'missing-section',
      at: '清禾饮料',
      expected: '“## 常见错误”',
    },
    {
      name: 'example',
      file: WORKFLOW,
      change: ['## 示例', '### 示例'],
      rule: 'missing-section',
      at: '清禾饮料',
      expected: '“## 示例”',
    },
    {
      name: 'contrast',
      file: TECHNIQUE,
      change: [
        '<Contrast>\n\n<Dont>尽快交稿</Dont>\n\n<Do>周五 17:00 前交稿</Do>\n\n</Contrast>\n',
        '',
      ],
      rule: 'missing-contrast',
      at: '<Say>',
      expected: '<Contrast>',
    },
    {
      name: 'without the good side',
      file: TECHNIQUE,
      change: ['<Do>周五 17:00 前交稿</Do>', ''],
      rule: 'incomplete-contrast',
      at: '<Contrast>',
      expected: '<Do>',
      says: ['没有 <Do>'],
    },
    {
      name: 'something to use',
      file: TECHNIQUE,
      change: ['<Say>“周五 17:00 前给我初稿，可以吗？”</Say>', '就是这样。'],
      rule: 'missing-example',
      at: '就是这样',
      expected: '<Say>、<Template> 或 <Form>',
    },
  ]);
});
