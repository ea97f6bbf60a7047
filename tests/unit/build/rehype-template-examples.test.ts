import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { rehypeTemplateExamples } from '../../../src/build/rehype-template-examples.ts';

const element = (tagName: string, ...children: (ElementContent | string)[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});

/** A table as Markdown makes it, line breaks between the rows included. */
function table([head = [], ...rows]: string[][]): Element {
  const row = (tag: string, cells: string[]) =>
    element('tr', ...cells.map((cell) => element(tag, ...(cell ? [cell] : []))), '\n');
  return element(
    'table',
    element('thead', row('th', head)),
    '\n',
    element('tbody', ...rows.map((cells) => row('td', cells))),
  );
}

function run(name: string, ...children: ElementContent[]): ElementContent[] {
  const template = { type: 'mdxJsxFlowElement' as const, name, attributes: [], children };
  const tree = { type: 'root', children: [template] } as unknown as Root;
  rehypeTemplateExamples()(tree);
  return template.children;
}

const cellsOf = (node: ElementContent | undefined) => {
  const rows: string[][] = [];
  if (node) {
    visit(node, { tagName: 'tr' }, (row) => {
      const cells = row.children.filter((cell) => cell.type === 'element');
      rows.push(cells.map((cell) => toString(cell)));
    });
  }
  return rows;
};

const FORM = [
  ['栏目', '怎么填', '例子'],
  ['编号', '项目编号加序号', '2026-031-1'],
  ['签字', '签名写日期', ''],
];

describe('a template with a worked example', () => {
  const [form, example, ...others] = run('Template', table(FORM));

  test('becomes a form with a blank column', () => {
    expect(cellsOf(form)).toEqual([
      ['栏目', '怎么填', '填写'],
      ['编号', '项目编号加序号', ''],
      ['签字', '签名写日期', ''],
    ]);
  });

  test('and the example apart, of those rows that have one', () => {
    expect(cellsOf(example)).toEqual([
      ['栏目', '例子'],
      ['编号', '2026-031-1'],
    ]);
    expect(example && toString(example)).toContain('填好的样子');
    expect(others).toEqual([]);
  });
});

test('a column to be filled in that is filled is the example', () => {
  const [form, example] = run(
    'Template',
    table([
      ['栏目', '填写'],
      ['编号', '26-117'],
      ['签名', ''],
    ]),
  );
  expect(cellsOf(form)).toEqual([
    ['栏目', '填写'],
    ['编号', ''],
    ['签名', ''],
  ]);
  expect(cellsOf(example)).toEqual([
    ['栏目', '填写'],
    ['编号', '26-117'],
  ]);
});

test('other blocks keep their places around it', () => {
  const [before, form, example, after] = run(
    'Template',
    element('p', '前'),
    table(FORM),
    element('p', '后'),
  );
  expect([before, after].map((each) => each && toString(each))).toEqual(['前', '后']);
  expect([form, example].map((each) => cellsOf(each).length)).toEqual([3, 2]);
});

test.each([
  [
    'a template without an example',
    'Template',
    [
      ['栏目', '填写'],
      ['编号', ''],
    ],
  ],
  [
    'a template whose first column is called so',
    'Template',
    [
      ['例子', '说法'],
      ['甲', '乙'],
    ],
  ],
  ['a table elsewhere', 'Contrast', FORM],
])('%s stays as it is', (_, name, rows) => {
  const given = table(rows);
  expect(run(name, given)).toEqual([given]);
});
