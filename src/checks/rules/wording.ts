/** The words that the handbooks do not use (`content/wording.yaml`), and every text that uses one. */
import { WORDING_FILE, wordingSchema, type Wording } from '../../schemas/wording.ts';
import { issueProblems } from '../advice/schema-issues.ts';
import type { ContentTree } from '../content-tree.ts';
import type { Field } from '../parse/field.ts';
import { dataPassages, passagesOf, type Passage } from '../parse/passages.ts';
import { problem, type Problem } from '../problem.ts';
import { checkExceptions, listProblem } from './word-lists.ts';

/** Checks the list, and the texts by it. Without the file every word may be used. */
export function checkWording(tree: ContentTree): Problem[] {
  const root = tree.data.get(WORDING_FILE);
  if (!root) return [];
  const fault = listProblem(root, '- { not: 不用的词, better: 改用的词 }');
  if (fault) return [fault];
  const entries = root.items();
  const faults = entries.flatMap((entry, index) => [
    ...(wordingSchema.safeParse(entry.toData()).error?.issues ?? []).flatMap((issue) =>
      issueProblems(issue, entry, wordingSchema),
    ),
    ...checkEntry(entry, entries.slice(0, index)),
    ...checkExceptions(entry, tree),
  ]);
  if (faults.length > 0) return faults;
  const words = entries.map((entry) => ({
    ...wordingSchema.parse(entry.toData()),
    line: entry.get('not').place.line,
  }));
  const passages = [...tree.texts.flatMap((page) => passagesOf(page)), ...dataPassages(tree)];
  return words.flatMap((word) => passages.flatMap((passage) => usesOf(word, passage)));
}

function checkEntry(entry: Field, before: readonly Field[]): Problem[] {
  const not = entry.get('not').text?.trim();
  const better = entry.get('better').text;
  if (not === undefined || not === '') return [];
  if (before.some((each) => each.get('not').text?.trim() === not)) {
    return [
      problem(entry.get('not').place, 'repeated-word', {
        found: `“${not}”在用词表里写了两次`,
        expected: '一个词写一条',
        fix: '删掉其中一条',
      }),
    ];
  }
  if (!better?.includes(not)) return [];
  return [
    problem(entry.get('better').place, 'better-word', {
      found: `改用的“${better}”里还有不用的“${not}”，照着改了还是报错`,
      expected: 'better 里没有 not 的那个词',
      fix: 'not 写得长一点，或者换一个 better',
    }),
  ];
}

/** The places where a passage uses a word. In quotation marks of its own it is spoken of, not used. */
function usesOf(
  { not, better, except, line }: Wording & { readonly line: number },
  { text, placeAt, reference }: Passage,
): Problem[] {
  if (except.includes(reference)) return [];
  const found: Problem[] = [];
  for (let at = text.indexOf(not); at >= 0; at = text.indexOf(not, at + not.length)) {
    if (text[at - 1] === '“' && text[at + not.length] === '”') continue;
    const page = reference === '' ? '' : `，或者在那一条写 except: [${reference}]`;
    found.push(
      problem(placeAt(at), 'unused-word', {
        found: `写着“${not}”，手册不用这个词`,
        expected: `“${better}”（${WORDING_FILE} 第 ${line} 行）`,
        fix: `改成“${better}”；说的是旧手册的原话，就给这个词单独加引号：“${not}”${page}`,
      }),
    );
  }
  return found;
}
