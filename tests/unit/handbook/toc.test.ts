import { expect, test } from 'vitest';
import { tocOfHeadings } from '../../../src/handbook/toc.ts';

test('headings of the second level make the table of contents, in their order', () => {
  expect(
    tocOfHeadings([
      { depth: 1, slug: 'top', text: '顶' },
      { depth: 2, slug: 'b', text: '乙' },
      { depth: 3, slug: 'c', text: '丙' },
      { depth: 2, slug: 'a', text: '甲' },
    ]),
  ).toEqual([
    { id: 'b', text: '乙' },
    { id: 'a', text: '甲' },
  ]);
});

test('a page without headings has an empty one', () => {
  expect(tocOfHeadings([])).toEqual([]);
});
