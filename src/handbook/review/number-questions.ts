/** Times and counts that a text states once: 24 小时, 3 个工作日, 5 条. */
import { shuffled, type Choice } from '../../model/review-question.ts';
import { choiceQuestion, type Made, type Subject } from './made.ts';

/** A number with what it counts. Years, amounts with several figures, and clauses of laws are none. */
const NUMBER = /(\d+)( ?)(分钟|小时|个工作日|工作日|个月|季度|次|条|遍|人|份|天|周|页|家)/g;

/** What people say of each unit; a wrong number is one of its neighbours. */
const LADDERS: Readonly<Record<string, readonly number[]>> = {
  分钟: [5, 10, 15, 20, 30, 45, 60, 90],
  小时: [1, 2, 4, 8, 12, 24, 36, 48, 72],
};
const LADDER = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 60, 90];
const WRONG_MAX = 3;

/** Stands for the number that is asked for. */
const GAP = '＿＿';

/** A text with its one number left out; none where it states no number, or several. */
export function numberQuestion(subject: Subject, page: string, text: string): Made[] {
  const found = [...text.matchAll(NUMBER)];
  const [only] = found;
  if (!only || found.length > 1 || /第 ?\d/.test(text)) return [];
  const gapped = text.replace(only[0], GAP);
  if (/\d/.test(gapped)) return [];
  return [
    choiceQuestion(
      'number',
      subject,
      `“${page}”里的一条，空着的是多少？${gapped}`,
      otherNumbers(only[0], `${subject.ref}~number`),
      gapped,
    ),
  ];
}

/** The right number and up to three of its neighbours, in the same words. */
export function otherNumbers(right: string, seed: string): Choice[] {
  const match = /\d+/.exec(right);
  const number = Number(match?.[0]);
  const unit = /[^\d\s内]+/.exec(right.slice((match?.index ?? 0) + (match?.[0].length ?? 0)))?.[0];
  const ladder = LADDERS[unit ?? ''] ?? LADDER;
  const near = ladder
    .filter((each) => each !== number)
    .sort((a, b) => Math.abs(Math.log(a / number)) - Math.abs(Math.log(b / number)))
    .slice(0, WRONG_MAX + 1);
  return [
    { text: right, right: true },
    ...shuffled(near, seed)
      .slice(0, WRONG_MAX)
      .map((each) => ({ text: right.replace(String(number), String(each)) })),
  ];
}
