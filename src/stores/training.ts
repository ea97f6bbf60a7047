/**
 * Binds training to the storage: the reader's own plans and confirmations, one key an event, so that
 * two tabs add up. Loaded only where there is a plan (`has-plan.ts`) or one is being begun.
 */
import { atom, type ReadableAtom } from 'nanostores';
import type { Day } from '../model/day.ts';
import type { Need, Plan } from '../model/plan.ts';
import type { TrainingEvent } from '../progress/training/event.ts';
import type { Learner, Receipt } from '../progress/training/receipt.ts';

/** Events by id. */
export type TrainingEvents = ReadonlyMap<string, TrainingEvent>;

/** All events of this browser; read from the storage when somebody listens first. */
export const $training: ReadableAtom<TrainingEvents> = atom<TrainingEvents>(new Map());

/**
 * Begins a plan.
 *
 * @param day the start day
 * @param replaces id of the start that it replaces
 * @returns the id of the start
 */
export function startPlan(_plan: Plan, _day: Day, _replaces?: string): string {
  throw new Error('Not written yet');
}

/** Gives a plan up; confirmations stay. @param start id of its start @returns the id of the event: `withdraw` takes it back */
export function leavePlan(_start: string): string {
  throw new Error('Not written yet');
}

/**
 * Confirms an item.
 *
 * @param rev its present revision
 * @param by the mentor's name; needed for `observe`
 * @returns the id of the event: `withdraw` takes it
 */
export function confirm(_ref: string, _need: Need, _rev: number, _by?: string): string {
  throw new Error('Not written yet');
}

/** Takes a confirmation back that was a slip (撤销), a countersignature, or a `leave`. @param target id of its event */
export function withdraw(_target: string): void {
  throw new Error('Not written yet');
}

/**
 * Notes on the mentor's device that somebody else was watched doing an item.
 *
 * @param learner device id out of their receipt
 * @returns the event, for `countersignReceipt`
 */
export function countersign(_learner: string, _ref: string, _rev: number, _by: string): string {
  throw new Error('Not written yet');
}

/** What became of a countersigned receipt. */
export type TakenReceipt =
  | { readonly added: number }
  /** It speaks of another device. */
  | 'other-learner';

/** Takes the mentor's confirmations out of one's own receipt that came back. Twice changes nothing. */
export function takeCountersigned(_receipt: Receipt): TakenReceipt {
  throw new Error('Not written yet');
}

/** The random id of this device, made when it is asked for first, and the label; empty: not typed yet. */
export function learner(): Learner {
  throw new Error('Not written yet');
}

/** Keeps the label. @param label at most `MAX_LABEL` characters */
export function setLearnerLabel(_label: string): void {
  throw new Error('Not written yet');
}
