import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { FILTER_FRAGMENTS } from '../../../src/model/duty-filters.ts';
import { lineOf, ROLE, RULES, treeWith } from './good-tree.ts';

/** What is said of ids and headings that are taken. */
const taken = (file: string, from: string, to: string) =>
  checkContent(treeWith(file, from, to)).filter(({ rule }) => rule === 'anchor-taken');

describe('the fragments of a checklist’s filters', () => {
  test.each([...FILTER_FRAGMENTS])('%s is no id of a duty', (id, name) => {
    const [problem, ...others] = taken(ROLE, '- id: client-file', `- id: ${id}`);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      file: ROLE,
      line: lineOf(treeWith(ROLE, '- id: client-file', `- id: ${id}`), ROLE, `- id: ${id}`),
      found: `id“${id}”与岗位清单的筛选“${name}”相同，别人的链接会跳错地方`,
    });
    expect(problem?.fix).toContain('换一个说法');
  });

  test('nor of a group', () => {
    expect(taken(ROLE, '- id: basics', '- id: weekly')).toHaveLength(1);
  });

  test('may be ids elsewhere: only role pages have filters', () => {
    expect(taken(RULES, '- id: reply', '- id: daily')).toEqual([]);
  });
});
