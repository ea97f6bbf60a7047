/** Files that are there and hold nothing, or are gone: somebody emptied them by mistake. */
import { problem, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';
import { TERMS_FILE } from '../parse/terms.ts';
import { HOLIDAYS_FILE } from './holidays.ts';
import { SYNONYMS_FILE } from './synonyms.ts';

/** Asked of a content that is to be published. Without the glossary no page with a term can be built. */
export function checkNotEmptied({ data, isThere }: ContentTree): Problem[] {
  const files = [SYNONYMS_FILE, HOLIDAYS_FILE].flatMap((file) => {
    const root = data.get(file);
    const isEmptied = root && (root.isEmpty || root.toData() === '' || isEmptyList(root.toData()));
    return isEmptied ? [emptied(file)] : [];
  });
  return isThere(TERMS_FILE) ? files : [...files, missing(TERMS_FILE)];
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function emptied(file: string): Problem {
  return problem({ file, line: 1 }, 'emptied-file', {
    found: '这个文件里一条内容也没有了',
    expected: '文件里有原来的内容',
    fix: '把文件恢复成原来的样子，再一条一条改',
  });
}

function missing(file: string): Problem {
  return problem({ file, line: 1 }, 'missing-terms', {
    found: '没有术语表',
    expected: `术语表在 ${file}`,
    fix: '把文件放回原处',
  });
}
