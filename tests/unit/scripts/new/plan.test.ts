import { describe, expect, test } from 'vitest';
import { planNew, type Plan } from '../../../../scripts/new/plan.ts';
import { checkContent, type ContentFile } from '../../../../src/checks/index.ts';
import { HUE_NAMES } from '../../../../src/model/hues.ts';
import { RULES, SITE } from '../../checks/good-tree.ts';
import {
  changed,
  EDITION,
  publishedTree,
  REGISTER_FILE,
  updated,
} from '../../checks/published-tree.ts';

const TODAY = '2026-12-01';

function planned(files: readonly ContentFile[], ...words: string[]): Plan {
  const plan = planNew(files, words, TODAY);
  if ('pages' in plan) return plan;
  throw new Error(
    'refused' in plan ? plan.refused : plan.problems.map(({ found }) => found).join(),
  );
}

function refused(files: readonly ContentFile[], ...words: string[]): string {
  const plan = planNew(files, words, TODAY);
  if ('refused' in plan) return plan.refused;
  throw new Error('It was planned');
}

/** The tree with what a plan writes. */
function put(files: readonly ContentFile[], { pages, changed: others }: Plan): ContentFile[] {
  const written = [...pages, ...others];
  return [...files.filter(({ path }) => written.every((each) => each.path !== path)), ...written];
}

const textOf = (files: readonly ContentFile[], path: string) =>
  files.find((file) => file.path === path)?.text ?? '';

const withSales = () => {
  const files = publishedTree();
  return put(files, planned(files, 'handbook', 'sales', '--title', '销售部'));
};

describe('a handbook', () => {
  test('passes the check, with a page of each kind, a gate, its names and its line', () => {
    const files = withSales();
    expect(checkContent(files, { register: true })).toEqual([]);
    const pages = files.filter(({ path }) => path.startsWith('content/sales/'));
    expect(pages.map(({ path }) => path.split('/')[2])).toEqual([
      'index.mdx',
      'roles',
      'workflows',
      'techniques',
      'rules',
    ]);
    expect(pages.find(({ path }) => path.includes('/workflows/'))?.text).toContain(
      'kind: sign-off',
    );
    expect(textOf(files, SITE)).toContain('  - agency\n  - sales\n');
    expect(textOf(files, EDITION)).toContain('新增手册“销售部”。');
    expect(textOf(files, REGISTER_FILE)).toMatch(/^ {2}sales: [0-9a-f]{8}$/m);
    expect(pages[0]?.text).toContain('title: 销售部手册\n');
    expect(pages[0]?.text).toContain('department: 销售部\n');
    for (const { text } of pages) expect(text).not.toContain('from:');
  });

  test('needs no more lines once it is written', () => {
    const files = withSales();
    const written = files.map((file) =>
      file.path.startsWith('content/sales/')
        ? { ...file, text: file.text.replaceAll('待写：', '我们的') }
        : file,
    );
    const { added, refreshed } = updated(written);
    expect(added).toEqual([]);
    expect(refreshed.length).toBeGreaterThan(10);
    expect(refreshed.filter((reference) => !reference.startsWith('sales'))).toEqual([]);
  });

  test('passes the check without a title', () => {
    const files = publishedTree();
    const plan = planned(files, 'handbook', 'sales');
    expect(checkContent(put(files, plan), { register: true })).toEqual([]);
    const texts = plan.pages.map(({ text }) => text).join('');
    expect(plan.unwritten).toBe(texts.split('待写：').length - 1);
  });

  test('each takes the next hue and sign', () => {
    let files = publishedTree();
    const looks = [];
    for (const name of ['sales', 'legal', 'finance']) {
      const plan = planned(files, 'handbook', name);
      files = put(files, plan);
      looks.push(/^hue: (.*)\nicon: (.*)$/m.exec(plan.pages[0]?.text ?? '')?.slice(1));
    }
    expect(looks.map((look) => look?.[0])).toEqual(HUE_NAMES.slice(1, 4));
    expect(new Set(looks.map((look) => look?.[1])).size).toBe(3);
    expect(checkContent(files, { register: true })).toEqual([]);
  });

  test('there can be more of them than hues', () => {
    let files = publishedTree();
    for (let n = 1; n <= HUE_NAMES.length; n++) {
      files = put(files, planned(files, 'handbook', `team-${n}`));
    }
    expect(checkContent(files, { register: true })).toEqual([]);
  });

  test('a list of handbooks on one line stays a list', () => {
    const files = changed(publishedTree(), [
      SITE,
      'handbooks:\n  - agency\n',
      'handbooks: [agency]\n',
    ]);
    const text = textOf(put(files, planned(files, 'handbook', 'sales')), SITE);
    expect(text).toContain('handbooks: [ agency, sales ]\n');
  });
});

describe.each([
  ['role', 'roles'],
  ['workflow', 'workflows'],
  ['technique', 'techniques'],
  ['rules', 'rules'],
])('a page of the kind %s', (kind, section) => {
  const path = `content/sales/${section}/first-page.mdx`;

  test.each([
    ['with', ['--title', '第一页：试一试']],
    ['without', []],
  ])('passes the check %s a title', (_, title) => {
    const files = withSales();
    const plan = planned(files, kind, 'sales/first-page', ...title);
    const after = put(files, plan);
    expect(plan.pages.map((page) => page.path)).toEqual([path]);
    expect(plan.changed.map((page) => page.path)).toEqual([EDITION, REGISTER_FILE]);
    expect(checkContent(after, { register: true })).toEqual([]);
    expect(plan.unwritten).toBeGreaterThan(3);
    expect(plan.pages[0]?.text).toContain('order: 2\n');
    expect(textOf(after, REGISTER_FILE)).toContain(`  sales/${section}/first-page: `);
    const added = textOf(after, EDITION).slice(textOf(files, EDITION).length);
    expect(added).toContain(`ref: sales/${section}/first-page\n    kind: added\n`);
  });

  test('stands beside pages that have a source', () => {
    const files = publishedTree();
    const after = put(files, planned(files, kind, 'agency/first-page'));
    expect(checkContent(after, { register: true })).toEqual([]);
  });

  test('is not made a second time', () => {
    const files = withSales();
    const after = put(files, planned(files, kind, 'sales/first-page'));
    expect(refused(after, kind, 'sales/first-page')).toContain(`${path} 已经有了`);
  });

  test('does not take the name of a page that was given up', () => {
    const ref = `agency/${section}/first-page`;
    const files = changed(publishedTree(), [
      REGISTER_FILE,
      'retired: []\nformer: []',
      `retired:\n  - { ref: ${ref}, why: 不用了, since: 2026-11-30 }\nformer: [${ref}]`,
    ]);
    expect(refused(files, kind, 'agency/first-page')).toContain('停用');
  });
});

test('a workflow is done by the first role of its handbook, where it has one', () => {
  const files = publishedTree();
  const plan = planned(files, 'workflow', 'agency/second-job');
  expect(plan.pages[0]?.text).toContain('{ id: doer, name: "客户经理", role: account-manager }');
});

test('a content with faults is left as it is, and they are told', () => {
  const files = changed(publishedTree(), [RULES, 'order: 1', 'order: first']);
  const plan = planNew(files, ['role', 'agency/first-page'], TODAY);
  expect('problems' in plan && plan.problems.map(({ file }) => file)).toEqual([RULES]);
});

test('an edition without a change yet gets its first', () => {
  const second = 'content/editions/2.yaml';
  const files = [
    ...publishedTree(),
    {
      path: second,
      text: 'number: 2\ndate: 2026-12-01\ntitle: 第二版\nsummary: 加了几页。\nchanges: []\n',
    },
  ];
  const after = put(files, planned(files, 'rules', 'agency/safety'));
  expect(textOf(after, second)).toContain('changes:\n  - ref: agency/rules/safety\n');
  expect(checkContent(after, { register: true })).toEqual([]);
});
