import { describe, expect, test } from 'vitest';
import { checkContent, type ContentFile } from '../../../src/checks/index.ts';
import { draftEdition } from '../../../src/checks/register/draft.ts';
import { goodTree, INDEX, lineOf, ROLE, treeWithFile } from './good-tree.ts';
import { changed, publishedTree, REGISTER_FILE, updated, withEntries } from './published-tree.ts';

const PLAN = 'content/plans/first-order.yaml';
const TEXT = `title: 第一张工作单
role: agency/roles/account-manager
summary: 给第一次写工作单的人：一周里读完、练过。
items:
  - { ref: agency/rules/conduct, need: read, day: 1 }
  - { ref: agency/techniques/job-order, need: read, day: 1 }
  - { ref: agency/techniques/job-order#due-date, need: practise, day: 2 }
  - { ref: agency/techniques/job-order, need: observe, day: 3 }
  - { ref: agency/workflows/win-new-client#collect, need: observe, day: 5 }
  - { ref: agency/roles/account-manager#client-file, need: practise, day: 5 }
`;

const good = () => treeWithFile(PLAN, TEXT);

test('a plan without a fault has no problem', () => {
  expect(checkContent(good())).toEqual([]);
});

/** One fault of a plan: what is replaced, and the rule, a text on its line, and what the message says. */
const FAULTS: readonly (readonly [
  name: string,
  passage: string,
  replacement: string,
  rule: string,
  at: string,
  says: string,
])[] = [
  [
    'a page that is not there',
    'agency/techniques/job-order, need: read',
    'agency/techniques/job-oder, need: read',
    'unknown-page',
    'job-oder',
    '是不是想写“agency/techniques/job-order”？',
  ],
  [
    'an item that is not there',
    '#due-date',
    '#due-dates',
    'unknown-item',
    '#due-dates',
    'due-date',
  ],
  [
    'a phase',
    'win-new-client#collect, need: observe',
    'win-new-client#prepare, need: read',
    'unfit-item',
    '#prepare',
    'agency/workflows/win-new-client',
  ],
  [
    'a rule that is to be practised',
    'rules/conduct, need: read',
    'rules/conduct#reply, need: practise',
    'unfit-need',
    '#reply',
    '练过',
  ],
  [
    'a role that is to be watched',
    'account-manager#client-file, need: practise',
    'account-manager, need: observe',
    'unfit-need',
    'account-manager, need: observe',
    'need: read',
  ],
  [
    'a need that is none',
    'need: practise, day: 2',
    'need: pracise, day: 2',
    'wrong-value',
    'pracise',
    'practise',
  ],
  [
    'a day that goes back',
    'need: observe, day: 3',
    'need: observe, day: 1',
    'plan-day-order',
    'need: observe, day: 1',
    '第 2 天',
  ],
  [
    'a day before the first',
    'conduct, need: read, day: 1',
    'conduct, need: read, day: 0',
    'bad-plan-day',
    'day: 0',
    '从 1 起',
  ],
  [
    'a day in words',
    'need: practise, day: 2',
    'need: practise, day: 第二天',
    'bad-plan-day',
    '第二天',
    '阿拉伯数字',
  ],
  [
    'an item without a day',
    'need: practise, day: 2',
    'need: practise',
    'missing-field',
    '#due-date',
    'day',
  ],
  [
    'an item twice',
    '#due-date, need: practise, day: 2',
    ', need: read, day: 2',
    'plan-item-twice',
    'need: read, day: 2',
    '第 6 行',
  ],
  [
    'a role that is not there',
    'account-manager\nsummary',
    'account-manger\nsummary',
    'unknown-role',
    'account-manger',
    'account-manager',
  ],
  [
    'a role that is none',
    'role: agency/roles/account-manager',
    'role: 客户经理',
    'bad-reference',
    'role: 客户',
    '手册',
  ],
  ['a field that is none', 'summary:', 'lead:', 'unknown-field', 'lead:', 'summary'],
  ['no title', 'title: 第一张工作单\n', '', 'missing-field', 'role:', 'title'],
  ['half-width marks', '的人：', '的人:', 'half-width-punctuation', 'summary', '：'],
  ['marks that would be shown', '读完、练过', '**读完**、练过', 'mark-in-value', 'summary', '粗体'],
];

describe('a plan with', () => {
  test.each(FAULTS)('%s', (_, passage, replacement, rule, at, says) => {
    const files = changed(good(), [PLAN, passage, replacement]);
    const problems = checkContent(files);
    expect(problems.map((each) => each.rule)).toContain(rule);
    const problem = problems.find((each) => each.rule === rule);
    expect(problem?.file).toBe(PLAN);
    expect(problem?.line).toBe(lineOf(files, PLAN, at));
    expect(`${problem?.found} ${problem?.expected} ${problem?.fix}`).toContain(says);
    expect(problem?.fix).not.toBe('');
  });
});

const named = (name: string, text = TEXT): ContentFile[] =>
  treeWithFile(`content/plans/${name}.yaml`, text);

describe('the name of a plan', () => {
  test.each([
    ['new', 'taken-plan-slug'],
    ['open', 'taken-plan-slug'],
    ['print', 'taken-plan-slug'],
    ['agency-account-manager', 'taken-plan-slug'],
    ['First_Order', 'bad-file-name'],
  ])('%s is refused', (name, rule) => {
    const problems = checkContent(named(name));
    expect(problems).toMatchObject([{ rule, file: `content/plans/${name}.yaml`, line: 1 }]);
    expect(problems[0]?.fix).not.toBe('');
  });

  test('two roles whose routes would have one address are told of', () => {
    const files = goodTree().flatMap((file) => {
      const second = (path: string, from: string, to: string) =>
        file.path === path ? [{ path: path.replace(from, to), text: file.text }] : [];
      return [
        file,
        ...second(INDEX, '/agency/', '/agency-account/'),
        ...second(ROLE, 'agency/roles/account-manager', 'agency-account/roles/manager'),
      ];
    });
    const taken = checkContent(files).filter(({ rule }) => rule === 'taken-plan-slug');
    expect(taken).toHaveLength(1);
    expect(taken[0]?.found).toContain('/train/agency-account-manager/');
  });

  test('two plans of one title are told of', () => {
    const problems = checkContent([
      ...good(),
      { path: 'content/plans/once-more.yaml', text: TEXT },
    ]);
    expect(problems).toMatchObject([{ rule: 'plan-title-twice' }]);
  });
});

describe('a file among the plans', () => {
  test('that is no YAML is not read, and said so', () => {
    expect(checkContent(treeWithFile('content/plans/first-order.mdx', '第一张'))).toMatchObject([
      { rule: 'misplaced-file', expected: expect.stringContaining('.yaml') as string },
    ]);
    expect(checkContent(treeWithFile('content/plans/first-order.yml', TEXT))).toMatchObject([
      { rule: 'unread-file', expected: expect.stringContaining('content/plans/') as string },
    ]);
  });

  test('that is empty is told of', () => {
    const problems = checkContent(treeWithFile(PLAN, ''));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ file }) => file === PLAN)).toBe(true);
  });
});

describe('the register', () => {
  const published = () => [...publishedTree(), { path: PLAN, text: TEXT }];
  const registered = () =>
    published().map((file) =>
      file.path === REGISTER_FILE ? { ...file, text: updated(published()).text } : file,
    );
  const rules = (files: readonly ContentFile[]) =>
    checkContent(files, { register: true }).map(({ rule }) => rule);

  test('has each plan under its name', () => {
    expect(rules(published())).toEqual(['unregistered-reference']);
    expect(updated(published()).added).toEqual(['train#first-order']);
    expect(rules(registered())).toEqual([]);
  });

  test('asks for a line where what a plan says changes, not where its list does', () => {
    expect(rules(changed(registered(), [PLAN, '一周里', '十天里']))).toEqual([
      'change-without-entry',
    ]);
    expect(rules(changed(registered(), [PLAN, 'day: 3 }', 'day: 4 }']))).toEqual([]);
    const draft = draftEdition(changed(registered(), [PLAN, '一周里', '十天里']), {
      isNew: false,
      today: '2026-11-28',
      oldLines: () => undefined,
    });
    expect('drafted' in draft && draft.drafted).toEqual(['train#first-order']);
  });

  test('asks where a plan went, and takes an answer', () => {
    const gone = registered().filter(({ path }) => path !== PLAN);
    expect(rules(gone)).toEqual(['vanished-reference']);
    const why = 'ref: train#first-order, why: 不再需要。, since: 2026-11-28';
    expect(rules(withEntries(gone, { retired: [why] }))).toEqual([]);
    const moved = [...gone, { path: 'content/plans/job-order.yaml', text: TEXT }];
    const move = 'from: train#first-order, to: train#job-order, since: 2026-11-28';
    expect(rules(withEntries(moved, { moved: [move] }))).toEqual(['unregistered-reference']);
  });
});
