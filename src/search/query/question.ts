/** Questions as beginners put them: what they are about, without the words that only ask. */
import { BREAK, cutTexts, isHan } from '../../model/phrase.ts';
import { wordsOf } from './segment.ts';

/** What a question wants: each is answered by other kinds of pages. */
export type Wanted = 'person' | 'duties' | 'meaning' | 'leave' | 'way' | 'other';

export interface Question {
  readonly wants: Wanted;
  /** What it is about: rows of units, none of them empty. */
  readonly parts: readonly (readonly string[])[];
}

/** Words that ask. Of two that begin at one place the longer one is meant. */
const ASKING: Record<Wanted, readonly string[]> = {
  person: '谁 哪个人 哪位 哪个部门 哪个岗位 什么人'.split(' '),
  duties:
    '做什么 干什么 管什么 看什么 学什么 读什么 负责什么 做些什么 做哪些 管哪些 干嘛 做啥 干啥 管啥'.split(
      ' ',
    ),
  meaning:
    '是什么 什么是 什么叫 什么意思 是什么意思 是做什么 是干什么 是管什么 是干嘛 是啥 啥是 啥叫 有什么区别 有什么不同 有啥区别'.split(
      ' ',
    ),
  leave:
    '能不能 可不可以 可以吗 行不行 行吗 要不要 该不该 用不用 需不需要 是不是 有没有 算不算 会不会 能否 可否 是否'.split(
      ' ',
    ),
  way: '怎么 怎样 怎么样 怎么做 怎么弄 咋 如何'.split(' '),
  other:
    '怎么办 咋办 什么 什么时候 什么地方 什么样 为什么 为何 啥 啥时候 哪 哪里 哪儿 哪些 哪几个 哪个 哪天 多久 多长时间 多少 几天 吗 呢 请问'.split(
      ' ',
    ),
};

const WANTS = Object.keys(ASKING) as Wanted[];

/** All words that ask. */
export const ASKING_WORDS = Object.values(ASKING).flat();

const WORDS = WANTS.flatMap((wants) =>
  ASKING[wants].map((word) => ({ wants, units: cutTexts(word) })),
).sort((a, b) => b.units.length - a.units.length);

/** Characters that say nothing where they stand alone, between the words that do. */
export const EMPTY: ReadonlySet<string> = new Set(
  '的了着过是有要该应需得能会可以来去找由归让给请把被在我你他她们就都也还再先和与跟及或个些做办到时想',
);

/** Characters that lead from an asking word to what is asked: 谁来批, 怎么给客户回信. */
const LEADING = new Set('要该来去给把让请跟向对我你是能');

const JOINING = new Set('和与跟及或');

/** Characters before an asking word that belong to it: 超权限找谁批. */
const TRAILING = new Set('的了着是该由归找来去让给请在');

/**
 * Reads the terms of a query as a question.
 *
 * @returns undefined when no word in it asks, or nothing else is in it
 */
export function readQuestion(terms: readonly (readonly string[])[]): Question | undefined {
  const asked = new Set<Wanted>();
  const parts = terms.flatMap((term) => {
    const { pieces, wants } = splitTerm(term);
    for (const each of wants) asked.add(each);
    return pieces;
  });
  if (asked.size === 0 || parts.length === 0) return undefined;
  return { wants: WANTS.find((each) => asked.has(each)) ?? 'other', parts };
}

function splitTerm(term: readonly string[]): { pieces: string[][]; wants: Wanted[] } {
  const pieces: string[][] = [];
  const wants: Wanted[] = [];
  let piece: string[] = [];
  let afterWord = false;
  const end = (beforeWord: boolean) => {
    const trimmed = trim(piece, afterWord, beforeWord);
    const says = (units: string[]) => units.some((unit) => !EMPTY.has(unit));
    pieces.push(...apart(trimmed).filter(says));
    piece = [];
  };
  for (let at = 0; at < term.length;) {
    const word = WORDS.find(({ units }) => units.every((unit, i) => term[at + i] === unit));
    const unit = term[at] ?? '';
    if (word) {
      end(true);
      wants.push(word.wants);
      afterWord = true;
      at += word.units.length;
      continue;
    }
    // 怎么用 AE: a name in Latin letters is a part of its own.
    const before = piece.at(-1);
    if (unit === BREAK || (before !== undefined && isHan(before) !== isHan(unit))) end(false);
    if (piece.length === 0 && before !== undefined) afterWord = false;
    if (unit !== BREAK) piece.push(unit);
    at += 1;
  }
  end(false);
  return { pieces, wants };
}

/** What a piece joins: 保费和保额 are two things. */
function apart(piece: readonly string[]): string[][] {
  const rows: string[][] = [[]];
  for (const { units } of wordsOf(piece)) {
    if (units.length === 1 && JOINING.has(units[0] ?? '')) rows.push([]);
    else rows.at(-1)?.push(...units);
  }
  return rows;
}

function trim(piece: readonly string[], afterWord: boolean, beforeWord: boolean): string[] {
  const words = wordsOf(piece);
  const isOne = (at: number, of: ReadonlySet<string>) => {
    const units = words.at(at)?.units ?? [];
    return units.length === 1 && of.has(units[0] ?? '');
  };
  while (afterWord && isOne(0, LEADING)) words.shift();
  while (beforeWord && isOne(-1, TRAILING)) words.pop();
  return words.flatMap(({ units }) => units);
}
