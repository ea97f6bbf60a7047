import { expect, test } from 'vitest';
import { cutTexts } from '../../../src/model/phrase.ts';
import { excerptOf, markTerms } from '../../../src/search/query/excerpt.ts';

const shown = (pieces: readonly { text: string; mark: boolean }[]) =>
  pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');
const terms = (...all: string[]) => all.map(cutTexts);

test('every occurrence is marked as it is written', () => {
  expect(shown(markTerms('24 小时内，24小时', terms('24小时')))).toBe('[24 小时]内，[24小时]');
  expect(shown(markTerms('Brief 与 brief', terms('brief')))).toBe('[Brief] 与 [brief]');
  expect(shown(markTerms('客户档案', terms('客户档', '户档案')))).toBe('[客户档案]');
  expect(shown(markTerms('<b>客户</b>', terms('客户')))).toBe('<b>[客户]</b>');
});

test('the excerpt shows the block that has the phrase, not the title again', () => {
  const place = [
    'id',
    '工作单',
    '',
    '单据。',
    '写清客户要求的单据在这里说明。',
    '工作单一式两份。',
  ] as const;
  expect(shown(excerptOf(place, terms('工作单')))).toBe('[工作单]一式两份。');
  expect(shown(excerptOf(place, terms('说明')))).toBe('写清客户要求的单据在这里[说明]。');
});

test('of several texts the one with most of the terms is shown', () => {
  const place = ['id', '批准', '', '主管 签字 关键', '谁签字：客户总监、客户部主管'] as const;
  expect(shown(excerptOf(place, terms('谁签字', '签字')))).toBe('[谁签字]：客户总监、客户部主管');
  expect(shown(excerptOf(place, terms('签字')))).toBe('主管 [签字] 关键');
});

test('where only the title has it, the first block that says something is shown', () => {
  const place = ['id', '签字', '', '每周', '签好的单子放进客户的档案里。'] as const;
  expect(shown(excerptOf(place, terms('签字')))).toBe('签好的单子放进客户的档案里。');
  expect(excerptOf(['id', '签字', ''], terms('签字'))).toEqual([]);
});

test('other names of a term show only when they are what was asked for', () => {
  const place = ['id', '工作单', '工作单派工单', '派活的一张单据，写清要什么。'] as const;
  expect(shown(excerptOf(place, terms('工作单')))).toBe('派活的一张单据，写清要什么。');
  expect(shown(excerptOf(place, terms('派工单')))).toBe('工作单[派工单]');
});

test('a long block is cut on both sides of the phrase', () => {
  const text = `${'前'.repeat(60)}客户${'后'.repeat(90)}`;
  const excerpt = shown(excerptOf(['', '题', '', text], terms('客户')));
  expect(excerpt).toMatch(/^……前{18}\[客户\]后+……$/);
  expect(excerpt.length).toBeLessThan(90);
});
