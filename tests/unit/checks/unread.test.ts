import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { HOLIDAYS, TERMS, treeWithFile } from './good-tree.ts';
import { publishedTree } from './published-tree.ts';

describe('files that nobody reads', () => {
  test.each([
    ['content/glossary/more.yaml', ''],
    ['content/holidays.yml', 'content/holidays.yaml'],
    ['content/synonym.yaml', 'content/synonyms.yaml'],
    ['content/editions/2.yml', ''],
    ['content/editions/old/2.yaml', ''],
    ['content/notes.md', ''],
    ['content/glossary/terms.yaml.txt', ''],
  ])('%s', (path, guess) => {
    const problems = checkContent(treeWithFile(path, '# 甲\n'));
    expect(problems).toMatchObject([{ file: path, line: 1, rule: 'unread-file' }]);
    expect(`${problems[0]?.found ?? ''}${problems[0]?.fix ?? ''}`).toContain(guess);
  });
});

const FILES = [...publishedTree(), { path: 'content/synonyms.yaml', text: '- [甲方, 客户]\n' }];
const told = (path: string, text: string | undefined) => {
  const others = FILES.filter((file) => file.path !== path);
  const files = text === undefined ? others : [...others, { path, text }];
  return checkContent(files, { register: true })
    .filter(({ file }) => file === path)
    .map(({ rule }) => rule);
};

describe('a file that was emptied', () => {
  test.each([
    ['content/synonyms.yaml', '', 'emptied-file'],
    ['content/synonyms.yaml', '# 同义词\n', 'emptied-file'],
    ['content/synonyms.yaml', '[]\n', 'emptied-file'],
    [HOLIDAYS, '[]\n', 'emptied-file'],
    [HOLIDAYS, '', 'emptied-file'],
    [TERMS, '', 'no-terms'],
    [TERMS, undefined, 'missing-terms'],
  ])('%s: %j', (path, text, rule) => {
    expect(told(path, text)).toContain(rule);
  });
});
