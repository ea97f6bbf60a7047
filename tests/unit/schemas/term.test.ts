import { expect, test } from 'vitest';
import { termSchema } from '../../../src/schemas/term.ts';
import { refusals } from '../fixtures/refusals.ts';

const TERM = {
  id: 'job-order',
  term: '工作单',
  pinyin: 'gongzuodan',
  definition: '客户部交给别的部门的一张纸。没有它不开工。',
  handbooks: ['agency'],
};

test('a term is accepted with what it must have, and gets the rest', () => {
  expect(termSchema.parse(TERM)).toEqual({
    ...TERM,
    aliases: [],
    see: [],
    from: [],
    origin: 'source',
  });
});

test('a term can have other names and places that explain it', () => {
  const more = { aliases: ['工单'], see: ['agency/techniques/job-order'], from: ['ag-w5-01'] };
  expect(refusals(termSchema, { ...TERM, ...more })).toEqual([]);
});

test.each(Object.keys(TERM))('a term is refused without %s', (field) => {
  expect(refusals(termSchema, { ...TERM, [field]: undefined })).toEqual([field]);
});

test.each<[string, unknown, string]>([
  ['id', 'Job Order', 'id'],
  ['term', ' ', 'term'],
  ['term', '字'.repeat(17), 'term'],
  ['pinyin', 'gōngzuòdān', 'pinyin'],
  ['pinyin', 'gong zuo dan', 'pinyin'],
  ['pinyin', '', 'pinyin'],
  ['aliases', [''], 'aliases.0'],
  ['definition', '', 'definition'],
  ['handbooks', [], 'handbooks'],
  ['handbooks', ['agency', 'Marketing'], 'handbooks.1'],
  ['meaning', '一张纸', ''],
])('a term is refused when its %s is %j', (field, value, path) => {
  expect(refusals(termSchema, { ...TERM, [field]: value })).toEqual([path]);
});
