import { expect, test } from 'vitest';
import { readContentTree } from '../../../src/checks/content-tree.ts';
import { unwrittenPlaces, unwrittenReport } from '../../../src/checks/unwritten.ts';
import { goodTree, lineOf, ROLE, RULES, SITE } from './good-tree.ts';
import { changed, type Change } from './published-tree.ts';

const treeOf = (...changes: Change[]) => {
  const files = changed(goodTree(), ...changes);
  return { files, tree: readContentTree(files).tree };
};

test('a content that is written has nothing to tell', () => {
  expect(unwrittenPlaces(treeOf().tree)).toEqual([]);
  expect(unwrittenReport(treeOf().tree)).toBeUndefined();
});

test('places in fields, in prose and in data are found, each on its line, in the order of files', () => {
  const { files, tree } = treeOf(
    [RULES, 'text: 当天书面确认口头约定', 'text: 待写：一条规矩'],
    [RULES, '这些规范人人遵守。', '这些规范人人遵守。\n\n先**待写：甲**，再待写：乙。'],
    [ROLE, 'reportsTo: 总经理', 'reportsTo: 待写：上级'],
    [SITE, '查得到，勾得了，走得完。', '待写：一句话。'],
  );
  const prose = lineOf(files, RULES, '先**待写');
  expect(unwrittenPlaces(tree).map(({ file, line }) => [file, line])).toEqual([
    [ROLE, lineOf(files, ROLE, '待写')],
    [RULES, lineOf(files, RULES, '待写：一条')],
    [RULES, prose],
    [RULES, prose],
    [SITE, lineOf(files, SITE, '待写')],
  ]);
  expect(unwrittenReport(tree)).toContain(`待写 5 处`);
  expect(unwrittenReport(tree)).toContain(`\n  ${RULES}:${prose}`);
});

test('the word alone is no placeholder', () => {
  expect(unwrittenPlaces(treeOf([RULES, '这些规范人人遵守', '报告待写的时候']).tree)).toEqual([]);
});

test('the report names twenty and counts the others', () => {
  const { tree } = treeOf([RULES, '这些规范人人遵守。', '待写：一句。'.repeat(23)]);
  const lines = unwrittenReport(tree)?.split('\n') ?? [];
  expect(lines[0]).toContain('待写 23 处');
  expect(lines.filter((line) => line.includes(RULES))).toHaveLength(20);
  expect(lines.at(-1)).toBe('  另外 3 处');
});
