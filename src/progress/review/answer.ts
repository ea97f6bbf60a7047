/** Answers of the reviews. Each is an event that never changes, so that a better schedule can be replayed later. */
import { isOfVersionAfter, MAX_TIME, type Parsed } from '../../model/parsed.ts';

/** An answer to one question. */
export interface AnswerEvent {
  /** Version of this shape. */
  readonly v: 1;
  /** Random, unique. */
  readonly id: string;
  /** Milliseconds since the epoch, by the clock of the device that made it. */
  readonly at: number;
  /** Id of the question. */
  readonly question: string;
  /** Revision of what was asked about. */
  readonly rev: number;
  readonly right: boolean;
}

const QUESTION_MAX = 300;

/** Checks what comes from the storage or a file. */
export function parseAnswer(value: unknown): Parsed<AnswerEvent> {
  if (isOfVersionAfter(1, value)) return 'newer';
  if (typeof value !== 'object' || value === null) return 'damaged';
  const { v, id, at, question, rev, right } = value as Record<string, unknown>;
  const isSound =
    v === 1 &&
    typeof id === 'string' &&
    /^[\w-]{1,64}$/.test(id) &&
    typeof at === 'number' &&
    Number.isInteger(at) &&
    Math.abs(at) <= MAX_TIME &&
    typeof question === 'string' &&
    question.length > 0 &&
    question.length <= QUESTION_MAX &&
    typeof rev === 'number' &&
    Number.isInteger(rev) &&
    rev >= 1 &&
    typeof right === 'boolean';
  return isSound ? { value: { v: 1, id, at, question, rev, right } } : 'damaged';
}

/** Both copies' answers, each once; two answers of one id are the same answer. */
export function mergeAnswers(
  one: readonly AnswerEvent[],
  other: readonly AnswerEvent[],
): AnswerEvent[] {
  return [...new Map([...one, ...other].map((answer) => [answer.id, answer])).values()].sort(
    byTime,
  );
}

/** The order in which answers count: by time, then by id. */
export function byTime(a: AnswerEvent, b: AnswerEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
