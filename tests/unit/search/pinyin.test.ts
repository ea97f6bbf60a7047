import { describe, expect, test } from 'vitest';
import { buildPinyin } from '../../../src/search/build/pinyin.ts';
import { traditionalForms } from '../../../src/search/build/traditional.ts';
import { matchTitle, readPinyin } from '../../../src/search/query/pinyin.ts';

const TITLES = [
  '客户档案',
  '更新客户档案',
  '重客部',
  '重新登记',
  '争取新客户',
  '银行',
  '行为规范',
  'A 级客户',
];
const find = readPinyin(buildPinyin(TITLES));
const titlesFor = (query: string) =>
  find(query)
    .sort((a, b) => b.score - a.score)
    .map(({ place }) => TITLES[place]);

describe('finding by pinyin', () => {
  test.each([
    ['kehudangan', '客户档案'],
    ['khda', '客户档案'],
    ['khu', '客户档案'],
    ['kehud', '客户档案'],
    ['kehdang', '客户档案'],
    ['ke hu dang an', '客户档案'],
    ['zhongkebu', '重客部'],
    ['zkb', '重客部'],
    ['zhkb', '重客部'],
    ['chongxin', '重新登记'],
    ['yinhang', '银行'],
    ['xingwei', '行为规范'],
    ['KeHu', '客户档案'],
    ['ajikehu', 'A 级客户'],
  ])('%s finds %s first', (query, title) => {
    expect(titlesFor(query)[0]).toBe(title);
  });

  test.each(['k', 'kehux', 'brief', 'zhongxin', 'hangwei'])('%s finds nothing', (query) => {
    expect(titlesFor(query)).toEqual([]);
  });

  test('it tells what it matched, to be marked', () => {
    expect(find('dangan').map(({ text }) => text)).toEqual(['档案', '档案']);
  });

  test('a syllable that begins another does not hide it', () => {
    expect(matchTitle(['xi', 'an'], 'xian')).toMatchObject({ from: 0, to: 2 });
    expect(matchTitle(['xian'], 'xian')).toMatchObject({ from: 0, to: 1 });
  });
});

test('traditional forms lead to what the site writes, and to nothing it does not', () => {
  const pairs = traditionalForms(new Set('客户档案'));
  expect(pairs).toContain('檔档');
  expect(pairs).toContain('戶户');
  expect(pairs).not.toContain('書');
});
