import { describe, expect, test } from 'vitest';
import { checkContent, type ContentFile, type Problem } from '../../../src/handbook/checks';
import { updateRegister } from '../../../src/handbook/register/update';
import { goodTree, ROLE, RULES } from '../checks/good-tree';

const REGISTER = 'content/ids.yaml';
const EDITION = 'content/editions/1.yaml';

const FIRST_EDITION = `number: 1
date: 2026-11-23
title: 第一版
summary: 手册第一次成册。
changes:
  - { ref: agency, kind: added, what: 手册成册。, why: 旧手册读不下去。, material: true }
`;

/** The good tree with an edition and an up-to-date register. */
function registeredTree(): ContentFile[] {
  const files = [...goodTree(), { path: EDITION, text: FIRST_EDITION }];
  return withRegister(files, updated(files));
}

function updated(files: readonly ContentFile[]): string {
  const update = updateRegister(files);
  if (!('text' in update)) throw new Error(JSON.stringify(update));
  return update.text;
}

function withRegister(files: readonly ContentFile[], text: string): ContentFile[] {
  return [...files.filter(({ path }) => path !== REGISTER), { path: REGISTER, text }];
}

function change(files: readonly ContentFile[], path: string, from: string, to: string) {
  expect(files.find((file) => file.path === path)?.text).toContain(from);
  return files.map((file) =>
    file.path === path ? { path, text: file.text.replaceAll(from, to) } : file,
  );
}

/** Gives the register moves and retirements. */
function settle(files: readonly ContentFile[], lists: string): ContentFile[] {
  const text = files.find(({ path }) => path === REGISTER)?.text ?? '';
  return withRegister(files, text.replace(/^moved: \[\]\nretired: \[\]\n/m, lists));
}

const rulesOf = (problems: readonly Problem[]) => problems.map(({ rule }) => rule);

describe('the register', () => {
  test('of an unchanged tree has no problem, and an update changes nothing', () => {
    const files = registeredTree();
    expect(checkContent(files)).toEqual([]);
    expect(updated(files)).toBe(files.find(({ path }) => path === REGISTER)?.text);
  });

  test('is asked for where it must be there', () => {
    expect(rulesOf(checkContent(goodTree(), { register: true }))).toContain('missing-register');
    expect(checkContent(goodTree())).toEqual([]);
  });

  test('refuses an id that vanished, and names the nearest one', () => {
    const files = change(registeredTree(), ROLE, 'id: client-file', 'id: client-files').map(
      (file) => ({
        ...file,
        text:
          file.path === REGISTER
            ? file.text
            : file.text
                .replaceAll('#client-file)', '#client-files)')
                .replaceAll('id="client-file"', 'id="client-files"')
                .replaceAll('- client-file\n', '- client-files\n'),
      }),
    );
    const problems = checkContent(files).filter(({ rule }) => /reference$/.test(rule));
    expect(rulesOf(problems).sort()).toEqual(['unregistered-reference', 'vanished-reference']);
    const vanished = problems.find(({ rule }) => rule === 'vanished-reference');
    expect(vanished).toMatchObject({ file: REGISTER });
    expect(vanished?.found).toContain('client-files');
    expect(vanished?.fix).toContain('moved');
  });

  test('takes a renamed id that is listed as moved, and registers the new one', () => {
    const renamed = change(registeredTree(), RULES, 'id: confirm', 'id: confirm-in-writing');
    const settled = settle(
      renamed,
      'moved:\n  - { from: agency/rules/conduct#confirm, to: agency/rules/conduct#confirm-in-writing, since: 2026-11-24 }\nretired: []\n',
    );
    expect(rulesOf(checkContent(settled))).toEqual(['unregistered-reference']);
    const files = withRegister(settled, updated(settled));
    expect(checkContent(files)).toEqual([]);
    expect(files.at(-1)?.text).toContain('since: 2026-11-24');
    expect(files.at(-1)?.text).not.toMatch(/^ {2}agency\/rules\/conduct#confirm:/m);
  });

  test.each([
    {
      rule: 'move-to-nowhere',
      lists:
        'moved:\n  - { from: agency/roles/x#y, to: agency/roles/nowhere#z, since: 2026-11-24 }\nretired: []\n',
    },
    {
      rule: 'move-cycle',
      lists:
        'moved:\n  - { from: agency/roles/x#y, to: agency/roles/x#z, since: 2026-11-24 }\n  - { from: agency/roles/x#z, to: agency/roles/x#y, since: 2026-11-24 }\nretired: []\n',
    },
    {
      rule: 'moved-but-there',
      lists:
        'moved:\n  - { from: agency/rules/conduct, to: agency/roles/account-manager, since: 2026-11-24 }\nretired: []\n',
    },
    {
      rule: 'moved-twice',
      lists:
        'moved:\n  - { from: agency/roles/x#y, to: agency/rules/conduct, since: 2026-11-24 }\nretired:\n  - { ref: agency/roles/x#y, why: 不再需要, since: 2026-11-24 }\n',
    },
    {
      rule: 'retired-but-there',
      lists:
        'moved: []\nretired:\n  - { ref: agency/rules/conduct, why: 不再需要, since: 2026-11-24 }\n',
    },
    {
      rule: 'missing-field',
      lists: 'moved: []\nretired:\n  - { ref: agency/roles/x#y, since: 2026-11-24 }\n',
    },
  ])('refuses $rule', ({ rule, lists }) => {
    const problems = checkContent(settle(registeredTree(), lists));
    expect(rulesOf(problems)).toContain(rule);
    for (const problem of problems) {
      expect(problem.file).toBe(REGISTER);
      expect(problem.line).toBeGreaterThan(1);
      expect(problem.fix.length).toBeGreaterThan(3);
    }
  });

  test('asks for an entry in the newest edition when a published text changes', () => {
    const files = change(registeredTree(), RULES, '在 24 小时内回复客户', '在 12 小时内回复客户');
    const problems = checkContent(files);
    expect(rulesOf(problems)).toContain('change-without-entry');
    expect(problems.every(({ rule }) => rule === 'change-without-entry')).toBe(true);
    expect(updateRegister(files)).toEqual(problems);
    const reference = problems[0]?.found.match(/“(.+?)”/)?.[1] ?? '';
    const entered = files.map((file) =>
      file.path === EDITION
        ? {
            ...file,
            text: `${file.text}  - { ref: ${reference.split('#')[0]}, kind: changed, what: 改了一句。, why: 更准。, material: false }\n`,
          }
        : file,
    );
    expect(checkContent(entered)).toEqual([]);
    const update = updateRegister(entered);
    expect('refreshed' in update && update.refreshed).toContain(reference);
  });
});

describe('the editions', () => {
  test.each([
    { rule: 'edition-name', from: 'number: 1', to: 'number: 2' },
    { rule: 'edition-gap', from: 'number: 1', to: 'number: 2' },
    { rule: 'edition-reference', from: 'ref: agency,', to: 'ref: agancy,' },
    { rule: 'missing-field', from: ', why: 旧手册读不下去。', to: '' },
    { rule: 'wrong-value', from: 'kind: added', to: 'kind: new' },
  ])('refuse $rule', ({ rule, from, to }) => {
    const problems = checkContent(change(registeredTree(), EDITION, from, to));
    expect(rulesOf(problems)).toContain(rule);
    expect(problems.find((problem) => problem.rule === rule)?.file).toBe(EDITION);
  });

  test('refuse a date before that of the edition before', () => {
    const second = FIRST_EDITION.replace('number: 1', 'number: 2').replace('11-23', '11-01');
    const files = [...registeredTree(), { path: 'content/editions/2.yaml', text: second }];
    expect(rulesOf(checkContent(files))).toEqual(['edition-date']);
  });
});
