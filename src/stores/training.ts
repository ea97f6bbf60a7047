/**
 * Binds training to the storage: the reader's own plans and confirmations, one key an event, so that
 * two tabs add up. Loaded only where a plan is open (`has-plan.ts`) or is being begun.
 */
import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Day } from '../model/day.ts';
import { MAX_TIME, parseStored } from '../model/parsed.ts';
import type { Need, Plan } from '../model/plan.ts';
import { randomId } from '../model/random-id.ts';
import { TRAINING, trainingName } from '../model/storage-names.ts';
import {
  isLabel,
  parseTrainingEvent,
  type CountersignEvent,
  type NewTrainingEvent,
  type TrainingEvent,
} from '../progress/training/event.ts';
import { foldTraining } from '../progress/training/fold.ts';
import type { Receipt } from '../progress/training/receipt.ts';
import { HAS_PLAN } from './has-plan.ts';
import { learner } from './learner.ts';
import { askToPersist } from './persistence.ts';
import { readRecord } from './records.ts';
import { whenShown } from './shown.ts';
import { onReload, onValueChange, type Writer } from './storage/changes.ts';
import { listNames, readValue, writeValue } from './storage/values.ts';

export { learner, learnerLabel, setLearnerLabel } from './learner.ts';

/** Events by id. */
export type TrainingEvents = ReadonlyMap<string, TrainingEvent>;

const $events = atom<TrainingEvents>(new Map());
const ME: Writer = {};
let isLoaded = false;

/** All events of this browser; read from the storage when somebody listens first, or something is done. */
export const $training: ReadableAtom<TrainingEvents> = $events;

onMount($events, ready);

/**
 * Begins a plan, frozen as it is now.
 *
 * @param day the start day
 * @param replaces id of the start that it replaces
 * @returns the id of the start
 */
export function startPlan(plan: Plan, day: Day, replaces?: string): string {
  void askToPersist();
  return add({ kind: 'start', plan, day, ...(replaces === undefined ? {} : { replaces }) }).id;
}

/** Gives a plan up; confirmations stay. @param start id of its start @returns id of the event, for `withdraw` */
export function leavePlan(start: string): string {
  return add({ kind: 'leave', start }).id;
}

/**
 * Confirms an item.
 *
 * @param rev its present revision
 * @param by the mentor's name, of `observe`
 * @returns the id of the event, for `withdraw`
 * @throws RangeError when something is observed by nobody, or by a name that is too long
 */
export function confirm(ref: string, need: Need, rev: number, by?: string): string {
  if (need !== 'observe') return add({ kind: need, ref, rev }).id;
  return add({ kind: need, ref, rev, by: name(by) }).id;
}

/**
 * Takes back what was a slip (撤销): a confirmation, a countersignature, a leaving.
 *
 * @param target id of its event
 */
export function withdraw(target: string): void {
  add({ kind: 'withdraw', target });
}

/**
 * Notes on the mentor's device that somebody else was watched doing an item.
 *
 * @param of device id out of their receipt
 * @returns the event, for `countersignReceipt`
 * @throws RangeError when the name is empty or too long
 */
export function countersign(of: string, ref: string, rev: number, by: string): CountersignEvent {
  const event = add({ kind: 'countersign', ref, rev, learner: of, by: name(by) });
  return event as CountersignEvent;
}

/** What became of a receipt that came back: how much was new, or it speaks of another device. */
export type TakenReceipt = { readonly added: number } | 'other-learner';

/** Takes the mentor's confirmations out of one's own receipt that came back. Twice changes nothing. */
export function takeCountersigned(receipt: Receipt): TakenReceipt {
  ready();
  if (receipt.learner.id !== learner().id) return 'other-learner';
  const known = $events.get();
  const fresh = receipt.events.filter(({ kind, id }) => kind === 'observe' && !known.has(id));
  for (const event of fresh) put(event);
  return { added: fresh.length };
}

/** Reads the storage, once in a page; from then on it follows other tabs. */
function ready(): void {
  if (isLoaded) return;
  isLoaded = true;
  onValueChange(TRAINING, hear, ME);
  onReload(load);
  load();
}

function load(): void {
  const events = listNames(TRAINING).flatMap((each) => readRecord(each, parseTrainingEvent) ?? []);
  set(new Map(events.map((event) => [event.id, event])));
}

/** What another tab wrote, or somebody imported or erased in this one. */
function hear(changed: string, text: string | undefined): void {
  const events = new Map($events.get());
  const parsed = text === undefined ? 'damaged' : parseStored(text, parseTrainingEvent);
  if (typeof parsed === 'object') events.set(parsed.value.id, parsed.value);
  else if (text === undefined) events.delete(changed.slice(TRAINING.length));
  set(events);
}

function set(events: TrainingEvents): void {
  $events.set(events);
  // The hint is derived: after an import or a deletion elsewhere it may be wrong.
  whenShown(() => {
    const isOpen = foldTraining($events.get().values()).starts.length > 0;
    if (isOpen !== (readValue(HAS_PLAN) !== undefined))
      writeValue(HAS_PLAN, isOpen ? '1' : undefined);
  });
}

function add(event: NewTrainingEvent): TrainingEvent {
  ready();
  let last = 0;
  for (const { at } of $events.get().values()) last = Math.max(last, at);
  // Two clicks in one millisecond, or a clock that was set back, must not change the order.
  const at = Math.min(Math.max(Date.now(), last + 1), MAX_TIME);
  const complete = { v: 1, id: randomId(), at, ...event } as TrainingEvent;
  put(complete);
  return complete;
}

function put(event: TrainingEvent): void {
  // Memory first: what cannot be written is there all the same.
  set(new Map($events.get()).set(event.id, event));
  writeValue(trainingName(event.id), JSON.stringify(event), ME);
}

function name(typed: string | undefined): string {
  const by = typed?.trim();
  if (!isLabel(by)) throw new RangeError(`No name of somebody who watched: "${by ?? ''}"`);
  return by;
}
