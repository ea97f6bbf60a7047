/**
 * Binds answers of the reviews to the storage. Loaded only where questions are asked, or a receipt tells
 * of them.
 */
import type { ReadableAtom } from 'nanostores';
import { currentQuestion } from '../model/review-question.ts';
import { ANSWERS } from '../model/storage-names.ts';
import { parseAnswer, type AnswerEvent } from '../progress/review/answer.ts';
import { eventRecords } from './event-records.ts';
import { askToPersist } from './persistence.ts';

/** Answers by id. */
export type Answers = ReadonlyMap<string, AnswerEvent>;

const records = eventRecords(ANSWERS, parseAnswer);

/** All answers of this browser; read from the storage when somebody listens or answers first. */
export const $answers: ReadableAtom<Answers> = records.$events;

/** All answers under the present names of their questions. @param nameNow gives the present name of a reference */
export function answersNow(nameNow: (ref: string) => string): AnswerEvent[] {
  records.ready();
  return [...$answers.get().values()].map((answer) => ({
    ...answer,
    question: currentQuestion(nameNow, answer.question),
  }));
}

/** Notes an answer, later than all before it. */
export function addAnswer(answer: Pick<AnswerEvent, 'question' | 'rev' | 'right'>): AnswerEvent {
  void askToPersist();
  const event: AnswerEvent = { ...records.stamp(), ...answer };
  records.put(event);
  return event;
}
