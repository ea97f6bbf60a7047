/** Numbers in figures and in words, and their neighbours. */
import { expect, test } from 'vitest';
import { numbersIn, otherNumbers } from '../../../../src/handbook/review/number-questions.ts';
import { numeralOf, valueOf } from '../../../../src/handbook/review/numerals.ts';

test('words below a hundred are read and written', () => {
  for (const [word, value] of [
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['三十', 30],
    ['九十九', 99],
  ] as const) {
    expect(valueOf(word), word).toBe(value);
    expect(numeralOf(value), word).toBe(word);
  }
  expect(valueOf('24')).toBe(24);
  expect(valueOf('五六')).toBeNaN();
  expect(valueOf('')).toBeNaN();
});

test.each([
  ['中标通知书发出三十日内签书面合同', ['三十日']],
  ['协议达成十日之内付清', ['十日']],
  ['付款日前三天提醒客户', ['三天']],
  ['结案两周后再问客户一次', ['两周']],
  ['会后一个工作日内发到每个岗位', ['一个工作日']],
  ['结论最多三条，每条有人、有日期', ['三条']],
  ['照规则掐表预演两遍', ['两遍']],
  ['不用不满十周岁的孩子', ['十周岁']],
  ['承保后 30 天内到工地', ['30 天']],
  ['完整预演一遍提案', []],
  ['一页提纲写着谈哪几件事', []],
  ['提前两天送审，三日内答复', ['三日', '两天']],
  ['第三天内', []],
  ['谈一件三个月以后的事', []],
])('%s', (text, found) => {
  expect(numbersIn(text).sort()).toEqual([...found].sort());
});

test('neighbours are said in the same way, with the same unit', () => {
  for (const [right, pattern] of [
    ['三十日', /^[一两三四五六七八九十]+日$/],
    ['三个月', /^[一两三六十二]+个月$/],
    ['两周', /^[一两三四]周$/],
    ['30 天', /^\d+ 天$/],
    ['十日', /^(?!.十日)[一两三四五六七九十]+日$/],
    ['2 小时', /^(1|2|4|8|24|36|48) 小时$/],
  ] as const) {
    const texts = otherNumbers(right, 'seed').map(({ text }) => text);
    expect(texts[0]).toBe(right);
    expect(new Set(texts).size, right).toBe(4);
    for (const text of texts.slice(1)) expect(text, right).toMatch(pattern);
  }
});
