import { expect, test } from 'vitest';
import { rulePageSchema } from '../../../src/schemas/rule.ts';
import { refusals } from '../fixtures/refusals.ts';
import { rawRules } from '../fixtures/site.ts';

test('a page of rules has at least one', () => {
  expect(rulePageSchema.parse(rawRules()).rules).toEqual([
    { id: 'reply', text: '在一天内回复', from: [], origin: 'source' },
  ]);
  expect(refusals(rulePageSchema, rawRules({ rules: [] }))).toEqual(['rules']);
});

test('a rule has an id and a text, may say why and where it comes from', () => {
  const withRule = (more: object) =>
    rawRules({ rules: [{ id: 'reply', text: '在一天内回复', ...more }] });
  expect(
    refusals(rulePageSchema, withRule({ why: '客户在等。', from: ['sv-04'], origin: 'editorial' })),
  ).toEqual([]);
  expect(refusals(rulePageSchema, withRule({ text: undefined }))).toEqual(['rules.0.text']);
  expect(refusals(rulePageSchema, withRule({ origin: 'guess' }))).toEqual(['rules.0.origin']);
  expect(refusals(rulePageSchema, withRule({ kind: 'act' }))).toEqual(['rules.0']);
});
