import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { testFaults } from './expect-fault.ts';
import { goodTree, TECHNIQUE } from './good-tree.ts';
import { changed, publishedTree, updated } from './published-tree.ts';

const QUESTIONS = `questions:
  - id: by-when
    about: due-date
    situation: 创作部问什么时候要稿，你只说了“尽快”。该怎么写？
    answers:
      - { text: 写“越快越好”, why: 快慢各人想的不一样。 }
      - { text: 写“周五 17:00 前”, right: true, why: 写到几点才好排活。 }
---
`;
const END = '---\n\n工作单是派工的凭据。';
const asked = (text = QUESTIONS): [string, string] => [END, `${text}\n工作单是派工的凭据。`];

test('a question with one right answer is in order, and is no published text', () => {
  expect(checkContent(changed(goodTree(), [TECHNIQUE, ...asked()]))).toEqual([]);
  const before = publishedTree();
  expect(updated(changed(before, [TECHNIQUE, ...asked()])).text).toBe(updated(before).text);
});

describe('a question', () => {
  testFaults([
    {
      name: 'about nothing on the page',
      file: TECHNIQUE,
      change: asked(QUESTIONS.replace('about: due-date', 'about: due-dat')),
      rule: 'unknown-item',
      at: 'due-dat\n',
      id: 'by-when',
      expected: '本页',
      says: ['是不是想写“due-date”？'],
    },
    {
      name: 'without a right answer',
      file: TECHNIQUE,
      change: asked(QUESTIONS.replace(' right: true,', '')),
      rule: 'right-answers',
      at: 'answers:',
      id: 'by-when',
      expected: '正好一个',
    },
    {
      name: 'whose right answer can be told by its length',
      file: TECHNIQUE,
      change: asked(
        QUESTIONS.replace('写“周五 17:00 前”', '写明几月几日几点之前交到谁手里，交什么格式'),
      ),
      rule: 'answer-shows',
      at: '写明几月几日',
      id: 'by-when',
      expected: '1.6 倍',
    },
    {
      name: 'with an answer twice',
      file: TECHNIQUE,
      change: asked(QUESTIONS.replace('写“周五 17:00 前”', '写“越快越好”')),
      rule: 'answer-twice',
      at: '写“越快越好”, right',
      id: 'by-when',
      expected: '各不相同',
    },
    {
      name: 'with more answers than one can weigh',
      file: TECHNIQUE,
      change: asked(
        QUESTIONS.replace(
          '---\n',
          ['甲甲', '乙乙', '丙丙']
            .map((text) => `      - { text: ${text}, why: 不对。 }\n`)
            .join('')
            .concat('---\n'),
        ),
      ),
      rule: 'too-many',
      at: 'answers:',
      id: 'by-when',
      expected: '2 到 4 个',
    },
  ]);
});
