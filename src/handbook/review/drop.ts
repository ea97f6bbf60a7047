/** What makes a question useless: two right answers, or a right one that can be seen without knowing it. */
import type { Choice } from '../../model/review-question.ts';
import { standsOut, type Hint } from './hint.ts';

/** Why a question was dropped. */
export const DROP_REASONS = {
  few: '没有足够的干扰项',
  ambiguous: '有两个答案都算对',
  length: '从长短就看得出答案',
  wording: '题目里的字句就透露了答案',
  end: '一看就知道到此为止',
  past: '错的答案都是已经做过的',
  clue: '释义说出了这个词，或者只说用词',
} as const;
export type DropReason = keyof typeof DROP_REASONS;

/** At least so many wrong answers. */
export const WRONG_MIN = 2;
/** Most wrong answers. */
export const WRONG_MAX = 3;

/** The right answer may be longer than the longest wrong one by this factor, or this many characters. */
const LONGER = 1.4;
const LONGER_BY = 6;

/** A word of so many characters that the right answer shares with the prompt, and no wrong one does, gives it away. */
const SHARED = 2;

/**
 * Whether choices are of use for a prompt; the reason when they are not.
 *
 * @param hint how much a text repeats of the prompt; without it only whole runs of characters count
 */
export function faultOf(
  prompt: string,
  choices: readonly Choice[],
  hint?: Hint,
): DropReason | undefined {
  const right = choices.filter((choice) => choice.right);
  const wrong = choices.filter((choice) => !choice.right);
  if (wrong.length < WRONG_MIN) return 'few';
  const [answer] = right;
  if (!answer || right.length > 1) return 'ambiguous';
  const texts = choices.map(({ text }) => plain(text));
  if (new Set(texts).size < texts.length) return 'ambiguous';
  if (wrong.some(({ text }) => isPartOf(text, answer.text))) return 'ambiguous';
  const lengths = wrong.map(({ text }) => text.length);
  const longest = Math.max(...lengths);
  const shortest = Math.min(...lengths);
  const { length } = answer.text;
  if (length > longest * LONGER && length >= longest + LONGER_BY) return 'length';
  if (length * LONGER < shortest && length + LONGER_BY <= shortest) return 'length';
  const shared = sharedRun(prompt, answer.text);
  const others = Math.max(...wrong.map(({ text }) => sharedRun(prompt, text)));
  if (shared >= SHARED && shared > others) return 'wording';
  if (!hint) return undefined;
  const hints = wrong.map(({ text }) => hint(prompt, text));
  return standsOut(hint(prompt, answer.text), hints) ? 'wording' : undefined;
}

/** One answer contains the other: who gives the shorter one is not wrong either. */
export function isPartOf(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  return a.includes(b) || b.includes(a);
}

/** Length of the longest run of characters that two texts share. */
export function sharedRun(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)];
  let longest = 0;
  for (let start = 0; start < b.length; start += 1) {
    while (start + longest < b.length && a.includes(b.slice(start, start + longest + 1))) {
      longest += 1;
    }
  }
  return longest;
}

/** Without punctuation and space. */
function plain(text: string): string {
  return text.replace(/[\p{P}\p{S}\p{Z}]/gu, '');
}
