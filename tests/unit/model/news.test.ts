import { describe, expect, test } from 'vitest';
import { newsSince, newsWords, type News } from '../../../src/model/news.ts';

const news = (edition: number, day: string, count: number): News => ({
  edition,
  day,
  count,
  own: [],
});
/** The newest edition first: each counts what came after it too. */
const NEWS = [news(4, '2027-03-01', 0), news(3, '2027-02-01', 5), news(2, '2026-11-27', 12)];

describe('what is new', () => {
  test.each([
    ['nothing to who was never here', undefined, undefined],
    ['nothing to who has seen the newest', 4, undefined],
    ['nothing where nothing has to be acted on', 3, undefined],
    ['what came after the edition that was seen', 2, 3],
    ['all that came since', 1, 2],
    ['nothing to who has seen what is published no more', 7, undefined],
  ])('%s', (_, seen, expected) => {
    expect(newsSince(NEWS, seen)?.edition).toBe(expected);
  });

  test.each([
    ['2026-11-20T08:00:00Z', 2],
    ['2026-11-27T01:00:00Z', 2],
    ['2026-11-28T01:00:00Z', 3],
    ['2027-02-02T01:00:00Z', undefined],
  ])('by the moment of the last visit, %s', (moment, expected) => {
    expect(newsSince(NEWS, Date.parse(moment))?.edition).toBe(expected);
  });

  test('nothing on a site of one edition', () => {
    expect(newsSince([], 1)).toBeUndefined();
  });
});

describe('in words', () => {
  const [, third = news(3, '', 0), second = news(2, '', 0)] = NEWS;

  test('own roles come first, those that nothing concerns are not named', () => {
    const own = [
      ['客户专员', 3],
      ['客户经理', 0],
      ['客户代表', 1],
    ] as const;
    expect(newsWords(second, 2, own)).toBe(
      '出了第 2 版，要照着改做法的：客户专员 3 处，客户代表 1 处，一共 12 处。',
    );
  });

  test('several editions are named from the first to the last; without a role there is the sum', () => {
    expect(newsWords(third, 4, [])).toBe('出了第 3 版到第 4 版，要照着改做法的：5 处。');
  });
});
