import { describe, expect, test } from 'vitest';
import { readContentTree } from '../../../src/checks/content-tree.ts';
import { checkContent } from '../../../src/checks/index.ts';
import { outdatedReport } from '../../../src/checks/outdated.ts';
import { REGULATIONS_FILE } from '../../../src/schemas/regulation.ts';
import { goodTree, lineOf, RULES } from './good-tree.ts';
import { changed } from './published-tree.ts';

const LIST = `- id: advertising-law
  title: 《广告法》第三十四条
  issuer: 全国人民代表大会常务委员会
  since: 2015-09-01
  checkedOn: 2026-11-27
  summary: 发布之前登记、审核、留档。
  handbooks: [agency]
`;

const named = '见<Regulation id="advertising-law">《广告法》</Regulation>。';

const treeWith = (list = LIST, text = named) => [
  ...changed(goodTree(), [RULES, '这些规范人人遵守。', `这些规范人人遵守。\n\n${text}`]),
  { path: REGULATIONS_FILE, text: list },
];

test('a regulation that is listed can be named', () => {
  expect(checkContent(treeWith())).toEqual([]);
});

describe('a regulation', () => {
  test.each([
    [
      'that is not listed',
      LIST,
      named.replace('advertising-law', 'advertising-lav'),
      RULES,
      'unknown-regulation',
    ],
    [
      'without the day of the last look',
      LIST.replace(/ {2}checkedOn.*\n/, ''),
      named,
      REGULATIONS_FILE,
      'missing-field',
    ],
    [
      'of a day that is none',
      LIST.replace('2026-11-27', '2026-11-31'),
      named,
      REGULATIONS_FILE,
      'bad-date',
    ],
    [
      'of a handbook that is none',
      LIST.replace('[agency]', '[agencies]'),
      named,
      REGULATIONS_FILE,
      'wrong-value',
    ],
    ['listed twice', `${LIST}${LIST}`, named, REGULATIONS_FILE, 'duplicate-id'],
    ['in a list of nothing', 'title: 法规\n', '无。', REGULATIONS_FILE, 'no-regulations'],
  ])('%s is refused', (_, list, text, file, rule) => {
    const problems = checkContent(treeWith(list, text)).filter((each) => each.rule === rule);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.file).toBe(file);
    expect(problems[0]?.fix).not.toBe('');
  });

  test('that nobody has looked at for a year is told of', () => {
    const files = treeWith();
    const { tree } = readContentTree(files);
    expect(outdatedReport(tree, '2027-11-27')).toBeUndefined();
    const line = lineOf(files, REGULATIONS_FILE, '- id: advertising-law');
    expect(outdatedReport(tree, '2027-11-28')).toContain(`${REGULATIONS_FILE}:${line} 《广告法》`);
  });
});
