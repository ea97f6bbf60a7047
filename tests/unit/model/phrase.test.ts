import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BREAK,
  cut,
  cutTexts,
  findUnits,
  isLatin,
  readQuery,
  wordOf,
} from '../../../src/model/phrase.ts';

const shown = (text: string) => cutTexts(text).join('').replaceAll(BREAK, '|');

describe('cutting a text into units', () => {
  test.each([
    ['客户档案', '客户档案'],
    ['每天，客户。', '每天|客户'],
    ['每天……“客户”', '每天|客户'],
    ['24 小时', '24小时'],
    ['第 3 步', '第3步'],
    ['key account', 'key|account'],
    ['要点 编者补充', '要点|编者补充'],
    ['ＡＥ、Brief', 'ae|brief'],
    ['café', 'cafe'],
    ['客\u200B户', '客户'],
    ['2026-031', '2026|031'],
    ['，，', ''],
    ['', ''],
  ])('%s → %s', (text, units) => {
    expect(shown(text)).toBe(units);
  });

  test('each unit knows where it was cut from', () => {
    const text = '“ＡＥ”的客户';
    const pieces = cut(text).map(({ from, to }) => text.slice(from, to));
    expect(pieces).toEqual(['Ａ', 'Ｅ', '”', '的', '客', '户']);
  });

  test('breaks stand only between other units, never at an end or in a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const units = cutTexts(text);
        expect(units[0]).not.toBe(BREAK);
        expect(units.at(-1)).not.toBe(BREAK);
        expect(units.some((unit, at) => unit === BREAK && units[at + 1] === BREAK)).toBe(false);
      }),
    );
  });

  test('a piece of a text without punctuation is found in it', () => {
    const han = fc.string({
      unit: fc.constantFrom(...'客户档案工作单2A'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(han, han, han, (before, piece, after) => {
        const within = cutTexts(before + piece + after);
        expect(findUnits(within, cutTexts(piece))).not.toEqual([]);
      }),
    );
  });
});

describe('reading a query', () => {
  const read = (query: string) =>
    readQuery(query).map((terms) => terms.map((term) => term.join('')).join(' + '));

  test.each([
    ['客户档案', ['客户档案']],
    ['客户 档案', ['客户 + 档案']],
    ['客户　档案', ['客户 + 档案']],
    ['24 小时', ['24小时', '24 + 小时']],
    ['AE 提案 客户', ['ae提案 + 客户', 'ae + 提案 + 客户']],
    ['key account', ['key + account']],
    ['客户 客户', ['客户']],
    ['， 。', ['']],
  ])('%s', (query, readings) => {
    expect(read(query)).toEqual(readings);
  });

  test.each([
    ['khda', true],
    ['ke hu', true],
    ['AE', true],
    ['A 级', false],
    ['24', false],
    ['', false],
  ])('%s may be pinyin: %s', (query, latin) => {
    expect(isLatin(query)).toBe(latin);
  });
});

test('words of the index are small letters of one length, each its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (unit) => {
      expect(wordOf(unit)).toMatch(/^[a-z]{4}$/);
      expect(wordOf(unit, unit)).toBe(wordOf(unit) + wordOf(unit));
    }),
  );
  expect(wordOf('客', '户')).not.toBe(wordOf('户', '客'));
});
