import { expect, test } from 'vitest';
import type { ContentFile } from '../../../../src/checks/index.ts';
import { readContentTree } from '../../../../src/checks/content-tree.ts';
import { publishedOf } from '../../../../src/checks/register/fingerprint.ts';
import { goodTree, ROLE, RULES, TECHNIQUE, TERMS, treeWith, WORKFLOW } from '../good-tree.ts';

const printsOf = (files: readonly ContentFile[]) =>
  new Map(
    publishedOf(readContentTree(files).tree).map((each) => [each.reference, each.fingerprint]),
  );
const before = printsOf(goodTree());

/** References whose fingerprint a change of one file changes. */
function touched(path: string, passage: string, replacement: string): string[] {
  const after = printsOf(treeWith(path, passage, replacement));
  return [...after].flatMap(([name, print]) => (before.get(name) === print ? [] : [name]));
}

const MANAGER = 'agency/roles/account-manager';
const WIN = 'agency/workflows/win-new-client';

test('a fingerprint has eight hexadecimal digits', () => {
  for (const print of before.values()) expect(print).toMatch(/^[0-9a-f]{8}$/);
});

test.each([
  ['the text of a duty', ROLE, '建立客户档案', '建好客户档案', `${MANAGER}#client-file`],
  ['its cadence', ROLE, 'cadence: weekly', 'cadence: daily', `${MANAGER}#client-file`],
  ['its note', ROLE, '先听完', '先听', `${MANAGER}#calm`],
  ['the title of a group', ROLE, '基本动作', '基本功', `${MANAGER}#basics`],
  ['whom a role reports to', ROLE, 'reportsTo: 总经理', 'reportsTo: 董事长', MANAGER],
  ['where an outcome leads', WORKFLOW, 'to: present', 'to: collect', `${WIN}#approve`],
  ['what an outcome says', WORKFLOW, 'label: 签约', 'label: 成交', `${WIN}#decide`],
  ['when to pause', WORKFLOW, '资料齐了吗', '资料都齐了吗', `${WIN}#prepare`],
  ['how a workflow ends', WORKFLOW, 'title: 放弃', 'title: 不做了', `${WIN}#lost`],
  ['the prose of a page', WORKFLOW, '先排练一次', '先排练两次', WIN],
  [
    'a note in one line',
    RULES,
    '\n\n来不及办完的，先回一句收到。\n\n',
    '先回。',
    'agency/rules/conduct#reply',
  ],
  ['the prose in a component', TECHNIQUE, '尽快交稿', '早点交稿', 'agency/techniques/job-order'],
  ['a term', TERMS, '派工的凭据。', '派工用的单子。', 'glossary#job-order'],
])('%s counts, for what it belongs to alone', (_, path, passage, replacement, reference) => {
  expect(touched(path, passage, replacement)).toEqual([reference]);
});

test.each([
  ['the day of the change', ROLE, 'updated: 2026-11-23', 'updated: 2026-11-24'],
  ['the place in the section', ROLE, 'order: 1', 'order: 2'],
  ['where it comes from', ROLE, 'from: [ag-02]', 'from: [ag-02, ag-01]'],
  ['a comment', RULES, '这些规范人人遵守。', '{/* 待议 */}\n\n这些规范人人遵守。'],
  ['an empty line', RULES, '这些规范人人遵守。', '\n\n这些规范人人遵守。\n\n'],
  [
    'the order of fields',
    RULES,
    'title: 行为规范\nsummary: 给客户部的每个人看。',
    'summary: 给客户部的每个人看。\ntitle: 行为规范',
  ],
  ['a term around a word', RULES, '这些规范人人遵守', '这些<Term id="brief">规范</Term>人人遵守'],
])('%s does not count', (_, path, passage, replacement) => {
  expect(touched(path, passage, replacement)).toEqual([]);
});

test('an item that is only renamed keeps its fingerprint', () => {
  const after = printsOf(treeWith(RULES, 'id: confirm', 'id: write-it-down'));
  expect(after.get('agency/rules/conduct#write-it-down')).toBe(
    before.get('agency/rules/conduct#confirm'),
  );
});
