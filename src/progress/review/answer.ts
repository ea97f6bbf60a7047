/** Answers of the reviews. Each is an event that never changes, so that a better schedule can be replayed later. */
import { isOfVersionAfter, isRecord, type Parsed } from '../../model/parsed.ts';
import { isId, isMoment } from '../event-envelope.ts';

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
  if (!isRecord(value)) return 'damaged';
  const { v, id, at, question, rev, right } = value;
  const isSound =
    v === 1 &&
    isId(id) &&
    isMoment(at) &&
    typeof question === 'string' &&
    question.length > 0 &&
    question.length <= QUESTION_MAX &&
    typeof rev === 'number' &&
    Number.isInteger(rev) &&
    rev >= 1 &&
    typeof right === 'boolean';
  return isSound ? { value: { v: 1, id, at, question, rev, right } } : 'damaged';
}
