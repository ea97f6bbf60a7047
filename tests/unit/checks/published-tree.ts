/** The good tree as it was published: with its first edition and its register. */
import type { ContentFile } from '../../../src/checks/index.ts';
import { REGISTER_FILE } from '../../../src/checks/register/register-view.ts';
import { updateRegister, type RegisterUpdate } from '../../../src/checks/register/update.ts';
import { goodTree } from './good-tree.ts';

export { REGISTER_FILE };
export const EDITION = 'content/editions/1.yaml';

const EDITION_TEXT = `number: 1
date: 2026-11-23
title: 第一版
summary: 手册第一次成册。
changes:
  - ref: agency
    kind: added
    what: 手册成册。
    why: 旧手册没法照着勾。
    material: true
`;

let register: string | undefined;

export function publishedTree(): ContentFile[] {
  const files = [...goodTree(), { path: EDITION, text: EDITION_TEXT }];
  register ??= updated(files).text;
  return [...files, { path: REGISTER_FILE, text: register }];
}

/** What an update makes of a tree; fails when it refuses. */
export function updated(files: readonly ContentFile[]): RegisterUpdate {
  const update = updateRegister(files);
  if (!('text' in update)) throw new Error(update.map(({ rule }) => rule).join(', '));
  return update;
}

/** A change of one file: a passage and what stands there instead. */
export type Change = readonly [path: string, passage: string, replacement: string];

/** A tree with some passages replaced; fails when one is not there. */
export function changed(files: readonly ContentFile[], ...changes: readonly Change[]) {
  return changes.reduce<ContentFile[]>(
    (tree, [path, passage, replacement]) => {
      if (!tree.find((file) => file.path === path)?.text.includes(passage)) {
        throw new Error(`No "${passage}" in ${path}`);
      }
      return tree.map((file) =>
        file.path === path ? { path, text: file.text.replace(passage, () => replacement) } : file,
      );
    },
    [...files],
  );
}

/** A tree with a file under another path. */
export function renamed(files: readonly ContentFile[], from: string, to: string): ContentFile[] {
  return files.map((file) => (file.path === from ? { ...file, path: to } : file));
}

/** A tree in which the register has these entries. */
export function withEntries(
  files: readonly ContentFile[],
  { moved = [], retired = [] }: { moved?: readonly string[]; retired?: readonly string[] },
): ContentFile[] {
  const list = (name: string, entries: readonly string[]): Change => [
    REGISTER_FILE,
    `${name}: []`,
    `${name}:\n${entries.map((e) => `  - { ${e} }`).join('\n')}`,
  ];
  return changed(
    files,
    ...(moved.length > 0 ? [list('moved', moved)] : []),
    ...(retired.length > 0 ? [list('retired', retired)] : []),
  );
}

/** A tree in which the register says of these names that they were published once. */
export function withFormer(files: readonly ContentFile[], ...names: readonly string[]) {
  const list = names.map((name) => `\n  - ${name}`).join('');
  return changed(files, [REGISTER_FILE, 'former: []', `former:${list}`]);
}
