import { describe, expect, test } from 'vitest';
import { readQuery } from '../../../src/model/phrase.ts';
import { MAY_ASK } from '../../../src/search/query/may-ask.ts';
import { ASKING_WORDS, readQuestion } from '../../../src/search/query/question.ts';
import { wordsOf } from '../../../src/search/query/segment.ts';

const read = (query: string) => {
  const question = readQuestion(readQuery(query)[0] ?? []);
  return question && [question.wants, ...question.parts.map((part) => part.join(''))];
};

describe('what a question is about', () => {
  test.each([
    ['怎么写会议纪要', ['way', '写会议纪要']],
    ['会议纪要怎么写？', ['way', '会议纪要', '写']],
    ['谁签字', ['person', '签字']],
    ['怎么请假', ['way', '请假']],
    ['怎么给客户回信', ['way', '客户回信']],
    ['合同谁来签', ['person', '合同', '签']],
    ['超权限找谁批', ['person', '超权限', '批']],
    ['请问 第一天 做什么呢', ['duties', '第一天']],
    ['什么是刊例价', ['meaning', '刊例价']],
    ['重客部是做什么的', ['meaning', '重客部']],
    ['能不能接私活', ['leave', '接私活']],
    ['AE 每天做什么', ['duties', 'ae', '每天']],
    ['保费和保额有什么区别', ['meaning', '保费', '保额']],
    ['绩效报告什么时候交', ['other', '绩效报告', '交']],
    ['没中标怎么办', ['other', '没中标']],
  ])('%s', (query, wanted) => {
    expect(read(query)).toEqual(wanted);
  });

  test.each(['第一天', '会议纪要', '参与投标', 'AE', '怎么办', '是什么呢', '做什么'])(
    '%s asks nothing, or about nothing',
    (query) => {
      expect(read(query)).toBeUndefined();
    },
  );
});

test('every word that asks makes the browser load what answers; common queries do not', () => {
  expect(ASKING_WORDS.length).toBeGreaterThan(50);
  expect(ASKING_WORDS.filter((word) => !MAY_ASK.test(word))).toEqual([]);
  expect(
    ['工作单', '客户档案', 'AE', '24 小时内回复'].filter((word) => MAY_ASK.test(word)),
  ).toEqual([]);
});

test('an ordinal goes with what it counts', () => {
  const words = (text: string) => wordsOf([...text]).map(({ units }) => units.join(''));
  expect(words('新人第一周')).toContain('第一周');
  expect(words('客户资料').join('')).toBe('客户资料');
  expect(words('')).toEqual([]);
});
