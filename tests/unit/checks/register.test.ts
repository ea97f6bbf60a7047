import { describe, expect, test } from 'vitest';
import { checkContent, type ContentFile } from '../../../src/checks/index.ts';
import { goodTree, lineOf, ROLE, RULES, TERMS } from './good-tree.ts';
import {
  changed,
  EDITION,
  publishedTree,
  REGISTER_FILE,
  renamed,
  withEntries,
  withFormer,
} from './published-tree.ts';

const DAY = 'since: 2026-11-24';
const PAGE = 'agency/roles/account-manager';
const told = (files: readonly ContentFile[]) =>
  checkContent(files, { register: true }).map(({ rule, file }) => `${file} ${rule}`);
const only = (files: readonly ContentFile[]) => {
  const problems = checkContent(files, { register: true });
  expect(problems.map(({ rule }) => rule)).toHaveLength(1);
  return problems[0];
};
/** The duty under a new id, its note too. */
const renamedDuty = (files: readonly ContentFile[] = publishedTree()) =>
  changed(
    files,
    [ROLE, '- id: calm', '- id: stay-calm'],
    [ROLE, '<Duty id="calm">', '<Duty id="stay-calm">'],
    [ROLE, 'quarter: [calm]', 'quarter: [stay-calm]'],
  );
/** The page of rules under a new address. */
const NEW_RULES = 'content/agency/rules/manners.mdx';
const movedRules = () => renamed(publishedTree(), RULES, NEW_RULES);

test('a published tree has no problem', () => {
  expect(told(publishedTree())).toEqual([]);
});

describe('what was published', () => {
  test('vanished-reference: a renamed item, with its new name as a suggestion', () => {
    const problems = checkContent(renamedDuty());
    expect(problems.map(({ rule }) => rule).sort()).toEqual([
      'unregistered-reference',
      'vanished-reference',
    ]);
    const vanished = problems.find(({ rule }) => rule === 'vanished-reference');
    expect(vanished).toMatchObject({
      file: REGISTER_FILE,
      line: lineOf(renamedDuty(), REGISTER_FILE, `${PAGE}#calm`),
    });
    expect(vanished?.found).toContain(`是不是改成了“${PAGE}#stay-calm”`);
    expect(vanished?.fix).toContain('改名了就写进 moved');
    expect(vanished?.fix).toContain('不要了就写进 retired');
  });

  test('vanished-reference: a page is told once, not for each of its items', () => {
    const found = told(movedRules());
    expect(found).toEqual([
      `${NEW_RULES} unregistered-reference`,
      `${REGISTER_FILE} vanished-reference`,
    ]);
  });

  test('vanished-reference: an item that did not go with its page', () => {
    const files = withEntries(
      changed(movedRules(), [NEW_RULES, '- id: confirm', '- id: write-it-down']),
      { moved: [`from: agency/rules/conduct, to: agency/rules/manners, ${DAY}`] },
    );
    const lost = checkContent(files).find(({ rule }) => rule === 'vanished-reference');
    expect(lost?.found).toContain('“agency/rules/conduct#confirm”');
    expect(lost?.found).toContain('那里没有“agency/rules/manners#confirm”');
    expect(lost?.found).toContain('是不是改成了“agency/rules/manners#write-it-down”');
  });

  test('vanished-reference: a term', () => {
    const files = changed(publishedTree(), [TERMS, '- id: brief', '- id: short-brief']);
    expect(told(files)).toContain(`${REGISTER_FILE} vanished-reference`);
  });

  test.each([
    ['moved', { moved: [`from: ${PAGE}#calm, to: ${PAGE}#stay-calm, ${DAY}`] }],
    ['retired', { retired: [`ref: ${PAGE}#calm, why: 与别的一条重复。, ${DAY}`] }],
  ])('what is %s is no problem', (_, entries) => {
    expect(told(withEntries(renamedDuty(), entries))).toEqual([`${ROLE} unregistered-reference`]);
  });

  test('items go with a page that moved, or that was retired', () => {
    const moved = { moved: [`from: agency/rules/conduct, to: agency/rules/manners, ${DAY}`] };
    expect(told(withEntries(movedRules(), moved))).toEqual([`${NEW_RULES} unregistered-reference`]);
    const retired = { retired: [`ref: agency/rules/conduct, why: 用不着了。, ${DAY}`] };
    expect(told(withEntries(movedRules(), retired))).toEqual([
      `${NEW_RULES} unregistered-reference`,
    ]);
  });

  test('unregistered-reference: told once for each file, at the first new name', () => {
    const files = changed(publishedTree(), [
      RULES,
      '  - id: confirm\n',
      '  - id: one\n    text: 写第一条\n    origin: editorial\n  - id: two\n    text: 写第二条\n    origin: editorial\n  - id: confirm\n',
    ]);
    const problem = only(files);
    expect(problem).toMatchObject({ rule: 'unregistered-reference', file: RULES, id: 'one' });
    expect(problem?.found).toContain('另外 1 个');
    expect(problem?.fix).toContain('npm run ids');
  });

  test('nothing is reported as lost while a file cannot be read', () => {
    expect(told(changed(publishedTree(), [RULES, '</Rule>', '']))).toEqual([`${RULES} mdx-syntax`]);
    expect(told(changed(publishedTree(), [TERMS, '- id: brief', '- id：brief']))).toEqual([
      `${TERMS} yaml-colon`,
    ]);
  });
});

describe('what was changed', () => {
  const edited = changed(publishedTree(), [ROLE, '建立客户档案', '建好客户档案']);

  test('change-without-entry: an item, and not the page that holds it', () => {
    expect(only(edited)).toMatchObject({
      rule: 'change-without-entry',
      file: ROLE,
      id: 'client-file',
    });
  });

  test.each([`${PAGE}#client-file`, PAGE])('an entry that names %s will do', (ref) => {
    expect(told(changed(edited, [EDITION, 'ref: agency\n', `ref: ${ref}\n`]))).toEqual([]);
  });

  test('an entry that changes the page will not: it speaks of the page’s own text', () => {
    const entry = `${edited.find(({ path }) => path === EDITION)?.text ?? ''}  - { ref: ${PAGE}, kind: changed, what: 改了文字。, why: 更好懂。, material: false }\n`;
    const files = edited.map((file) => (file.path === EDITION ? { ...file, text: entry } : file));
    expect(told(files)).toEqual([`${ROLE} change-without-entry`]);
  });

  test('an entry that names several items of the page will do for them, and for no other', () => {
    const entry = (...ids: string[]) =>
      `  - { ref: ${PAGE}, items: [${ids.join(', ')}], kind: changed, what: 改了文字。, why: 更好懂。, material: false }\n`;
    const withEntry = (...ids: string[]) =>
      edited.map((file) =>
        file.path === EDITION ? { ...file, text: file.text + entry(...ids) } : file,
      );
    expect(told(withEntry('client-file', 'calm'))).toEqual([]);
    expect(told(withEntry('basics', 'calm'))).toEqual([`${ROLE} change-without-entry`]);
    expect(told(withEntry('client-file', 'clam'))).toEqual([`${EDITION} edition-reference`]);
  });

  test('an entry of an older edition will not', () => {
    const first = changed(edited, [EDITION, 'ref: agency\n', `ref: ${PAGE}\n`]);
    const text = first.find(({ path }) => path === EDITION)?.text ?? '';
    const second = {
      path: 'content/editions/2.yaml',
      text: text.replace('number: 1', 'number: 2').replace(`ref: ${PAGE}\n`, 'ref: agency\n'),
    };
    expect(told([...first, second])).toEqual([`${ROLE} change-without-entry`]);
  });
});

describe('entries of the register', () => {
  const calm = `from: ${PAGE}#calm`;

  test.each<[string, Parameters<typeof withEntries>[1], readonly string[]]>([
    ['moved-but-there', { moved: [`from: ${PAGE}#client-file, to: ${PAGE}#calm, ${DAY}`] }, []],
    ['retired-but-there', { retired: [`ref: ${PAGE}#client-file, why: 不用了。, ${DAY}`] }, []],
    [
      'move-to-nowhere',
      { moved: [`${calm}, to: ${PAGE}#clam, ${DAY}`] },
      ['unregistered-reference'],
    ],
    [
      'move-cycle',
      { moved: [`${calm}, to: ${PAGE}#x, ${DAY}`, `from: ${PAGE}#x, to: ${PAGE}#calm, ${DAY}`] },
      ['move-cycle', 'unregistered-reference'],
    ],
    [
      'moved-twice',
      { moved: [`${calm}, to: ${PAGE}#stay-calm, ${DAY}`, `${calm}, to: ${PAGE}, ${DAY}`] },
      ['unregistered-reference'],
    ],
    [
      'moved-twice',
      {
        moved: [`${calm}, to: ${PAGE}#stay-calm, ${DAY}`],
        retired: [`ref: ${PAGE}#calm, why: 不用了。, ${DAY}`],
      },
      ['unregistered-reference'],
    ],
  ])('%s', (rule, entries, others) => {
    const tree = others.length > 0 ? renamedDuty() : publishedTree();
    const found = checkContent(withEntries(tree, entries));
    expect(found.map((each) => each.rule).sort()).toEqual([rule, ...others].sort());
    expect(found.find((each) => each.rule === rule)?.file).toBe(REGISTER_FILE);
  });

  test('moves are followed to the end, which may be retired', () => {
    const moved = [`${calm}, to: ${PAGE}#x, ${DAY}`, `from: ${PAGE}#x, to: ${PAGE}#y, ${DAY}`];
    const retired = [`ref: ${PAGE}#y, why: 不用了。, ${DAY}`];
    expect(told(withEntries(renamedDuty(), { moved, retired }))).toEqual([
      `${ROLE} unregistered-reference`,
    ]);
  });

  test.each<[string, Parameters<typeof withEntries>[1]]>([
    ['moved', { moved: [`from: ${PAGE}#clam, to: ${PAGE}#client-file, ${DAY}`] }],
    ['retired', { retired: [`ref: ${PAGE}#clam, why: 不用了。, ${DAY}`] }],
  ])('never-published: an invented name that is %s', (_, entries) => {
    const files = withEntries(withFormer(publishedTree(), `${PAGE}#cla`), entries);
    const problem = checkContent(files, { register: true }).find(
      ({ rule }) => rule === 'never-published',
    );
    expect(problem).toMatchObject({
      file: REGISTER_FILE,
      line: lineOf(files, REGISTER_FILE, `${PAGE}#clam`),
      found: `“${PAGE}#clam”从来没有发布过。是不是想写“${PAGE}#cla”？`,
      expected: 'moved 的 from、retired 的 ref 是发布过的旧名字，读者的链接和勾选里有它',
      fix: '照旧名字改正；从来没有发布过的，删掉这一行',
    });
  });

  test('a name that was published once is still one later', () => {
    const moved = [`from: ${PAGE}#old, to: ${PAGE}#calm, ${DAY}`];
    expect(told(withEntries(withFormer(publishedTree(), `${PAGE}#old`), { moved }))).toEqual([]);
  });

  test('an item may be named as it is called after its page moved, on the same day', () => {
    const files = changed(movedRules(), [NEW_RULES, '- id: confirm', '- id: write-it-down']);
    const moved = [
      `from: agency/rules/conduct, to: agency/rules/manners, ${DAY}`,
      `from: agency/rules/manners#confirm, to: agency/rules/manners#write-it-down, ${DAY}`,
    ];
    expect(told(withEntries(files, { moved }))).toEqual([`${NEW_RULES} unregistered-reference`]);
  });

  test('vanished-reference: a name that was published once, and whose entry was deleted', () => {
    const files = withFormer(publishedTree(), `${PAGE}#old`);
    expect(only(files)).toMatchObject({
      rule: 'vanished-reference',
      file: REGISTER_FILE,
      line: lineOf(files, REGISTER_FILE, `- ${PAGE}#old`),
    });
  });

  test('a register that keeps no names of old takes every entry', () => {
    const moved = [`from: ${PAGE}#old, to: ${PAGE}#calm, ${DAY}`];
    const files = changed(withEntries(publishedTree(), { moved }), [
      REGISTER_FILE,
      'former: []\n',
      '',
    ]);
    expect(told(files)).toEqual([]);
  });

  test.each([
    ['missing-field', `ref: ${PAGE}#calm, ${DAY}`, 'why'],
    ['missing-field', `ref: ${PAGE}#calm, why: 不用了。`, 'since'],
    ['bad-date', `ref: ${PAGE}#calm, why: 不用了。, since: 2026-02-30`, '2026-02-30'],
    ['bad-reference', `ref: Agency/x, why: 不用了。, ${DAY}`, 'Agency/x'],
  ])('%s: %s', (rule, entry, says) => {
    const problem = only(withEntries(publishedTree(), { retired: [entry] }));
    expect(problem).toMatchObject({
      rule,
      line: lineOf(withEntries(publishedTree(), { retired: [entry] }), REGISTER_FILE, entry),
    });
    expect(problem?.found).toContain(says);
  });

  test('bad-fingerprint: a line that was written by hand', () => {
    const files = changed(publishedTree(), [REGISTER_FILE, '  agency: ', '  agency: 不改 #']);
    expect(only(files)).toMatchObject({ rule: 'bad-fingerprint', line: 7 });
  });
});

test('missing-register and missing-edition: only where they are asked for', () => {
  expect(told(goodTree())).toEqual([
    `${EDITION} missing-edition`,
    `${REGISTER_FILE} missing-register`,
  ]);
  expect(checkContent(goodTree())).toEqual([]);
});
