import { expect, test } from 'vitest';
import { escaped, toHtmlTable, toTsv } from '../../../src/model/form-text.ts';

const ROWS = [
  ['栏目', '填写'],
  ['编号', ''],
];

test('lines have cells apart by tabs, blank ones too', () => {
  expect(toTsv(ROWS)).toBe('栏目\t填写\r\n编号\t');
});

test.each([
  ['a\tb', '"a\tb"'],
  ['上\n下', '"上\n下"'],
  ['"原话"', '"""原话"""'],
  ['他说"好"', '他说"好"'],
  ['“原话”', '“原话”'],
])('a cell that Excel would take apart stands in quotes: %j', (cell, line) => {
  expect(toTsv([[cell]])).toBe(line);
});

test('a table has lines, and heads where the first row names the columns', () => {
  expect(toHtmlTable(ROWS, true)).toBe(
    '<table border="1" cellspacing="0"><tr><th>栏目</th><th>填写</th></tr>' +
      '<tr><td>编号</td><td></td></tr></table>',
  );
  expect(toHtmlTable(ROWS, false)).not.toContain('<th>');
});

test('what is marked up is only text', () => {
  expect(escaped('<b>&amp;\n下')).toBe('&lt;b&gt;&amp;amp;<br>下');
  expect(toHtmlTable([['<i>']], false)).toContain('<td>&lt;i&gt;</td>');
});
