/**
 * Binds training to the storage: the reader's own plans and confirmations, one key an event, so that
 * two tabs add up. Loaded only where a plan is open (`has-plan.ts`) or is being begun.
 */
import type { ReadableAtom } from 'nanostores';
import type { Day } from '../model/day.ts';
import type { Need, Plan } from '../model/plan.ts';
import { TRAINING } from '../model/storage-names.ts';
import {
  isLabel,
  parseTrainingEvent,
  type CountersignEvent,
  type NewTrainingEvent,
  type TrainingEvent,
} from '../progress/training/event.ts';
import { foldTraining } from '../progress/training/fold.ts';
import type { Receipt } from '../progress/training/receipt.ts';
import { eventRecords } from './event-records.ts';
import { HAS_PLAN } from './has-plan.ts';
import { learner } from './learner.ts';
import { askToPersist } from './persistence.ts';
import { whenShown } from './shown.ts';
import { readValue, writeValue } from './storage/values.ts';

export { learner, learnerLabel, setLearnerLabel } from './learner.ts';

/** Events by id. */
export type TrainingEvents = ReadonlyMap<string, TrainingEvent>;

const records = eventRecords(TRAINING, parseTrainingEvent, noteOpenPlans);

/** All events of this browser; read from the storage when somebody listens first, or something is done. */
export const $training: ReadableAtom<TrainingEvents> = records.$events;

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
 * @param at when it was confirmed, of one that was withdrawn by a slip and is put back; left out: now
 * @returns the id of the event, for `withdraw`
 * @throws RangeError when something is observed by nobody, or by a name that is too long
 */
export function confirm(ref: string, need: Need, rev: number, by?: string, at?: number): string {
  const said = { ref, rev };
  const event =
    need === 'observe' ? { kind: need, ...said, by: name(by) } : { kind: need, ...said };
  return add(event, at).id;
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

/** What became of a receipt that came back: ids of the events that were new, or it speaks of another device. */
export type TakenReceipt = readonly string[] | 'other-learner';

/**
 * Takes the mentor's confirmations out of one's own receipt that came back. Twice changes nothing;
 * `removeTaken` takes it back.
 */
export function takeCountersigned(receipt: Receipt): TakenReceipt {
  records.ready();
  if (receipt.learner.id !== learner().id) return 'other-learner';
  const known = $training.get();
  const fresh = receipt.events.filter(({ kind, id }) => kind === 'observe' && !known.has(id));
  for (const event of fresh) records.put(event);
  return fresh.map(({ id }) => id);
}

/** The hint is derived: after an import or a deletion elsewhere it may be wrong. */
function noteOpenPlans(): void {
  whenShown(() => {
    const isOpen = foldTraining($training.get().values()).starts.length > 0;
    if (isOpen !== (readValue(HAS_PLAN) !== undefined))
      writeValue(HAS_PLAN, isOpen ? '1' : undefined);
  });
}

function add(event: NewTrainingEvent, at?: number): TrainingEvent {
  const stamp = records.stamp();
  const complete = { ...stamp, ...event, at: at ?? stamp.at } as TrainingEvent;
  records.put(complete);
  return complete;
}

function name(typed: string | undefined): string {
  const by = typed?.trim();
  if (!isLabel(by)) throw new RangeError(`No name of somebody who watched: "${by ?? ''}"`);
  return by;
}
