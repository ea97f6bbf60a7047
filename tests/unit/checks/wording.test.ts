import { describe, expect, test } from 'vitest';
import { checkContent, type ContentFile } from '../../../src/checks/index.ts';
import { goodTree, RULES, ROLE, TERMS } from './good-tree.ts';

const FILE = 'content/wording.yaml';
const LIST = '# 用词表\n- { not: 销号, better: 办结 }\n';

function problemsOf(list: string, path?: string, from = '', to = '') {
  const files = goodTree().map((file): ContentFile => {
    if (file.path !== path) return file;
    if (!file.text.includes(from)) throw new Error(`${path} has no “${from}”`);
    return { ...file, text: file.text.replace(from, to) };
  });
  return checkContent([...files, { path: FILE, text: list }]);
}

test('a list whose words nobody uses is no problem, nor is an empty one', () => {
  expect(problemsOf(LIST)).toEqual([]);
  expect(problemsOf('# 还没有\n')).toEqual([]);
});

describe('a word that is not used is found where it stands, with the better one', () => {
  test.each([
    ['in the prose', RULES, '这些规范人人遵守。', '这些规范人人遵守，当天销号。'],
    ['in the prose with markup', RULES, '这些规范人人遵守。', '这些规范人人遵守，当天**销**号。'],
    ['in the text of an item', RULES, '当天书面确认口头约定', '当天书面确认、销号'],
    ['in a summary', ROLE, '给客户经理和新来的同事看。', '给客户经理看怎样销号。'],
    ['in a definition', TERMS, 'definition: ', 'definition: 销号。'],
  ])('%s', (_, path, from, to) => {
    const found = problemsOf(LIST, path, from, to).filter(({ rule }) => rule === 'unused-word');
    expect(found).toHaveLength(1);
    const text = goodTree().find((file) => file.path === path)?.text ?? '';
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    expect(found[0]).toMatchObject({ file: path, line });
    expect(found[0]?.found).toContain('销号');
    expect(found[0]?.expected).toContain('“办结”（content/wording.yaml 第 2 行）');
    expect(found[0]?.fix).toContain('办结');
  });

  test('each time it is used', () => {
    const found = problemsOf(LIST, RULES, '这些规范人人遵守。', '当天销号。销号再走。');
    expect(found.map(({ rule }) => rule)).toEqual(['unused-word', 'unused-word']);
  });
});

describe('a word may stand', () => {
  const told = (list: string, to: string) =>
    problemsOf(list, RULES, '这些规范人人遵守。', to).map(({ rule }) => rule);

  test('in quotation marks of its own: it is spoken of', () => {
    expect(told(LIST, '旧手册叫“销号”，这里叫办结。')).toEqual([]);
    expect(told(LIST, '旧手册说“办完就销号”。')).toEqual(['unused-word']);
  });

  test('on a page that is excepted', () => {
    const list = '- { not: 销号, better: 办结, except: [agency/rules/conduct] }\n';
    expect(told(list, '当天销号。')).toEqual([]);
  });

  test('among the aliases of a term, and in the synonyms: readers search by it', () => {
    expect(problemsOf(LIST, TERMS, '  definition: ', '  aliases: [销号]\n  definition: ')).toEqual(
      [],
    );
    const synonyms = { path: 'content/synonyms.yaml', text: '- [销号, 办结]\n' };
    expect(checkContent([...goodTree(), { path: FILE, text: LIST }, synonyms])).toEqual([]);
  });
});

test.each([
  ['no list', '销号: 办结\n', 'bad-list', 1],
  ['a field of another name', '- { not: 销号, say: 办结 }\n', 'unknown-field', 1],
  ['nothing better', '- { not: 销号 }\n', 'missing-field', 1],
  ['a word twice', `${LIST}- { not: 销号, better: 结案 }\n`, 'repeated-word', 3],
  ['a better word with the word in it', '- { not: 销号, better: 销号办结 }\n', 'better-word', 1],
  [
    'an exception that is not there',
    '- { not: 销号, better: 办结, except: [agency/rules/conducts] }\n',
    'unknown-exception',
    1,
  ],
])('a list with %s', (_, list, rule, line) => {
  const problems = problemsOf(list);
  expect(problems.map((each) => each.rule)).toContain(rule);
  expect(problems.find((each) => each.rule === rule)).toMatchObject({ file: FILE, line });
  for (const { found, fix } of problems) expect(`${found}${fix}`).toMatch(/\p{Script=Han}/u);
});
