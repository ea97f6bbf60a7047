/** What shows that a step or a duty is done: who signed, or which of the page's proofs belongs to it. */
import { choicesFrom, withDistractors } from './distractors.ts';
import { areAlike, fitsBetter, type Hint } from './hint.ts';
import { choiceQuestion, type Made, type Subject } from './made.ts';
import { otherSignatures } from './signatures.ts';

/** Evidence so short (合同已签) can be seen to belong to what it says, or belongs to much else. */
const SHORTEST = 8;

interface Evidence {
  readonly subject: Subject;
  readonly prompt: string;
  /** Title of the step or text of the duty. */
  readonly about: string;
  readonly doneWhen: string;
  /** Evidence of the page's other steps or duties. */
  readonly beside: readonly string[];
  /** Names of those who could sign. */
  readonly signers: readonly string[];
  readonly hint: Hint;
}

/**
 * Where somebody signs by name the answers differ in that name alone. Elsewhere they are proofs of other
 * items that speak of much the same, none of which suits the question better than the right one.
 */
export function evidenceQuestion(evidence: Evidence): Made[] {
  const { subject, prompt, about, doneWhen, beside, signers, hint } = evidence;
  if (doneWhen.length < SHORTEST) return [];
  const seed = `${subject.ref}~evidence`;
  const swapped = otherSignatures(doneWhen, signers, about, seed);
  const fitting = hint(about, doneWhen);
  // Proofs that speak of the same paper or the same people: any other can be told apart by its topic.
  const alike = beside.filter(
    (text) => !fitsBetter(hint(about, text), fitting) && areAlike(hint, doneWhen, text),
  );
  const choices =
    swapped.length > 1
      ? choicesFrom(doneWhen, swapped)
      : withDistractors(doneWhen, alike, seed, about, hint);
  return [choiceQuestion('evidence', subject, prompt, choices, about, { hint })];
}
