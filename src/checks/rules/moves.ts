/** The entries of the register that editors write: each leads somewhere, and says it once. */
import type { Field } from '../parse/field.ts';
import { didYouMean } from '../advice/nearest.ts';
import { problem, type Advice, type Problem } from '../problem.ts';
import {
  endOf,
  isAccountedFor,
  wasPublished,
  type RegisterView,
} from '../register/register-view.ts';

/** Checks the lists `moved` and `retired`. */
export function checkMoves(register: RegisterView): Problem[] {
  const moved = register.root.get('moved').items();
  const retired = register.root.get('retired').items();
  const settled = [
    ...moved.map((entry) => entry.get('from')),
    ...retired.map((entry) => entry.get('ref')),
  ];
  return [
    ...settled.flatMap((field) => checkGone(field, register)),
    ...settled.flatMap((field) => checkPublished(field, register)),
    ...settled.flatMap((field, index) => checkOnce(field, settled.slice(0, index))),
    ...moved.flatMap((entry) => checkTarget(entry, register)),
  ];
}

/** What moved or was retired is no longer there. */
function checkGone(field: Field, { now }: RegisterView): Problem[] {
  const reference = field.text ?? '';
  if (!now.has(reference)) return [];
  const advice: Record<'moved' | 'retired', readonly [string, Advice]> = {
    moved: [
      'moved-but-there',
      {
        found: `“${reference}”写着已移走，可是它还在`,
        expected: 'moved 只写已经不在原处的名字',
        fix: '删掉这一行，或者改掉原处的 id',
      },
    ],
    retired: [
      'retired-but-there',
      {
        found: `“${reference}”写着已停用，可是它还在`,
        expected: 'retired 只写已经删掉的页面或条目',
        fix: '删掉这一行，或者删掉那条内容',
      },
    ],
  };
  return [problem(field.place, ...advice[field.name === 'from' ? 'moved' : 'retired'])];
}

/** An entry for a name that nobody can have linked to or ticked is a slip of the pen. */
function checkPublished(field: Field, register: RegisterView): Problem[] {
  const reference = field.text ?? '';
  if (register.now.has(reference) || wasPublished(register, reference)) return [];
  const names = [...register.published.keys(), ...(register.former?.keys() ?? [])].filter(
    (name) => !register.now.has(name),
  );
  return [
    problem(field.place, 'never-published', {
      found: `“${reference}”从来没有发布过。${didYouMean(reference, names)}`,
      expected: 'moved 的 from、retired 的 ref 是发布过的旧名字，读者的链接和勾选里有它',
      fix: '照旧名字改正；从来没有发布过的，删掉这一行',
    }),
  ];
}

function checkOnce(field: Field, before: readonly Field[]): Problem[] {
  const first = before.find(({ text }) => text === field.text);
  if (!first) return [];
  return [
    problem(field.place, 'moved-twice', {
      found: `“${field.text}”写了两次，第 ${first.place.line} 行已经写过`,
      expected: '一个旧名字只写一次：要么移走，要么停用',
      fix: '只留一行',
    }),
  ];
}

function checkTarget(entry: Field, register: RegisterView): Problem[] {
  const [from = '', to = ''] = [entry.get('from').text, entry.get('to').text];
  if (register.now.has(from)) return []; // told already
  const end = endOf(register, from);
  if (end === undefined) {
    return [
      problem(entry.get('from').place, 'move-cycle', {
        found: `“${from}”移来移去又回到原处`,
        expected: '移动一路走下去，最后有一个现有的名字',
        fix: '改正 to，去掉绕圈的那一行',
      }),
    ];
  }
  if (isAccountedFor(register, end)) return [];
  const way = end === to ? `“${to}”` : `“${to}”，又移到“${end}”`;
  return [
    problem(entry.get('to').place, 'move-to-nowhere', {
      found: `“${from}”移到${way}，那里没有内容。${didYouMean(end, register.now.keys())}`,
      expected: 'to 是现在有的页面或条目',
      fix: '照现在的名字改正 to',
    }),
  ];
}
