import { describe, expect, test } from 'vitest';
import { checkContent, type ContentFile } from '../../../src/checks/index.ts';
import { goodTree, RULES, TECHNIQUE } from './good-tree.ts';

const FILE = 'content/facts.yaml';
const PROSE = '这些规范人人遵守。';

/** @param fields of the entry, in place of the usual ones */
const list = (fields: Record<string, string> = {}) =>
  `- ${Object.entries({
    fact: '口头约定什么时候确认',
    home: 'agency/rules/conduct#confirm',
    says: '当天',
    about: '[口头约定, 确认]',
    not: '[次日, 三天内]',
    ...fields,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n  ')}\n`;

function problemsOf(text: string, prose = PROSE, path = RULES) {
  const files = goodTree().map((file): ContentFile => {
    return file.path === path ? { ...file, text: `${file.text}\n${prose}\n` } : file;
  });
  return checkContent([...files, { path: FILE, text }]);
}

test('where all pages say the same, or speak of something else, there is no problem', () => {
  expect(problemsOf(list())).toEqual([]);
  expect(problemsOf(list(), '口头约定当天确认。发票次日寄出。')).toEqual([]);
  expect(problemsOf('# 还没有\n')).toEqual([]);
});

test('a page that says otherwise is told of with the page that decides', () => {
  const problems = problemsOf(list(), '口头约定的事，次日书面确认。', TECHNIQUE);
  expect(problems).toMatchObject([{ file: TECHNIQUE, rule: 'fact-said-otherwise' }]);
  const [{ found, expected, line } = { found: '', expected: '', line: 0 }] = problems;
  expect(found).toContain('“次日”');
  expect(expected).toMatch(/content\/agency\/rules\/conduct\.mdx 第 \d+ 行为准：当天/);
  const lines =
    goodTree()
      .find(({ path }) => path === TECHNIQUE)
      ?.text.split('\n') ?? [];
  expect(line).toBe(lines.length + 1);
});

test('a page that is excepted may say otherwise', () => {
  const text = list({ except: '[agency/techniques/job-order]' });
  expect(problemsOf(text, '口头约定的事，次日书面确认。', TECHNIQUE)).toEqual([]);
});

describe('the list itself', () => {
  test.each([
    ['a home that is not there', { home: 'agency/rules/conducts#confirm' }, 'unknown-home'],
    ['an item that is not there', { home: 'agency/rules/conduct#confirmed' }, 'unknown-home'],
    ['what its home does not say', { says: '两小时内' }, 'home-says-otherwise'],
    ['no words to go by', { about: '[]' }, 'too-few'],
    ['a page that is not there', { except: '[agency/rules/none]' }, 'unknown-exception'],
  ])('%s', (_, fields, rule) => {
    const problems = problemsOf(list(fields));
    expect(problems.map((each) => each.rule)).toContain(rule);
    for (const each of problems) expect(each.file).toBe(FILE);
  });

  test('is a list', () => {
    expect(problemsOf('fact: 甲\n')).toMatchObject([{ file: FILE, line: 1, rule: 'bad-list' }]);
  });
});
