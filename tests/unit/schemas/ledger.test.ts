import { describe, expect, test } from 'vitest';
import {
  documentSchema,
  parseDocuments,
  parseStatements,
  statementSchema,
} from '../../../src/schemas/ledger.ts';
import { refusals } from '../fixtures/refusals.ts';

const LEDGER = `
documents:
  S1: { title: 客户部手册, handbook: agency }
  S2: { title: 客服手册, handbook: service, note: 有缺漏 }
service:
  general:
    - { id: sv-01, src: [S2], fact: 先听后说 }
agency:
  general:
    - { id: ag-01, src: [S1], fact: 手册分三部分 }
  role-account-director:
    基本动作:
      - { id: ag-ad-b1, src: [S1, S2], fact: 熟悉客户所在产业, note: 用词以 S1 为准 }
`;

describe('the ledger', () => {
  test('has its documents by id', () => {
    const documents = parseDocuments(LEDGER);
    expect(Object.keys(documents)).toEqual(['S1', 'S2']);
    for (const document of Object.values(documents)) {
      expect(refusals(documentSchema, document)).toEqual([]);
    }
  });

  test('has its statements numbered through, handbook by handbook, however they are grouped', () => {
    expect(
      parseStatements(LEDGER).map((each) => [each['order'], each['id'], each['handbook']]),
    ).toEqual([
      [0, 'ag-01', 'agency'],
      [1, 'ag-ad-b1', 'agency'],
      [2, 'sv-01', 'service'],
    ]);
  });

  test('has statements that the schema accepts, once their id has named the entry', () => {
    for (const { id, ...statement } of parseStatements(LEDGER)) {
      expect(id).toMatch(/^[a-z]{2}-/);
      expect(refusals(statementSchema, statement)).toEqual([]);
    }
  });

  test('can have handbooks without a statement', () => {
    expect(parseStatements('documents: {}')).toEqual([]);
    expect(parseStatements('documents: {}\nagency:\n  general:')).toEqual([]);
  });
});

test.each<[string, unknown]>([
  ['title', undefined],
  ['title', '册'],
  ['handbook', 'Marketing'],
  ['note', 7],
])('a document is refused when its %s is %j', (field, value) => {
  const document = { title: '客户部手册', handbook: 'agency', [field]: value };
  expect(refusals(documentSchema, document)).toEqual([field]);
});

test.each<[string, unknown, string]>([
  ['src', [], 'src'],
  ['src', undefined, 'src'],
  ['src', ['S1', '附件'], 'src.1'],
  ['fact', '', 'fact'],
  ['order', -1, 'order'],
  ['handbook', undefined, 'handbook'],
  ['page', 3, ''],
])('a statement is refused when its %s is %j', (field, value, path) => {
  const statement = { handbook: 'agency', order: 0, src: ['S1'], fact: '手册分三部分' };
  expect(refusals(statementSchema, statement)).toEqual([]);
  expect(refusals(statementSchema, { ...statement, [field]: value })).toEqual([path]);
});
