/** What the makers of questions hand on: a question, or why there is none. */
import type {
  Choice,
  ChoiceQuestion,
  QuestionKind,
  ReviewQuestion,
} from '../../model/review-question.ts';
import type { Page } from '../types.ts';
import { faultOf, type DropReason } from './drop.ts';
import type { Hint } from './hint.ts';

/** A question that was dropped. */
export interface Dropped {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly reason: DropReason;
}

export type Made = { readonly question: ReviewQuestion } | { readonly dropped: Dropped };

/** What a maker knows of an item. */
export interface Subject {
  /** Full reference. */
  readonly ref: string;
  readonly rev: number;
  readonly passage: string;
  /** Root-relative path with fragment, without the base. */
  readonly path: string;
}

/**
 * A question with answers to choose from, unless they are of no use.
 *
 * @param about what the prompt says of the item itself: words of its own that the right answer must not repeat
 * @param options.suffix tells apart questions of one kind about one item
 * @param options.hint how much an answer repeats of `about`
 */
export function choiceQuestion(
  kind: ChoiceQuestion['kind'],
  subject: Subject,
  prompt: string,
  choices: readonly Choice[],
  about: string,
  { suffix = '', hint }: { suffix?: string; hint?: Hint } = {},
): Made {
  const reason = faultOf(about, choices, hint);
  if (reason) return droppedQuestion(kind, subject.ref, reason, suffix);
  const id = idOf(kind, subject.ref, suffix);
  return { question: { id, kind, ...subject, prompt, choices } };
}

/**
 * A question that was not made.
 *
 * @param suffix tells apart questions of one kind about one item
 */
export function droppedQuestion(
  kind: QuestionKind,
  ref: string,
  reason: DropReason,
  suffix = '',
): Made {
  return { dropped: { id: idOf(kind, ref, suffix), kind, reason } };
}

function idOf(kind: QuestionKind, ref: string, suffix: string): string {
  return `${ref}~${kind}${suffix && `-${suffix}`}`;
}

/**
 * An item of a page that is no step of a workflow.
 *
 * @param texts what the handbook says of it, sentence by sentence
 */
export function itemSubject(
  page: Page,
  id: string,
  texts: readonly (string | undefined)[],
  revOf: (ref: string) => number,
): Subject {
  const ref = `${page.reference}#${id}`;
  const sentences = texts.flatMap((text) => (text ? [text.replace(/[。；]$/, '')] : []));
  return { ref, rev: revOf(ref), passage: `${sentences.join('。')}。`, path: `${page.path}#${id}` };
}

/** A text in quotation marks; those in it become single ones. */
export function quoted(text: string): string {
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
