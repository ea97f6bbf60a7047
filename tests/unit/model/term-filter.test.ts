import { expect, test } from 'vitest';
import { matchesTerm } from '../../../src/model/term-filter.ts';

const ORDER = { names: '工作单 派工单、Brief', pinyin: 'gongzuodan' };

test.each([
  ['', true],
  ['  ', true],
  ['工作', true],
  ['派工', true],
  ['单', true],
  ['gong', true],
  ['gong zuo', true],
  ['GongZuo', true],
  ['brief', true],
  ['ＢＲＩＥＦ', true],
  ['工作 brief', true],
  ['zuodan', false],
  ['工单 报价', false],
  ['zzzz', false],
  ['.*', false],
])('%j finds 工作单: %s', (typed, isFound) => {
  expect(matchesTerm(typed, ORDER)).toBe(isFound);
});
