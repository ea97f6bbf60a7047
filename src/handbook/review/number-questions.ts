/** Times and counts that a text states once: 24 小时, 三个工作日内, 最多三条. */
import { shuffled, type Choice } from '../../model/review-question.ts';
import { choicesFrom } from './distractors.ts';
import { isPartOf, WRONG_MAX } from './drop.ts';
import { choiceQuestion, type Made, type Subject } from './made.ts';
import { numeralOf, valueOf } from './numerals.ts';

/** A number in figures with what it counts. Years, amounts with several figures, and clauses of laws are none. */
const FIGURES = /(\d+)( ?)(分钟|小时|个工作日|工作日|个月|季度|次|条|遍|人|份|天|周|页|家)/g;

/**
 * A number in words counts only where it sets a limit (三日内, 提前五天, 最多三条): 两个签字 and 一页 are
 * everyday words.
 */
const DIGITS = '[一两二三四五六七八九十]+';
const WORDS = new RegExp(
  [
    `(?<!第)${DIGITS}个?(?:分钟|小时|工作日|日|天|周|月)(?=(?:之|以)?[内前]|后)`,
    `(?<=满)${DIGITS}周岁`,
    `(?<=提前|日前)${DIGITS}个?(?:分钟|小时|工作日|日|天|周|月)`,
    `(?<=最多|至少|不超过|不少于|不满)${DIGITS}(?:次|条|遍|份|页|家|轮|人)`,
    `(?<=预演)[两三四五]遍`,
  ].join('|'),
  'g',
);

/** What people say of each unit; a wrong number is one of its neighbours. */
const LADDERS: Readonly<Record<string, readonly number[]>> = {
  分钟: [5, 10, 15, 20, 30, 45, 60, 90],
  小时: [1, 2, 4, 8, 12, 24, 36, 48, 72],
  周岁: [8, 10, 14, 16, 18],
  周: [1, 2, 3, 4],
  月: [1, 2, 3, 6, 12],
  个月: [1, 2, 3, 6, 12],
};
const LADDER = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 60, 90];

/** Stands for the number that is asked for. */
const GAP = '＿＿';

/**
 * A text with its one number left out; none where it states no number, or several.
 *
 * @param lead what the prompt says before the text
 */
export function numberQuestion(subject: Subject, lead: string, text: string): Made[] {
  const found = numbersIn(text);
  const [only] = found;
  if (!only || found.length > 1 || /第 ?\d/.test(text)) return [];
  const gapped = text.replace(only, GAP);
  if (/\d/.test(gapped)) return [];
  return [
    choiceQuestion(
      'number',
      subject,
      `${lead}${gapped}`,
      otherNumbers(only, `${subject.ref}~number`),
      `${lead}${gapped}`,
    ),
  ];
}

/** The numbers of a text that can be asked for, with their units. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(FIGURES), ...text.matchAll(WORDS)].map(([found]) => found);
}

/** The right number and up to three of its neighbours, in the same words. */
export function otherNumbers(right: string, seed: string): Choice[] {
  const [written = ''] = /^\d+/.exec(right) ?? new RegExp(`^${DIGITS}`).exec(right) ?? [];
  const number = valueOf(written);
  const isWord = !/\d/.test(written);
  const unit = /[^\s内]+/.exec(right.slice(written.length))?.[0] ?? '';
  const ladder = LADDERS[unit] ?? LADDERS[unit.replace(/^个/, '')] ?? LADDER;
  const said = (value: number) => (isWord ? numeralOf(value) : value) + right.slice(written.length);
  const near = ladder
    // 十日 can be read in 三十日.
    .filter((each) => each !== number && !isPartOf(said(each), right))
    .sort((a, b) => Math.abs(Math.log(a / number)) - Math.abs(Math.log(b / number)))
    .slice(0, WRONG_MAX + 1);
  return choicesFrom(right, shuffled(near, seed).slice(0, WRONG_MAX).map(said));
}
