import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import type { HandbookSlug } from '../../../src/model/handbook-slug.ts';
import { testFaults } from './expect-fault.ts';
import {
  LEDGER,
  lineOf,
  ROLE,
  RULES,
  TECHNIQUE,
  TERMS,
  treeWith,
  treeWithout,
  WORKFLOW,
} from './good-tree.ts';

describe('identity', () => {
  testFaults([
    {
      name: 'group and duty of a role',
      file: ROLE,
      change: ['- id: basics', '- id: calm'],
      rule: 'duplicate-id',
      at: 'id: calm\n        text',
      id: 'calm',
      expected: '只出现一次',
      says: ['第 9 行'],
    },
    {
      name: 'points of a technique',
      file: TECHNIQUE,
      change: ['- id: one-job', '- id: due-date'],
      rule: 'duplicate-id',
      at: '- id: due-date\n    text: 写明',
      id: 'due-date',
      expected: '只出现一次',
    },
    {
      name: 'rules of a page',
      file: RULES,
      change: ['- id: confirm', '- id: reply'],
      rule: 'duplicate-id',
      at: 'reply\n    text: 当天',
      id: 'reply',
      expected: '只出现一次',
    },
    {
      name: 'phase and end of a workflow',
      file: WORKFLOW,
      change: ['- id: pitch', '- id: won'],
      rule: 'duplicate-id',
      at: '{ id: won',
      id: 'won',
      expected: '只出现一次',
    },
    {
      name: 'outcomes of a step',
      file: WORKFLOW,
      change: ['id: lose, label', 'id: win, label'],
      rule: 'duplicate-outcome',
      at: 'label: 不签',
      id: 'decide/win',
      expected: '这一步的结论里',
    },
    {
      name: 'parties of a workflow',
      file: WORKFLOW,
      change: [
        'outputs:\n  - 签好的合同\nparties:\n',
        'outputs:\n  - 签好的合同\nparties:\n  - { id: director, name: 总监 }\n',
      ],
      rule: 'duplicate-party',
      at: '{ id: director, name: 客户总监',
      id: 'director',
      expected: '参与方里',
    },
    {
      name: 'short names of two steps',
      file: WORKFLOW,
      change: ['short: 签合同', 'short: 提案'],
      rule: 'duplicate-short',
      at: 'short: 提案\n        by: director',
      id: 'sign-contract',
      expected: '这个流程里',
    },
    {
      name: 'terms of the glossary',
      file: TERMS,
      change: ['- id: brief', '- id: job-order'],
      rule: 'duplicate-id',
      at: 'job-order\n  term: 简报',
      id: 'job-order',
      expected: '术语表里',
    },
    {
      name: 'entries of the ledger',
      file: LEDGER,
      change: ['的一条" }', '的一条" }\n    - { id: ag-05, src: [S1], fact: "又一条" }'],
      rule: 'duplicate-id',
      at: '又一条',
      id: 'ag-05',
      expected: '出处台账里',
    },
  ]);

  test('a repeated step is told once, without guesses at the flow', () => {
    const files = treeWith(WORKFLOW, 'id: sign-contract\n', 'id: present\n');
    const rules = checkContent(files).map(({ rule }) => rule);
    expect(rules.sort()).toEqual(['duplicate-id', 'unknown-target']);
  });
});

describe('provenance', () => {
  testFaults([
    {
      name: 'statement without a source',
      file: ROLE,
      change: ['        origin: editorial\n', ''],
      rule: 'no-source',
      at: 'id: calm',
      id: 'calm',
      expected: 'origin: editorial',
    },
    {
      name: 'statement with an empty source',
      file: RULES,
      change: ['    origin: editorial', '    from: []'],
      rule: 'no-source',
      at: 'id: confirm',
      id: 'confirm',
      expected: 'from',
    },
    {
      name: 'id that the ledger does not have',
      file: WORKFLOW,
      change: ['from: [ag-03]', 'from: [ag-03, ag-99]'],
      rule: 'unknown-ledger-id',
      at: 'ag-99',
      id: 'collect',
      expected: 'content/sources/ledger.yaml',
    },
  ]);

  test('uncarried-entry: told on the ledger, at the entry', () => {
    const files = treeWith(RULES, 'from: [ag-05, sv-01]', 'from: [sv-01]');
    const [problem, ...others] = checkContent(files);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      rule: 'uncarried-entry',
      file: LEDGER,
      line: lineOf(files, LEDGER, 'ag-05'),
      id: 'ag-05',
    });
    expect(problem?.found).toContain('及时回复');
    expect(problem?.expected).toContain('agency');
  });

  test('uncarried-entry: only of the handbooks that are complete', () => {
    const files = treeWith(RULES, 'from: [ag-05, sv-01]', 'origin: editorial');
    expect(checkContent(files, { complete: [] })).toEqual([]);
    const idsFor = (complete?: readonly HandbookSlug[]) =>
      checkContent(files, complete && { complete }).map(({ id }) => id);
    expect(idsFor(['agency'])).toEqual(['ag-05']);
    expect(idsFor()).toEqual(['ag-05', 'sv-01']);
  });

  test('missing-ledger: told once', () => {
    expect(checkContent(treeWithout(LEDGER))).toMatchObject([
      { rule: 'missing-ledger', file: LEDGER, line: 1 },
    ]);
  });

  test('missing-ledger: not told where nothing names a source', () => {
    const files = treeWithout(LEDGER).map(({ path, text }) => ({
      path,
      text: text.replace(/from: \[.*?\]/g, 'origin: editorial'),
    }));
    expect(checkContent(files)).toEqual([]);
  });
});
