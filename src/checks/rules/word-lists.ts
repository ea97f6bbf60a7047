/** What the lists of words and facts have in common: a list of entries, some with pages that are excepted. */
import { didYouMean } from '../advice/nearest.ts';
import type { ContentTree } from '../content-tree.ts';
import type { Field } from '../parse/field.ts';
import { problem, type Problem } from '../problem.ts';

/** What is wrong with the file as a whole; a file of remarks alone is in order. @param form an entry, as an example */
export function listProblem(root: Field, form: string): Problem | undefined {
  if (root.isEmpty || Array.isArray(root.toData())) return undefined;
  return problem({ ...root.place, line: 1 }, 'bad-list', {
    found: '这个文件不是一个列表',
    expected: `一条写一行，如“${form}”`,
    fix: '每条前面写“- ”',
  });
}

/** The pages and terms that `except` names are there. */
export function checkExceptions(entry: Field, { pages, terms, isWhole }: ContentTree): Problem[] {
  if (!isWhole) return [];
  const known = [...pages.keys(), ...[...terms.ids].map((id) => `glossary#${id}`)];
  return entry
    .get('except')
    .items()
    .flatMap((field) => {
      const name = field.text;
      if (name === undefined || known.includes(name)) return [];
      return [
        problem(field.place, 'unknown-exception', {
          found: `except 写的“${name}”没有这一页，也没有这个术语。${didYouMean(name, known)}`,
          expected: '“手册/栏目/文件名”，或“glossary#术语的 id”',
          fix: '照文件名或术语表改正，或者删去这一项',
        }),
      ];
    });
}
