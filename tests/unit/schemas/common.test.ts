import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import {
  idSchema,
  ITEM_TEXT_MAX,
  itemTextSchema,
  pageReferenceSchema,
  pageShape,
  sentenceSchema,
} from '../../../src/schemas/common.ts';
import { refusals } from '../fixtures/refusals.ts';
import { rawPage } from '../fixtures/site.ts';

const page = z.strictObject(pageShape);
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('an id', () => {
  test.each(['a', 'first-call', 'within-24-hours', 'a1', 'x-1'])('%s is accepted', (id) => {
    expect(accepts(idSchema, id)).toBe(true);
  });

  test.each([
    '',
    'First-Call',
    'first_call',
    'first call',
    '1st-call',
    '-call',
    'call-',
    'first--call',
    '打电话',
    'call#1',
    'a/b',
    'call\n',
    7,
    null,
  ])('%j is refused', (id) => {
    expect(accepts(idSchema, id)).toBe(false);
  });
});

describe('the text of an item', () => {
  test('has 2 to 40 characters', () => {
    expect(accepts(itemTextSchema, '回复')).toBe(true);
    expect(accepts(itemTextSchema, '字'.repeat(ITEM_TEXT_MAX))).toBe(true);
    expect(accepts(itemTextSchema, '字')).toBe(false);
    expect(accepts(itemTextSchema, '字'.repeat(ITEM_TEXT_MAX + 1))).toBe(false);
  });

  test('is more than spaces, which do not count', () => {
    expect(accepts(itemTextSchema, '     ')).toBe(false);
    expect(itemTextSchema.parse(' 回复客户 ')).toBe('回复客户');
  });

  test.each([2026, true, null, undefined, ['回复']])('is not %j', (value) => {
    expect(accepts(itemTextSchema, value)).toBe(false);
  });
});

test('a sentence is trimmed and not empty', () => {
  expect(sentenceSchema.parse('  客户在等。\n')).toBe('客户在等。');
  expect(accepts(sentenceSchema, '   ')).toBe(false);
  expect(accepts(sentenceSchema, '')).toBe(false);
});

describe('a reference to a page', () => {
  test.each(['briefing', 'job-order', 'agency/techniques/job-order', 'key-accounts/rules/conduct'])(
    '%s is accepted',
    (reference) => {
      expect(accepts(pageReferenceSchema, reference)).toBe(true);
    },
  );

  test.each([
    '',
    'techniques/briefing',
    '/agency/techniques/briefing/',
    'agency/techniques/briefing/',
    'agency/techniques/briefing#prepare',
    'briefing.mdx',
    'Briefing',
    'a/b/c/d',
  ])('%j is refused', (reference) => {
    expect(accepts(pageReferenceSchema, reference)).toBe(false);
  });
});

describe('what every page states', () => {
  test('is accepted with what it must have, and gets the rest', () => {
    expect(page.parse(rawPage())).toEqual({
      title: '页面',
      summary: '给客户部的人看。',
      order: 1,
      updated: new Date('2026-11-23'),
      from: [],
      origin: 'source',
    });
  });

  test('takes a day as text or, as YAML reads it, as a date', () => {
    const parsed = page.parse(rawPage({ updated: new Date('2026-11-23') }));
    expect(parsed.updated).toEqual(new Date('2026-11-23'));
  });

  test.each(['title', 'summary', 'order', 'updated'])('is refused without %s', (field) => {
    expect(refusals(page, rawPage({ [field]: undefined }))).toEqual([field]);
  });

  test.each<[string, unknown]>([
    ['title', '页'],
    ['title', '字'.repeat(21)],
    ['title', 2026],
    ['summary', ' '],
    ['order', 0],
    ['order', -1],
    ['order', 1.5],
    ['order', '1'],
    ['updated', 'soon'],
    ['updated', '2026-13-01'],
    ['origin', 'mine'],
    ['from', 'ag-ad-b1'],
  ])('is refused when %s is %j', (field, value) => {
    expect(refusals(page, rawPage({ [field]: value }))).toEqual([field]);
  });

  test('names the ledger entries it carries by their ids', () => {
    expect(refusals(page, rawPage({ from: ['ag-ad-b1', 'sv-04'] }))).toEqual([]);
    expect(refusals(page, rawPage({ from: ['ag-ad-b1', 'AG-1', 'agency-1', '附件一'] }))).toEqual([
      'from.1',
      'from.2',
      'from.3',
    ]);
  });

  test('is refused with a field that it does not have', () => {
    expect(refusals(page, rawPage({ tilte: '页面' }))).toEqual(['']);
  });
});
