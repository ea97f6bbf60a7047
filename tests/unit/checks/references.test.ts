import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { testFaults } from './expect-fault.ts';
import { INDEX, ROLE, TECHNIQUE, TERMS, treeWith, treeWithout, WORKFLOW } from './good-tree.ts';

const LINK = '[进度](/progress/)';

describe('references of the frontmatter', () => {
  testFaults([
    {
      name: 'party',
      file: WORKFLOW,
      change: ['role: account-manager', 'role: account-manger'],
      rule: 'unknown-role',
      at: 'account-manger',
      id: 'manager',
      expected: 'content/agency/roles/',
      says: ['是不是想写“account-manager”？'],
    },
    {
      name: 'reportsTo',
      file: ROLE,
      change: ['reportsTo: 总经理', 'reportsTo: general-manager'],
      rule: 'unknown-role',
      at: 'general-manager',
      expected: 'content/agency/roles/',
      says: ['中文职务'],
    },
    {
      name: 'technique',
      file: WORKFLOW,
      change: ['techniques: [job-order]', 'techniques: [job-orders]'],
      rule: 'unknown-page',
      at: 'job-orders',
      id: 'collect',
      expected: 'content/agency/techniques/',
      says: ['是不是想写“job-order”？'],
    },
    {
      name: 'technique, in full',
      file: WORKFLOW,
      change: ['techniques: [job-order]', 'techniques: [agency/techniques/phone]'],
      rule: 'unknown-page',
      at: 'phone',
      id: 'collect',
      expected: '手册/栏目/文件名',
    },
    {
      name: 'page of a route',
      file: ROLE,
      change: ['agency/techniques/job-order]', 'agency/workflows/job-order]'],
      rule: 'unknown-page',
      at: 'day:',
      expected: '手册/栏目/文件名',
      says: ['是不是想写“agency/techniques/job-order”？'],
    },
    {
      name: 'item of another page in a route',
      file: ROLE,
      change: ['#collect]', '#collects]'],
      rule: 'unknown-item',
      at: '#collects',
      expected: '#条目的 id',
      says: ['是不是想写“collect”？'],
    },
    {
      name: 'duty of this page in a route',
      file: ROLE,
      change: ['month: [client-file]', 'month: [client-flie]'],
      rule: 'unknown-item',
      at: 'client-flie',
      expected: '本页一条职责的 id',
      says: ['是不是想写“client-file”？'],
    },
  ]);

  test('a full reference to another handbook is taken', () => {
    const files = treeWith(WORKFLOW, '[job-order]', '[agency/techniques/job-order]');
    expect(checkContent(files)).toEqual([]);
  });
});

describe('links of a body', () => {
  testFaults([
    {
      name: 'to a missing page',
      file: INDEX,
      change: [LINK, '[进度](/agency/roles/nobody/)'],
      rule: 'dead-link',
      at: 'nobody',
      expected: '/手册/栏目/文件名/',
    },
    {
      name: 'to a section, which has no page',
      file: INDEX,
      change: [LINK, '[岗位](/agency/roles/)'],
      rule: 'dead-link',
      at: '/agency/roles/)',
      expected: '/手册/栏目/文件名/',
    },
    {
      name: 'to a missing item',
      file: INDEX,
      change: ['#client-file', '#client-flie'],
      rule: 'dead-anchor',
      at: 'client-flie',
      expected: '条目的 id',
      says: ['是不是想写“client-file”？'],
    },
    {
      name: 'to a missing item of the same page',
      file: INDEX,
      change: [LINK, '[下面](#below)'],
      rule: 'dead-anchor',
      at: '#below',
      expected: '小标题',
    },
    {
      name: 'to a missing heading',
      file: ROLE,
      change: ['#写法', '#做法'],
      rule: 'dead-anchor',
      at: '#做法',
      expected: '小标题',
    },
    {
      name: 'to a missing term',
      file: INDEX,
      change: [LINK, '[术语](/glossary/#nothing)'],
      rule: 'dead-anchor',
      at: '#nothing',
      expected: '条目的 id',
    },
    {
      name: 'without its slash at the end',
      file: INDEX,
      change: ['/agency/roles/account-manager/#', '/agency/roles/account-manager#'],
      rule: 'link-without-slash',
      at: 'account-manager#',
      expected: '/agency/roles/account-manager/#client-file',
    },
    {
      name: 'relative',
      file: INDEX,
      change: [LINK, '[岗位](roles/account-manager/)'],
      rule: 'link-not-from-root',
      at: '(roles/',
      expected: '以 / 开头',
    },
  ]);

  test.each([
    '/',
    '/today/',
    '/runs/',
    '/search/#q=合同',
    '/glossary/#job-order',
    '/sources/#ag-01',
    '/editions/',
    '/print/agency/',
    '/agency/',
    '/agency/techniques/job-order/#%E5%86%99%E6%B3%95',
    'https://example.org/x',
    'mailto:someone@example.org',
  ])('%s is taken', (url) => {
    expect(checkContent(treeWith(INDEX, '/progress/', url))).toEqual([]);
  });

  test('an address in code is no link', () => {
    expect(checkContent(treeWith(INDEX, LINK, '`[x](/nowhere)`'))).toEqual([]);
  });
});

describe('terms', () => {
  testFaults([
    {
      name: 'that the glossary does not have',
      file: ROLE,
      change: ['<Term id="job-order">', '<Term id="job-oder">'],
      rule: 'unknown-term',
      at: '<Term',
      id: 'job-oder',
      expected: 'content/glossary/terms.yaml',
      says: ['是不是想写“job-order”？'],
    },
    {
      name: 'without an id',
      file: ROLE,
      change: ['<Term id="job-order">', '<Term>'],
      rule: 'unknown-term',
      at: '<Term',
      expected: '<Term id="…">',
    },
  ]);

  test('unknown-term: every term, when there is no glossary', () => {
    expect(checkContent(treeWithout(TERMS))).toMatchObject([{ rule: 'unknown-term', file: ROLE }]);
  });

  test('no guesses when the glossary cannot be read', () => {
    const problems = checkContent(treeWith(TERMS, '- id: job-order', '- id：job-order'));
    expect(problems).toMatchObject([{ rule: 'yaml-colon', file: TERMS, line: 1 }]);
  });
});

test('a page that is gone is told at each place that refers to it', () => {
  const rules = checkContent(treeWithout(TECHNIQUE)).map(({ file, rule }) => `${file} ${rule}`);
  expect(rules).toEqual([
    `${ROLE} unknown-page`,
    `${ROLE} dead-link`,
    `${WORKFLOW} unknown-page`,
    'content/sources/ledger.yaml uncarried-entry',
  ]);
});
