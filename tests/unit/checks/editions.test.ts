import { expect, test } from 'vitest';
import { checkContent, type ContentFile } from '../../../src/checks/index.ts';
import { lineOf } from './good-tree.ts';
import { changed, EDITION, publishedTree, withEntries, withFormer } from './published-tree.ts';

const SECOND = 'content/editions/2.yaml';
const secondText = (text = '') =>
  text.replace('number: 1', 'number: 2').replace('第一版', '第二版').replace('11-23', '12-01');

/** The published tree with a second edition. */
function twoEditions(): ContentFile[] {
  const tree = publishedTree();
  const first = tree.find(({ path }) => path === EDITION)?.text;
  return [...tree, { path: SECOND, text: secondText(first) }];
}

test('two editions in order are no problem', () => {
  expect(checkContent(twoEditions())).toEqual([]);
});

test.each([
  ['edition-name', 'number: 2', 'number: 3', 'number: 3', ['edition-gap']],
  ['edition-date', '2026-12-01', '2026-11-22', 'date:', []],
  ['bad-date', '2026-12-01', '2026-02-30', 'date:', []],
  ['bad-date', '2026-12-01', 'soon', 'date:', []],
  ['edition-reference', 'ref: agency\n', 'ref: agency/roles/nobody\n', 'ref:', []],
  ['bad-reference', 'ref: agency\n', 'ref: Agency\n', 'ref:', []],
  ['wrong-value', 'kind: added', 'kind: new', 'kind:', []],
  ['missing-field', '    why: 旧手册没法照着勾。\n', '', 'changes:', []],
  ['missing-field', 'summary: 手册第一次成册。\n', '', '', []],
  ['half-width-punctuation', '手册成册。', '手册成册,第二次。', 'what:', []],
])('%s: %s → %s', (rule, passage, replacement, at, others) => {
  const files = changed(twoEditions(), [SECOND, passage, replacement]);
  const problems = checkContent(files);
  expect(problems.map((problem) => problem.rule).sort()).toEqual([rule, ...others].sort());
  const problem = problems.find((each) => each.rule === rule);
  expect(problem?.file).toBe(SECOND);
  if (rule !== 'missing-field') expect(problem?.line).toBe(lineOf(files, SECOND, at));
});

test('the only edition is the first', () => {
  const problems = checkContent(changed(publishedTree(), [EDITION, 'number: 1', 'number: 2']));
  expect(problems.map(({ rule }) => rule).sort()).toEqual(['edition-gap', 'edition-name']);
  expect(problems.map(({ line }) => line)).toEqual([1, 1]);
});

test('an edition may name the glossary, and what has moved or was retired since', () => {
  const since = 'since: 2026-12-01';
  const files = withEntries(withFormer(twoEditions(), 'agency/rules/old', 'agency/rules/gone'), {
    moved: [`from: agency/rules/old, to: agency/rules/conduct, ${since}`],
    retired: [`ref: agency/rules/gone, why: 不用了。, ${since}`],
  });
  for (const ref of [
    'glossary',
    'agency/rules/old',
    'agency/rules/old#reply',
    'agency/rules/gone',
    'agency/rules/gone#any',
  ]) {
    expect(checkContent(changed(files, [EDITION, 'ref: agency\n', `ref: ${ref}\n`]))).toEqual([]);
  }
});
