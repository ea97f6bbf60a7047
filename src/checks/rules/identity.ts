import type { Field } from '../parse/field.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';
import { regulationsIn } from '../parse/regulations.ts';

/** Ids are unique: items on their page, outcomes in their step, parties and short names in the workflow. */
export function checkIdentity({ front, items }: HandbookPage): Problem[] {
  if (!front) return [];
  const steps = items.filter(({ kind }) => kind === 'step').map(({ field }) => field);
  return [
    ...repeated(
      items.map(({ field }) => field.get('id')),
      'duplicate-id',
      '这一页',
    ),
    ...steps.flatMap((step) =>
      repeated(ids(step.get('outcomes')), 'duplicate-outcome', '这一步的结论里'),
    ),
    ...repeated(ids(front.get('parties')), 'duplicate-party', '参与方里'),
    ...repeated(ids(front.get('questions')), 'duplicate-id', '这一页的复习题里'),
    ...repeated(
      steps.map((step) => step.get('short')),
      'duplicate-short',
      '这个流程里',
    ),
  ];
}

/** Ids are unique in the glossary, in the ledger and among the regulations. */
export function checkListIds({ terms, ledger, data }: ContentTree): Problem[] {
  return [
    ...repeated(
      terms.fields.map((term) => term.get('id')),
      'duplicate-id',
      '术语表里',
    ),
    ...repeated(
      ledger.entries.map(({ field }) => field.get('id')),
      'duplicate-id',
      '出处台账里',
    ),
    ...repeated(
      regulationsIn(data).map((entry) => entry.get('id')),
      'duplicate-id',
      '法规列表里',
    ),
  ];
}

function ids(list: Field): Field[] {
  return list.items().map((entry) => entry.get('id'));
}

const FIX: Readonly<Record<string, string>> = {
  'duplicate-id': '给后加的这一个换一个没用过的；已经发布的那一个不要动，链接和读者的勾选记录靠它',
  'duplicate-short': '换一个能与另一步区分开的短名，流程图里靠它认步骤',
};

/** A problem for each value that was there before; `where` says within what it must be unique. */
function repeated(fields: readonly Field[], rule: string, where: string): Problem[] {
  const lines = new Map<string, number>();
  return fields.flatMap((field) => {
    const value = field.text;
    if (value === undefined) return [];
    const first = lines.get(value);
    if (first === undefined) {
      lines.set(value, field.place.line);
      return [];
    }
    return [
      problem(field.place, rule, {
        found: `${field.name}“${value}”重复了，第 ${first} 行已经用过`,
        expected: `${where}每个 ${field.name} 只出现一次`,
        fix: FIX[rule] ?? '给后加的这一个换一个没用过的',
      }),
    ];
  });
}
