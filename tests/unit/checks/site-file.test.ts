import { describe, expect, test } from 'vitest';
import { checkContent, type ContentFile } from '../../../src/checks/index.ts';
import { readContentTree } from '../../../src/checks/content-tree.ts';
import { leftOutReport } from '../../../src/checks/left-out.ts';
import {
  goodTree,
  INDEX,
  LEDGER,
  lineOf,
  SITE,
  TERMS,
  treeWith,
  treeWithout,
} from './good-tree.ts';
import { changed, publishedTree } from './published-tree.ts';

/** The good tree with a second handbook beside the first. */
function twoHandbooks(): ContentFile[] {
  const front = goodTree().find(({ path }) => path === INDEX)?.text ?? '';
  const text = front
    .replace('from: [ag-01]', 'origin: editorial')
    .replace('hue: vermilion', 'hue: teal')
    .replace(/\n---\n[^]*$/, '\n---\n\n先读[客户经理](/agency/roles/account-manager/)。\n');
  return [...goodTree(), { path: 'content/sales/index.mdx', text }];
}

/** Rule, line and words of the problems of a tree; none other may be told. */
function told(files: readonly ContentFile[]) {
  return checkContent(files).map(({ file, line, rule, found, expected, fix }) => {
    return { file, line, rule, words: [found, expected, fix].join('\n') };
  });
}

describe('the file of the site', () => {
  test('is missed by a build, and named', () => {
    const [problem] = checkContent(
      publishedTree().filter(({ path }) => path !== SITE),
      { register: true },
    );
    expect(problem).toMatchObject({ file: SITE, line: 1, rule: 'missing-site' });
    expect(problem?.fix).toContain('agency');
    expect(checkContent(treeWithout(SITE))).toEqual([]);
  });

  test.each([
    [
      'a handbook that there is not',
      '  - agency',
      '  - agencie',
      'unknown-handbook',
      ['“agency”？', '改成 agency'],
    ],
    [
      'one that is like none',
      '  - agency',
      '  - sales',
      'unknown-handbook',
      ['“sales”没有文件夹', 'content/sales/index.mdx'],
    ],
    ['a handbook twice', '  - agency', '  - agency\n  - agency', 'handbook-twice', ['列了两次']],
    [
      'a seal of two characters',
      'seal: 客',
      'seal: 客户',
      'bad-seal',
      ['有 2 个字', '留一个字，如 客'],
    ],
    ['a seal that is a sign', 'seal: 客', 'seal: "！"', 'bad-seal', ['不是一个字']],
    [
      'a seal that is a number',
      'seal: 客',
      'seal: 7',
      'wrong-type',
      ['seal（印章字）写成了“7”', '"7"'],
    ],
    ['an empty title', 'title: 客户部工作手册', 'title:', 'empty-field', ['title（标题）']],
    ['a long title', 'title: 客户部工作手册', `title: ${'长'.repeat(21)}`, 'too-long', ['21 个字']],
    ['no lead', 'lead: 查得到，勾得了，走得完。\n', '', 'missing-field', ['lead（导语）']],
    [
      'a mistyped field',
      'seal: 客\n',
      'seal: 客\nfoter: 由人力资源部编。\n',
      'unknown-field',
      ['“footer”'],
    ],
    [
      'a file name of characters',
      'fileName: kehubu',
      'fileName: 客户部',
      'bad-file-name',
      ['英文字母'],
    ],
    [
      'half-width punctuation',
      '勾得了，走得完。',
      '勾得了,走得完。',
      'half-width-punctuation',
      ['全角'],
    ],
  ] as const)('%s is told', (_, passage, replacement, rule, words) => {
    const files = treeWith(SITE, passage, replacement);
    const problems = told(files);
    expect(problems.map((problem) => [problem.file, problem.rule])).toEqual([[SITE, rule]]);
    for (const word of words) expect(problems[0]?.words).toContain(word);
  });

  test('no handbook at all is told', () => {
    const files = treeWith(SITE, 'handbooks:\n  - agency', 'handbooks: []');
    expect(told(files).map(({ rule }) => rule)).toEqual(['too-few']);
  });

  test('a file that cannot be read is told once, not missed as well', () => {
    const files = changed(publishedTree(), [SITE, 'title: 客', 'title： 客']);
    expect(checkContent(files, { register: true }).map(({ rule }) => rule)).toEqual(['yaml-colon']);
  });

  test('two published handbooks of one hue are told, with the hues that are free', () => {
    const files = changed(
      twoHandbooks(),
      [SITE, '  - agency', '  - agency\n  - sales'],
      ['content/sales/index.mdx', 'hue: teal', 'hue: vermilion'],
    );
    const [problem, ...rest] = told(files);
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ file: 'content/sales/index.mdx', rule: 'same-hue' });
    expect(problem?.line).toBe(lineOf(files, 'content/sales/index.mdx', 'hue:'));
    expect(problem?.words).toContain('teal（青）');
    // What is not published may have any hue.
    expect(told(changed(files, [SITE, '  - agency\n  - sales', '  - agency']))).toEqual([]);
  });
});

describe('a handbook is a folder', () => {
  test('with a front page it is one, published or not', () => {
    expect(told(twoHandbooks())).toEqual([]);
    expect(readContentTree(twoHandbooks()).tree.handbooks).toEqual(['agency', 'sales']);
  });

  test.each(['runs', 'search', 'Sales', '销售部'])('it cannot be named %s', (name) => {
    const files = twoHandbooks().map((file) => ({
      ...file,
      path: file.path.replace('content/sales/', `content/${name}/`),
    }));
    expect(told(files).map(({ rule }) => rule)).toEqual(['bad-handbook-name']);
  });

  test.each([
    ['hue: vermilion', 'hue: vermillion', '改成 vermilion'],
    ['hue: vermilion', 'hue: red', 'teal（青）'],
    ['icon: megaphone', 'icon: megafone', '改成 megaphone'],
  ])('%s has to be one of a list', (passage, replacement, words) => {
    const [problem, ...rest] = told(treeWith(INDEX, passage, replacement));
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ file: INDEX, rule: 'wrong-value' });
    expect(problem?.words).toContain(words);
  });

  test('terms and sources that name a handbook almost right are told', () => {
    const term = told(treeWith(TERMS, 'handbooks: [agency]\n  see', 'handbooks: [agencie]\n  see'));
    expect(term.map(({ file, rule }) => [file, rule])).toEqual([[TERMS, 'wrong-value']]);
    expect(term[0]?.words).toContain('改成 agency');
    const document = told(treeWith(LEDGER, 'handbook: agency', 'handbook: agencie'));
    expect(document.map(({ file, rule }) => [file, rule])).toEqual([[LEDGER, 'unknown-handbook']]);
  });
});

describe('what is not published', () => {
  test('is told, with the places that lead there', () => {
    const files = changed(twoHandbooks(), [SITE, '  - agency', '  - sales']);
    const report = leftOutReport(readContentTree(files).tree) ?? '';
    const line = lineOf(files, 'content/sales/index.mdx', '先读');
    expect(report).toContain('没有发布的手册：agency');
    expect(report).toContain(`content/sales/index.mdx:${line}  /agency/roles/account-manager/`);
    // A handbook's links within itself are no matter of the report.
    expect(report.split('\n')).toHaveLength(2);
  });

  test('is no matter where all is published, or where nothing can be known', () => {
    expect(leftOutReport(readContentTree(goodTree()).tree)).toBeUndefined();
    expect(leftOutReport(readContentTree(treeWithout(SITE)).tree)).toBeUndefined();
  });

  test('stays checked and registered', () => {
    const files = changed(publishedTree(), [SITE, '  - agency', '  - sales']);
    const problems = checkContent(
      [...files, ...twoHandbooks().filter(({ path }) => path.includes('sales'))],
      { register: true },
    );
    // The new handbook is not registered yet; nothing of the old one is missed.
    expect(problems.map(({ rule }) => rule)).toEqual(['unregistered-reference']);
  });
});
