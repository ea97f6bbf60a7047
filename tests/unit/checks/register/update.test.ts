import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent, type ContentFile } from '../../../../src/checks/index.ts';
import { updateRegister } from '../../../../src/checks/register/update.ts';
import { ROLE, RULES } from '../good-tree.ts';
import {
  changed,
  EDITION,
  publishedTree,
  REGISTER_FILE,
  updated,
  withEntries,
  withFormer,
} from '../published-tree.ts';

const PAGE = 'agency/roles/account-manager';
const MOVED = { moved: [`from: ${PAGE}#calm, to: ${PAGE}#stay-calm, since: 2026-11-24`] };
const renamed = changed(
  publishedTree(),
  [ROLE, '- id: calm', '- id: stay-calm'],
  [ROLE, '<Duty id="calm">', '<Duty id="stay-calm">'],
  [ROLE, 'quarter: [calm]', 'quarter: [stay-calm]'],
);
const textOf = (files = publishedTree()) =>
  files.find(({ path }) => path === REGISTER_FILE)?.text ?? '';
const afterUpdate = (files: readonly ContentFile[]) => {
  const { text } = updated(files);
  return files.map((file) => (file.path === REGISTER_FILE ? { ...file, text } : file));
};
const former = (files: ContentFile[]) => (parse(textOf(files)) as { former: string[] }).former;
const rulesOf = (files = publishedTree()) => {
  const update = updateRegister(files);
  return 'text' in update ? [] : update.map(({ rule }) => rule);
};

test('a first register has everything that is published, sorted, under a note for editors', () => {
  const text = textOf();
  const names = [...text.matchAll(/^ {2}(\S+): "?[0-9a-f]{8}"?$/gm)].map((match) => match[1]);
  expect(names).toEqual([...names].sort());
  for (const name of [
    'agency',
    PAGE,
    `${PAGE}#basics`,
    `${PAGE}#client-file`,
    'agency/workflows/win-new-client#prepare',
    'agency/workflows/win-new-client#collect',
    'agency/workflows/win-new-client#lost',
    'agency/techniques/job-order#due-date',
    'agency/rules/conduct#reply',
    'glossary#brief',
  ]) {
    expect(names).toContain(name);
  }
  expect(text).toMatch(/^# 登记册/);
  expect(text).toContain('npm run ids');
});

test('an update of what is up to date changes nothing', () => {
  const update = updated(publishedTree());
  expect(update).toEqual({ text: textOf(), added: [], refreshed: [], removed: [] });
});

describe('an update', () => {
  test('adds what is new', () => {
    const files = changed(publishedTree(), [
      RULES,
      '  - id: confirm\n',
      '  - id: one\n    text: 写第一条\n    origin: editorial\n  - id: confirm\n',
    ]);
    const update = updated(files);
    expect(update.added).toEqual(['agency/rules/conduct#one']);
    expect(update.text).toMatch(/^ {2}agency\/rules\/conduct#one: /m);
  });

  test('takes out what has moved, and keeps the entry', () => {
    const update = updated(withEntries(renamed, MOVED));
    expect(update).toMatchObject({ added: [`${PAGE}#stay-calm`], removed: [`${PAGE}#calm`] });
    expect(update.text).not.toMatch(/^ {2}agency\/roles\/account-manager#calm:/m);
    expect(update.text).toContain(`from: ${PAGE}#calm`);
  });

  test('keeps the names of old, for good', () => {
    const first = withEntries(renamed, MOVED);
    const later = afterUpdate(first);
    expect(former(later)).toEqual([`${PAGE}#calm`]);
    expect(checkContent(later, { register: true })).toEqual([]);
    expect(former(afterUpdate(later))).toEqual([`${PAGE}#calm`]);
    expect(updated(later).text).toBe(textOf(later));
  });

  test('takes the names of old from the entries of a register that kept none', () => {
    const entry = `from: ${PAGE}#old, to: ${PAGE}#calm, since: 2026-11-24`;
    const files = changed(withEntries(publishedTree(), { moved: [entry] }), [
      REGISTER_FILE,
      'former: []\n',
      '',
    ]);
    expect(former(afterUpdate(files))).toEqual([`${PAGE}#old`]);
  });

  test('takes a name that is in use again off the names of old', () => {
    const back = changed(withFormer(publishedTree(), 'agency/rules/conduct#two'), [
      RULES,
      '  - id: confirm\n',
      '  - id: two\n    text: 写第二条\n    origin: editorial\n  - id: confirm\n',
    ]);
    expect(former(afterUpdate(back))).toEqual([]);
  });

  test('renews a fingerprint only where the newest edition says what changed', () => {
    const edited = changed(publishedTree(), [ROLE, '建立客户档案', '建好客户档案']);
    expect(rulesOf(edited)).toEqual(['change-without-entry']);
    const told = changed(edited, [EDITION, 'ref: agency\n', `ref: ${PAGE}#client-file\n`]);
    expect(updated(told).refreshed).toEqual([`${PAGE}#client-file`]);
  });

  test('never deletes silently what has vanished', () => {
    expect(rulesOf(renamed)).toEqual(['vanished-reference']);
  });

  test('waits until the content is in order', () => {
    expect(rulesOf(changed(publishedTree(), [RULES, 'order: 1', 'order: first']))).toEqual([
      'wrong-type',
    ]);
  });

  test('keeps comments and the lists that editors write, and is done after one go', () => {
    const files = changed(
      withEntries(renamed, MOVED),
      [REGISTER_FILE, 'published:\n', '# 编者的话\npublished:\n'],
      [REGISTER_FILE, 'moved:\n', '# 2026 年冬天改的名\nmoved:\n'],
    );
    const { text } = updated(files);
    for (const kept of [
      '# 登记册',
      '# 编者的话',
      '# 2026 年冬天改的名',
      `  - { from: ${PAGE}#calm,`,
    ]) {
      expect(text).toContain(kept);
    }
    const again = files.map((file) => (file.path === REGISTER_FILE ? { ...file, text } : file));
    expect(checkContent(again, { register: true })).toEqual([]);
    expect(updated(again).text).toBe(text);
  });
});
