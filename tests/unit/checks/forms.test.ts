import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { testFaults } from './expect-fault.ts';
import { goodTree, ROLE, TECHNIQUE, WORKFLOW } from './good-tree.ts';
import { changed, EDITION, publishedTree, REGISTER_FILE, updated } from './published-tree.ts';

const FORM = `forms:
  - id: full-order
    title: 工作单
    use: 每派一次活填一张。
    fields:
      - { name: 编号, how: 项目编号加序号, example: 2026-031-1 }
      - { name: 批准签字 }
    table:
      rows: 4
      columns:
        - { name: 交付物 }
        - { name: 数量 }
      examples:
        - [海报, "1"]
    origin: editorial
---

工作单是派工的凭据。

<Form id="full-order" />
`;
const WITHOUT = '---\n\n工作单是派工的凭据。\n';

const withForm = () => changed(goodTree(), [TECHNIQUE, WITHOUT, FORM]);

test('a form of the frontmatter that stands in the body is in order, and takes the place of a phrase', () => {
  const tree = changed(withForm(), [TECHNIQUE, '<Say>“周五 17:00 前给我初稿，可以吗？”</Say>', '']);
  expect(checkContent(tree)).toEqual([]);
});

test('steps and acts lead to forms by short or full reference', () => {
  const tree = changed(
    withForm(),
    [WORKFLOW, '        techniques: [job-order]\n', '        forms: [job-order#full-order]\n'],
    [
      ROLE,
      '        cadence: weekly\n',
      '        cadence: weekly\n        forms: [agency/techniques/job-order#full-order]\n',
    ],
  );
  expect(checkContent(tree)).toEqual([]);
});

describe('a form', () => {
  const place = (text: string): [string, string] => [WITHOUT, text];
  testFaults([
    {
      name: 'that has no place in the body',
      file: TECHNIQUE,
      change: place(FORM.replace('<Form id="full-order" />\n', '')),
      rule: 'form-unplaced',
      at: 'id: full-order',
      id: 'full-order',
      expected: '<Form id="full-order" />',
    },
    {
      name: 'that stands in the body twice',
      file: TECHNIQUE,
      change: place(`${FORM}\n<Form id="full-order" />\n`),
      rule: 'form-repeated',
      at: '<Form id="full-order" />\n\n<Point',
      id: 'full-order',
      expected: '只放一次',
    },
    {
      name: 'that is not there',
      file: TECHNIQUE,
      change: place(`${FORM}\n<Form id="full-ordre" />\n`),
      rule: 'unknown-form',
      at: '<Form id="full-ordre"',
      id: 'full-ordre',
      expected: 'forms 里的一个 id',
      says: ['是不是想写“full-order”？'],
    },
    {
      name: 'that asks for nothing',
      file: TECHNIQUE,
      change: place(FORM.replace(/ {4}fields:[^]*?(?= {4}origin)/, '')),
      rule: 'empty-form',
      at: 'id: full-order',
      id: 'full-order',
      expected: 'fields',
    },
    {
      name: 'with a row that is too short',
      file: TECHNIQUE,
      change: place(FORM.replace('[海报, "1"]', '[海报]')),
      rule: 'uneven-row',
      at: '[海报]',
      id: 'full-order',
      expected: '格数与列数一样',
      says: ['1 格', '2 列'],
    },
    {
      name: 'with words in its tag',
      file: TECHNIQUE,
      change: place(
        FORM.replace('<Form id="full-order" />', '<Form id="full-order">\n\n见下。\n\n</Form>'),
      ),
      rule: 'form-nested',
      at: '<Form id="full-order">',
      id: 'full-order',
      expected: '里面是空的',
    },
    {
      name: 'whose anchor another item has',
      file: TECHNIQUE,
      change: place(FORM.replaceAll('full-order', 'one-job')),
      rule: 'duplicate-id',
      at: 'id: one-job\n    title',
      id: 'one-job',
      expected: '只出现一次',
    },
    {
      name: 'that a step uses and nobody has written',
      file: WORKFLOW,
      change: ['        techniques: [job-order]\n', '        forms: [job-order#full-order]\n'],
      rule: 'unknown-item',
      at: 'job-order#full-order',
      id: 'collect',
      expected: 'job-order#full-order',
    },
    {
      name: 'that is named without its page',
      file: WORKFLOW,
      change: ['        techniques: [job-order]\n', '        forms: [full-order]\n'],
      rule: 'bad-reference',
      at: '[full-order]',
      id: 'collect',
      expected: 'job-order#full-order',
    },
  ]);
});

test('links to forms move no fingerprint; a form has one of its own', () => {
  const before = publishedTree();
  const linked = changed(before, [
    WORKFLOW,
    '        techniques: [job-order]\n',
    '        techniques: [job-order]\n        forms: []\n',
  ]);
  expect(updated(linked).text).toBe(updated(before).text);
  const added = changed(
    before,
    [TECHNIQUE, WITHOUT, FORM],
    [
      EDITION,
      '    material: true\n',
      '    material: true\n  - { ref: agency/techniques/job-order#full-order, kind: added, what: 加一张表。, why: 好填。, material: true }\n',
    ],
  );
  const register = updated(added).text;
  const was = before.find(({ path }) => path === REGISTER_FILE)?.text ?? '';
  const news = register.split('\n').filter((line) => !was.includes(line));
  expect(news).toEqual([expect.stringContaining('agency/techniques/job-order#full-order')]);
});
