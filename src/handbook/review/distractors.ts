/** Wrong answers: what stands beside the right one in the handbook, as long as it about, never right too. */
import { shuffled, type Choice } from '../../model/review-question.ts';
import { isPartOf, sharedRun, WRONG_MAX } from './drop.ts';
import type { Hint } from './hint.ts';

/** Of so many that are nearest in length. */
const NEAREST = 6;
/** Two answers that share a run of so many characters, or of most of the shorter one, are too alike. */
const ALIKE = 6;

/**
 * The right answer and up to three others, taken from what stands beside it: of those that repeat as much of
 * the prompt and are about as long, the seed chooses. What says the same, or contains the right answer, is no
 * wrong answer.
 *
 * @param about what the prompt says of the item
 * @param beside other answers of the same kind
 * @param hint how much an answer repeats of the prompt
 */
export function withDistractors(
  right: string,
  beside: readonly string[],
  seed: string,
  about: string,
  hint: Hint = sharedRun,
): Choice[] {
  const apart = [...new Set(beside)].filter((text) => isApart(text, right));
  // Whoever looks for the words of the prompt finds them in a wrong answer too.
  const enough = hint(about, right);
  const reach = (text: string) => Math.min(hint(about, text), enough);
  const near = [...apart]
    .sort((a, b) => Math.abs(a.length - right.length) - Math.abs(b.length - right.length))
    .sort((a, b) => reach(b) - reach(a))
    .slice(0, NEAREST);
  return choicesOf(right, shuffled(near, seed));
}

/**
 * The right answer and up to three others, those first that are said to be nearest.
 *
 * @param beside nearest first
 */
export function withNearest(right: string, beside: readonly string[]): Choice[] {
  return choicesOf(
    right,
    beside.filter((text) => isApart(text, right)),
  );
}

function choicesOf(right: string, candidates: readonly string[]): Choice[] {
  const wrong: string[] = [];
  for (const text of candidates) {
    if (wrong.length < WRONG_MAX && wrong.every((each) => isApart(each, text))) wrong.push(text);
  }
  return choicesFrom(right, wrong);
}

/** A right answer and the wrong ones, as they are. */
export function choicesFrom(right: string, wrong: readonly string[]): Choice[] {
  return [{ text: right, right: true }, ...wrong.map((text) => ({ text }))];
}

function isApart(one: string, other: string): boolean {
  const shared = sharedRun(one, other);
  return (
    !isPartOf(one, other) && shared < ALIKE && shared <= Math.min(one.length, other.length) * 0.75
  );
}
