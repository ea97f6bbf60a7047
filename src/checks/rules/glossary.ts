/** The glossary's entries: complete, each word explained once, leading to what is there. */
import { termSchema } from '../../schemas/term.ts';
import type { Field } from '../parse/field.ts';
import { guessPage } from '../advice/guess-page.ts';
import { didYouMean, nearest } from '../advice/nearest.ts';
import { fieldName } from '../advice/field-names.ts';
import { problem, type Problem } from '../problem.ts';
import { issueProblems } from '../advice/schema-issues.ts';
import type { ContentTree } from '../content-tree.ts';
import { TERMS_FILE } from '../parse/terms.ts';

/** Checks all terms. */
export function checkGlossary(tree: ContentTree): Problem[] {
  const { fields } = tree.terms;
  const root = tree.data.get(TERMS_FILE);
  if (root && fields.length === 0) return [noList(root)];
  return [
    ...fields.flatMap((term) =>
      (termSchema.safeParse(term.toData()).error?.issues ?? [])
        .filter(({ path }) => !isHandbookName(term.at(path)))
        .flatMap((issue) => issueProblems(issue, term, termSchema)),
    ),
    ...fields
      .flatMap((term) => term.get('handbooks').items())
      .flatMap((entry) => checkOwner(entry, tree)),
    ...checkOnce(fields),
    ...fields.flatMap((term) =>
      term
        .get('see')
        .items()
        .flatMap((entry) => checkSeen(entry, tree)),
    ),
  ];
}

function isHandbookName({ text, key, name }: Field): boolean {
  return text !== undefined && typeof key === 'number' && name === 'handbooks';
}

/** A handbook that a term belongs to. */
function checkOwner(entry: Field, { handbooks }: ContentTree): Problem[] {
  const name = entry.text;
  if (name === undefined || handbooks.length === 0 || handbooks.includes(name)) return [];
  const guess = nearest(name, handbooks);
  return [
    problem(entry.place, 'wrong-value', {
      found: `${fieldName('handbooks')}写成了“${name}”。${didYouMean(name, handbooks)}`,
      expected: `其中之一：${handbooks.join('、')}`,
      fix: guess ? `改成 ${guess}` : '从上面的值里选一个，照样写',
    }),
  ];
}

function noList(root: Field): Problem {
  return problem(root.place, 'no-terms', {
    found: '术语表里没有一条术语',
    expected: '术语表是一个列表，每条术语以“- id: ”开头，下面各字段左边对齐',
    fix: '把文件恢复成原来的样子，再一条一条改',
  });
}

/** A word that is explained twice is explained in two ways before long. */
function checkOnce(terms: readonly Field[]): Problem[] {
  const lines = new Map<string, number>();
  return terms.flatMap((term) => {
    const field = term.get('term');
    const word = field.text;
    if (word === undefined) return [];
    const first = lines.get(word);
    if (first === undefined) {
      lines.set(word, field.place.line);
      return [];
    }
    return [
      problem(field.place, 'term-twice', {
        found: `术语“${word}”解释了两次，第 ${first} 行已经有一条`,
        expected: '术语表里每个词只有一条',
        fix: '两条合成一条，留先有的 id；意思确实不同的，给其中一个换一个分得清的叫法',
      }),
    ];
  });
}

/** A page, or an item of a page. */
function checkSeen(entry: Field, { pages }: ContentTree): Problem[] {
  const text = entry.text;
  if (text === undefined) return [];
  const [ref = '', id] = text.split('#');
  const page = pages.get(ref);
  if (page && (id === undefined || !page.front)) return [];
  const ids = page?.items.flatMap((item) => item.id ?? []) ?? [];
  if (page && id !== undefined && ids.includes(id)) return [];
  return [
    problem(entry.place, page ? 'unknown-item' : 'unknown-page', {
      found: page
        ? `术语的 see 写了“${text}”，页面 ${ref} 上没有条目“${id ?? ''}”。${didYouMean(id ?? '', ids)}`
        : `术语的 see 写的页面“${ref}”不存在。${guessPage(ref, pages.keys())}`,
      expected:
        '“手册/栏目/文件名”，或“手册/栏目/文件名#条目的 id”，如 agency/techniques/job-order#approve',
      fix: '照那一页的文件名和 id 改正，或者删去这一项',
    }),
  ];
}
