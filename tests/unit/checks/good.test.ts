import { expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { readContent } from '../../../src/checks/read.ts';
import { goodTree } from './good-tree.ts';

test('a tree without a fault has no problem', () => {
  expect(checkContent(goodTree())).toEqual([]);
});

test('line ends and byte order marks of Windows are no fault', () => {
  const files = goodTree().map(({ path, text }) => ({
    path,
    text: `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  }));
  expect(checkContent(files)).toEqual([]);
});

test('problems come all at once, sorted by file and line', () => {
  const files = goodTree().map(({ path, text }) => ({
    path,
    text: text.replace('updated: 2026-11-23', 'updated: soon').replace('order: 1', 'order: 0'),
  }));
  const problems = checkContent(files);
  expect(problems).toHaveLength(10);
  expect(problems.map(({ file }) => file)).toEqual([...problems.map(({ file }) => file)].sort());
  expect(problems.map(({ line }) => line)).toEqual([4, 5, 4, 5, 4, 5, 4, 5, 4, 5]);
});

test('a file that is as it was when it was last read comes back as the same object', () => {
  const [first, ...rest] = readContent('.');
  if (!first) throw new Error('no content');
  const again = readContent('.', [{ ...first, text: 'an earlier text' }, ...rest]);
  expect(again[0]).toEqual(first);
  expect(again.slice(1).every((file, index) => file === rest[index])).toBe(true);
});
