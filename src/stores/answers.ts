/**
 * Binds answers of the reviews to the storage, one key each, so that two tabs and two devices add up.
 * Loaded only where questions are asked or counted.
 */
import { atom, onMount, type ReadableAtom } from 'nanostores';
import { MAX_TIME, parseStored } from '../model/parsed.ts';
import { randomId } from '../model/random-id.ts';
import { answerName, ANSWERS } from '../model/storage-names.ts';
import { parseAnswer, type AnswerEvent } from '../progress/review/answer.ts';
import { askToPersist } from './persistence.ts';
import { readRecord } from './records.ts';
import { onReload, onValueChange, type Writer } from './storage/changes.ts';
import { listNames, writeValue } from './storage/values.ts';

/** Answers by id. */
export type Answers = ReadonlyMap<string, AnswerEvent>;

const $stored = atom<Answers>(new Map());
const ME: Writer = {};
let isLoaded = false;

/** All answers of this browser; read from the storage when somebody listens or answers first. */
export const $answers: ReadableAtom<Answers> = $stored;

onMount($stored, ready);

/** Notes an answer, later than all before it. */
export function addAnswer(answer: Pick<AnswerEvent, 'question' | 'rev' | 'right'>): AnswerEvent {
  ready();
  void askToPersist();
  let last = 0;
  for (const { at } of $stored.get().values()) last = Math.max(last, at);
  // Two clicks in one millisecond, or a clock that was set back, must not change the order.
  const at = Math.min(Math.max(Date.now(), last + 1), MAX_TIME);
  const event: AnswerEvent = { v: 1, id: randomId(), at, ...answer };
  writeValue(answerName(event.id), JSON.stringify(event), ME);
  $stored.set(new Map([...$stored.get(), [event.id, event]]));
  return event;
}

/** Reads the storage, once in a page; from then on it follows other tabs. */
function ready(): void {
  if (isLoaded) return;
  isLoaded = true;
  onValueChange(ANSWERS, hear, ME);
  onReload(load);
  load();
}

function load(): void {
  const answers = listNames(ANSWERS).flatMap((name) => readRecord(name, parseAnswer) ?? []);
  $stored.set(new Map(answers.map((answer) => [answer.id, answer])));
}

/** What another tab wrote, or somebody imported or erased in this one. */
function hear(name: string, text: string | undefined): void {
  const answers = new Map($stored.get());
  const parsed = text === undefined ? 'damaged' : parseStored(text, parseAnswer);
  if (typeof parsed === 'object') answers.set(parsed.value.id, parsed.value);
  else if (text === undefined) answers.delete(name.slice(ANSWERS.length));
  $stored.set(answers);
}
