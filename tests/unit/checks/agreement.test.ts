import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { goodTree, ROLE, TECHNIQUE, WORKFLOW } from './good-tree.ts';

/** Only a content that keeps a list of its facts is compared. */
const FACTS = { path: 'content/facts.yaml', text: '# 还没有\n' };

function problemsOf(path: string, ...slips: [from: string, to: string][]) {
  const files = goodTree().map((file) => {
    if (file.path !== path) return file;
    return slips.reduce((each, [from, to]) => {
      if (!each.text.includes(from)) throw new Error(`${path} has no “${from}”`);
      return { ...each, text: each.text.replace(from, to) };
    }, file);
  });
  return checkContent([...files, FACTS]);
}

describe('who reads a page on which day', () => {
  const summary = /summary: .*/.exec(
    goodTree().find(({ path }) => path === TECHNIQUE)?.text ?? '',
  )?.[0];
  const says = (words: string) => problemsOf(TECHNIQUE, [summary ?? '-', `summary: ${words}`]);

  test.each([
    '怎样填工作单；客户经理第一天读。',
    '怎样填工作单；全员第一天先读。',
    '怎样填工作单，新来的人看。',
  ])('as the routes say: %s', (words) => {
    expect(says(words)).toEqual([]);
  });

  test.each(['怎样填工作单；客户经理第一周读。', '怎样填工作单；做事的人第一个月读。'])(
    'otherwise than the route says: %s',
    (words) => {
      const problems = says(words);
      expect(problems).toMatchObject([{ file: ROLE, rule: 'reading-day' }]);
      expect(problems[0]?.found).toContain('放在“第一天”');
      expect(problems[0]?.fix).toContain(TECHNIQUE);
      const lines =
        goodTree()
          .find(({ path }) => path === ROLE)
          ?.text.split('\n') ?? [];
      expect(lines[(problems[0]?.line ?? 0) - 1]).toContain('day: [agency/techniques/job-order]');
    },
  );

  test('who is named has the page on the route; others need not', () => {
    const rules = 'content/agency/rules/conduct.mdx';
    const own = /summary: .*/.exec(goodTree().find(({ path }) => path === rules)?.text ?? '')?.[0];
    const told = (words: string) => problemsOf(rules, [own ?? '-', `summary: ${words}`]);
    expect(told('守哪几条；客户专员第一天读。')).toEqual([]);
    expect(told('守哪几条；每个人第一天读。')).toMatchObject([{ file: ROLE, rule: 'reading-day' }]);
    expect(told('守哪几条；客户经理第一天读。')[0]?.found).toContain('没有这一页');
  });
});

describe('who signs', () => {
  const done = 'doneWhen: 工作单上有总监签名';

  test.each([
    'doneWhen: 工作单上有客户总监的签名与日期',
    'doneWhen: 客户经理收到的工作单上，有客户总监签字',
    'doneWhen: 工作单上有签名',
  ])('as its signers are: %s', (words) => {
    expect(problemsOf(WORKFLOW, [done, words])).toEqual([]);
  });

  test.each([
    ['doneWhen: 工作单上有客户经理的签名', '“客户经理”签'],
    ['doneWhen: 工作单上有客户总监、客户经理的签名', '“客户经理”签'],
    ['doneWhen: 工作单上有两人签名', '“两人”签'],
  ])('otherwise: %s', (words, says) => {
    const problems = problemsOf(WORKFLOW, [done, words]);
    expect(problems).toMatchObject([{ file: WORKFLOW, rule: 'signed-by-other' }]);
    expect(problems[0]?.found).toContain(says);
    expect(problems[0]?.found).toContain('“客户总监”');
  });
});

describe('how long it may take', () => {
  const step = 'doneWhen: 会议记录发给了客户';
  const told = (done: string, within: string) =>
    problemsOf(WORKFLOW, [step, `doneWhen: ${done}\n        within: ${within}`]);

  test('as it is counted', () => {
    expect(told('24 小时内会议记录发给了客户', '{ hours: 24 }')).toEqual([]);
    expect(told('会议记录发给了客户', '{ workdays: 2 }')).toEqual([]);
  });

  test.each([
    ['24 小时内会议记录发给了客户', '{ hours: 12 }', '12 小时'],
    ['3 个工作日内会议记录发给了客户', '{ workdays: 5 }', '5 个工作日'],
    ['3 个工作日内会议记录发给了客户', '{ hours: 24 }', '另一种时限'],
  ])('otherwise: %s, %s', (done, within, says) => {
    const problems = told(done, within);
    expect(problems).toMatchObject([{ file: WORKFLOW, rule: 'limit-said-otherwise' }]);
    expect(problems[0]?.found).toContain(says);
  });
});

test('a content without a list of its facts is left alone', () => {
  const files = goodTree().map((file) =>
    file.path === WORKFLOW
      ? { ...file, text: file.text.replace('工作单上有总监签名', '工作单上有客户经理的签名') }
      : file,
  );
  expect(checkContent(files)).toEqual([]);
  expect(checkContent([...files, FACTS])).not.toEqual([]);
});
