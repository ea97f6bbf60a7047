/** Questions of the reviews (复习): what the build makes of the handbook, and what a page asks. */

import { CURRENT } from './data-folders.ts';
import type { Move } from './moves.ts';
import { revisionOf, type TrainingData } from './training-data.ts';

/** Where a question comes from: a field of the structure, or a situation that its editor wrote. */
export const QUESTION_KINDS = [
  'next',
  'order',
  'doer',
  'signer',
  'evidence',
  'outcome',
  'form',
  'number',
  'term',
  'meaning',
  'scenario',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

interface QuestionBase {
  /** `<reference>~<kind>`, or for a situation the reference of the page and its authored id. Never changed. */
  readonly id: string;
  /** Full reference of the item, or the term, that it asks about. */
  readonly ref: string;
  /** The item's revision: an answer to an older one no longer counts. */
  readonly rev: number;
  readonly prompt: string;
  /** What the handbook says, shown after the answer. */
  readonly passage: string;
  /** Where it says so: root-relative path with fragment, without the base. */
  readonly path: string;
}

/** An answer to choose. */
export interface Choice {
  readonly text: string;
  /** True for the one that is right. */
  readonly right?: true;
  /** Why it is right, or wrong. */
  readonly why?: string;
}

/** A question with two to four answers, one of them right. They are shuffled before they are shown. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: Exclude<QuestionKind, 'order'>;
  readonly choices: readonly Choice[];
}

/** Steps to be put in order. */
export interface OrderQuestion extends QuestionBase {
  readonly kind: 'order';
  /** Four to six, in the right order. */
  readonly steps: readonly string[];
}

export type ReviewQuestion = ChoiceQuestion | OrderQuestion;

/** The questions of one page, as they are published. */
export interface QuestionBank {
  /** Reference of the page, or `glossary/<handbook>`. */
  readonly page: string;
  readonly title: string;
  readonly questions: readonly ReviewQuestion[];
}

/** Which banks there are. */
export interface BankIndex {
  readonly banks: readonly {
    readonly page: string;
    readonly title: string;
    /** How many questions. */
    readonly count: number;
  }[];
  /** Names of the banks that concern a role, by its reference; what it should know first stands first. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Where references went: answers follow. */
  readonly moved: readonly Move[];
}

/** Where the index of the banks is: root-relative, without the base. */
export const BANK_INDEX_PATH = `/${CURRENT}/review.json`;

/** Where a bank is: root-relative, without the base; below its handbook, with which it is kept on a device. */
export function bankPath(page: string): string {
  const [first = '', second = '', ...rest] = page.split('/');
  return first === 'glossary'
    ? `/${CURRENT}/${second}/review/glossary.json`
    : `/${CURRENT}/${first}/review/${[second, ...rest].join('/')}.json`;
}

/** The present revisions of all questions of some banks, by id. */
export function revisionsIn(banks: readonly QuestionBank[]): ReadonlyMap<string, number> {
  return new Map(banks.flatMap(({ questions }) => questions.map(({ id, rev }) => [id, rev])));
}

/** The bank that a question belongs to, by the question's present id. */
export function bankNameOf(question: string): string {
  const [page = ''] = question.split(/[#~]/);
  return page;
}

/**
 * The present revision of what a question asks about, without its bank: the first for a situation, whose
 * question names its page alone, and a page's revision is that of all its items.
 */
export function askedRevision(data: TrainingData, question: string): number {
  const reference = askedReference(question);
  return reference === undefined ? 1 : revisionOf(data, reference);
}

/**
 * The reference of the item, or the term, that a question asks about; `undefined` of a situation, whose
 * question names its page alone.
 */
export function askedReference(question: string): string | undefined {
  if (!question.includes('#')) return undefined;
  const reference = question.slice(0, question.lastIndexOf('~'));
  return reference.replace(/^glossary\/[^#]*#/, 'glossary#');
}

/**
 * The id that a question has now, after moves of the item or page that it asks about.
 *
 * @param nameNow gives the present name of a reference
 */
export function currentQuestion(nameNow: (ref: string) => string, id: string): string {
  const [, bank = '', name = '', rest = ''] =
    /^(glossary(?=\/)[^#]*)?([^~]*)(~.*)?$/.exec(id) ?? [];
  // Terms are named without the handbook whose words they are asked among.
  const now = nameNow(bank ? `glossary${name}` : name);
  return (bank ? bank + now.slice('glossary'.length) : now) + rest;
}

/** The same order each time for the same seed. @returns a number from 0 up to, not with, 1 */
export function seededRandom(seed: string): () => number {
  // FNV-1a, then xorshift32: enough to shuffle answers.
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  state = state >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** A copy in an order that the seed gives (Fisher–Yates). */
export function shuffled<T>(values: readonly T[], seed: string): T[] {
  const random = seededRandom(seed);
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
  }
  return copy;
}
