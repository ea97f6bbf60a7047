/** The synonyms of the search: a list of groups, each of two words or more. */
import { cutTexts } from '../../model/phrase.ts';
import { SYNONYM_MAX, synonymSchema, synonymsSchema } from '../../schemas/synonyms.ts';
import type { Field } from '../parse/field.ts';
import { problem, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';

export const SYNONYMS_FILE = 'content/synonyms.yaml';

const GROUP = '一组写一行，如“- [AE, 客户专员]”，词之间用半角逗号隔开';

/** Checks the file when it is there. */
export function checkSynonyms({ data }: ContentTree): Problem[] {
  const root = data.get(SYNONYMS_FILE);
  if (!root || root.isEmpty) return [];
  const groups = root.items();
  if (groups.length === 0 && !isList(root)) {
    return [
      problem({ ...root.place, line: 1 }, 'bad-synonyms', {
        found: '同义词文件不是一个列表',
        expected: GROUP,
        fix: '每组前面写“- ”，词放在方括号里',
      }),
    ];
  }
  const faults = groups.flatMap(checkGroup);
  if (faults.length > 0 || synonymsSchema.safeParse(root.toData()).success) return faults;
  return [
    problem(root.place, 'bad-synonyms', {
      found: '同义词文件里有一组读不出来',
      expected: GROUP,
      fix: '对照别的组改写',
    }),
  ];
}

function checkGroup(group: Field): Problem[] {
  const words = group.items();
  if (words.length < 2) {
    return [
      problem(group.place, 'lone-synonym', {
        found: words.length === 0 ? '这一组不是方括号里的几个词' : '这一组只有一个词',
        expected: `每组至少两个词；${GROUP}`,
        fix: '补上意思相同的词，或者删掉这一行；词之间的全角逗号“，”改成半角',
      }),
    ];
  }
  const known = new Map<string, string>();
  return words.flatMap((word) => {
    const text = word.text;
    if (text === undefined || !synonymSchema.safeParse(text).success) return [unfit(word)];
    const units = cutTexts(text).join('');
    if (units === '') return [unfit(word)];
    const before = known.get(units);
    known.set(units, text);
    return before === undefined ? [] : [repeated(word, before)];
  });
}

function unfit(word: Field): Problem {
  const written = word.text ?? word.scalar;
  return problem(word.place, 'bad-synonym', {
    found: `“${String(written ?? '')}”不能当作同义词`,
    expected: `有字母、数字或汉字的一个词，不超过 ${SYNONYM_MAX} 个字`,
    fix: typeof written === 'number' ? `加上半角双引号："${written}"` : '改短，或者删掉这个词',
  });
}

function repeated(word: Field, before: string): Problem {
  return problem(word.place, 'repeated-synonym', {
    found: `“${word.text ?? ''}”在这一组里写了两次（先写的是“${before}”）`,
    expected: '一组里每个词写一次；大小写、全角半角不算不同',
    fix: '删掉其中一个',
  });
}

function isList(field: Field): boolean {
  return Array.isArray(field.toData());
}
