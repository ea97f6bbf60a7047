/**
 * Binds answers of the reviews to the storage. Loaded only where questions are asked, or a receipt tells
 * of them.
 */
import type { ReadableAtom } from 'nanostores';
import { ANSWERS } from '../model/storage-names.ts';
import { parseAnswer, type AnswerEvent } from '../progress/review/answer.ts';
import { eventRecords } from './event-records.ts';
import { askToPersist } from './persistence.ts';

/** Answers by id. */
export type Answers = ReadonlyMap<string, AnswerEvent>;

const records = eventRecords(ANSWERS, parseAnswer);

/** All answers of this browser; read from the storage when somebody listens or answers first. */
export const $answers: ReadableAtom<Answers> = records.$events;

/** Notes an answer, later than all before it. */
export function addAnswer(answer: Pick<AnswerEvent, 'question' | 'rev' | 'right'>): AnswerEvent {
  void askToPersist();
  const event: AnswerEvent = { ...records.stamp(), ...answer };
  records.put(event);
  return event;
}
