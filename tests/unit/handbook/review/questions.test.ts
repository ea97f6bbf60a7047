/** What review questions are made of, and which are dropped. */
import { expect, test } from 'vitest';
import { bankOf, termsBankOf } from '../../../../src/handbook/review/bank.ts';
import { faultOf, sharedRun } from '../../../../src/handbook/review/drop.ts';
import { withDistractors } from '../../../../src/handbook/review/distractors.ts';
import { numberQuestion, otherNumbers } from '../../../../src/handbook/review/number-questions.ts';
import { publishedBanks, bankIndex } from '../../../../src/handbook/review/published-banks.ts';
import { currentName } from '../../../../src/model/moves.ts';
import {
  bankNameOf,
  askedReference,
  currentQuestion,
  type ChoiceQuestion,
  type OrderQuestion,
} from '../../../../src/model/review-question.ts';
import { readSite } from '../../../../scripts/questions/read-site.ts';
import { FIXTURE } from '../../../support/variants.ts';

const site = readSite(FIXTURE);
const all = publishedBanks(site).flatMap(({ questions }) => questions);
const choices = all.filter((each): each is ChoiceQuestion => each.kind !== 'order');
const orders = all.filter((each): each is OrderQuestion => each.kind === 'order');

const subject = { ref: 'a/rules/b#c', rev: 1, passage: '原文。', path: '/a/rules/b/#c' };
const answers = (right: string, ...wrong: string[]) => [
  { text: right, right: true as const },
  ...wrong.map((text) => ({ text })),
];

test('each question has one id, one right answer and two to three wrong ones, all different', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(choices.length).toBeGreaterThan(500);
  for (const { id, choices: given } of choices) {
    expect(
      given.filter(({ right }) => right),
      id,
    ).toHaveLength(1);
    expect(new Set(given.map(({ text }) => text)).size, id).toBe(given.length);
    expect(given.length, id).toBeGreaterThanOrEqual(3);
    expect(given.length, id).toBeLessThanOrEqual(4);
  }
});

test('steps to be put in order are four to six, and follow one another in the workflow', () => {
  expect(orders.length).toBeGreaterThan(5);
  for (const { id, steps } of orders) {
    expect(new Set(steps).size, id).toBe(steps.length);
    expect(steps.length, id).toBeGreaterThanOrEqual(4);
    expect(steps.length, id).toBeLessThanOrEqual(6);
  }
});

test('every question names a passage and where it stands', () => {
  for (const { id, path, passage, rev } of all) {
    expect(path, id).toMatch(/^\/[a-z-]+\/(?:[a-z-]+\/[a-z0-9-]+\/)?#[a-z0-9-]+$/);
    expect(passage.length, id).toBeGreaterThan(3);
    expect(rev, id).toBeGreaterThanOrEqual(1);
  }
});

test('the same content gives the same questions', () => {
  const again = [...site.pages.values()].slice(0, 5).map((page) => bankOf(site, page));
  expect(again).toEqual([...site.pages.values()].slice(0, 5).map((page) => bankOf(site, page)));
});

test.each([
  ['few', '谁来做', answers('甲方', '乙方')],
  ['ambiguous', '谁来做', answers('客户总监', '总监', '文案')],
  ['ambiguous', '谁来做', answers('甲方', '乙方', '乙方')],
  ['length', '做什么', answers('把三份文件逐页核对完再交给总监', '盖章', '存档')],
  [
    'length',
    '做什么',
    answers('盖章', '把三份文件逐页核对完再交给总监', '把五张单据逐张复印完再交给财务'),
  ],
  ['wording', '填工作单', answers('一张工作单', '报价单据', '会议纪要')],
  [undefined, '填工作单', answers('一张工作单', '补充工作单', '会议纪要')],
])('a question is dropped: %s', (reason, about, given) => {
  expect(faultOf(about, given)).toBe(reason);
});

test('a wrong answer never says what the right one says', () => {
  const made = withDistractors(
    '客户总监',
    ['总监', '客户总监签字', '文案', '媒介', '创作部'],
    'x',
    '',
  );
  expect(made.map(({ text }) => text)).not.toContain('总监');
  expect(made.map(({ text }) => text)).not.toContain('客户总监签字');
  expect(made[0]).toEqual({ text: '客户总监', right: true });
  expect(sharedRun('把工作单交给部门', '部门的工作单')).toBe(3);
});

test('one number of a text is asked for; several, years and clauses are not', () => {
  const [made] = numberQuestion(subject, '服务标准', '咨询、投诉、建议 24 小时内回复');
  expect(made).toMatchObject({
    question: { kind: 'number', prompt: expect.stringContaining('咨询、投诉、建议 ＿＿内回复') },
  });
  expect(numberQuestion(subject, '页', '2 天内写 3 份')).toEqual([]);
  expect(numberQuestion(subject, '页', '按第 3 条办')).toEqual([]);
  expect(numberQuestion(subject, '页', '每天回复')).toEqual([]);
  const texts = otherNumbers('3 个工作日内', 'seed').map(({ text }) => text);
  expect(texts[0]).toBe('3 个工作日内');
  expect(new Set(texts).size).toBe(4);
  for (const text of texts) expect(text).toMatch(/^\d+ 个工作日内$/);
});

test('a term is asked for by its definition, which does not name it', () => {
  for (const handbook of site.handbooks) {
    for (const question of termsBankOf(site, handbook).questions) {
      if (question.kind === 'meaning') continue;
      const right = question.kind === 'term' && question.choices.find((each) => each.right)?.text;
      expect(right, question.id).toBeTruthy();
      expect(question.prompt, question.id).not.toContain(right || '？');
    }
  }
});

test('answers follow moves of items, pages and terms', () => {
  const moved = [
    { from: 'a/rules/old', to: 'a/rules/new' },
    { from: 'a/rules/new#one', to: 'a/rules/new#two' },
    { from: 'glossary#word', to: 'glossary#other' },
  ];
  const nameNow = (ref: string) => currentName(moved, ref);
  expect(currentQuestion(nameNow, 'a/rules/old#one~number')).toBe('a/rules/new#two~number');
  expect(currentQuestion(nameNow, 'a/rules/old~my-question')).toBe('a/rules/new~my-question');
  expect(currentQuestion(nameNow, 'glossary/a#word~term')).toBe('glossary/a#other~term');
  expect(currentQuestion(nameNow, 'b/rules/x#y~outcome-no')).toBe('b/rules/x#y~outcome-no');
  expect(bankNameOf('a/rules/new#two~number')).toBe('a/rules/new');
  expect(bankNameOf('a/rules/new~my-question')).toBe('a/rules/new');
  expect(bankNameOf('glossary/a#word~term')).toBe('glossary/a');
});

test('each role has its own page first, then its route and workflows, and the terms', () => {
  const { roles, banks } = bankIndex(site);
  const names = new Set(banks.map(({ page }) => page));
  expect(Object.keys(roles)).toHaveLength(site.handbooks.flatMap((each) => each.roles).length);
  for (const [role, pages] of Object.entries(roles)) {
    expect(pages[0]).toBe(role);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(names.has(page), page).toBe(true);
  }
});

test('the reference that a question asks about is that of its item or term; a situation names its page alone', () => {
  expect(askedReference('a/rules/new#two~number')).toBe('a/rules/new#two');
  expect(askedReference('glossary/a#word~term')).toBe('glossary#word');
  expect(askedReference('a/rules/new~my-question')).toBeUndefined();
});
