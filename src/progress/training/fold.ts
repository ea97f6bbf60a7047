/**
 * Folds training events into what holds: which plans are open, what is confirmed at which revision. Pure,
 * and independent of the order in which the events arrive; each id counts once.
 */
import type { Day } from '../../model/day.ts';
import type { Need, Plan, PlanItem } from '../../model/plan.ts';
import { compareByTime, unionByTime } from '../event-envelope.ts';
import {
  isConfirm,
  type ConfirmEvent,
  type CountersignEvent,
  type TrainingEvent,
} from './event.ts';

/** Gives the present name of a reference; one that never moved comes back as it is. */
export type NameNow = (ref: string) => string;

/** A plan that was begun and is open. */
export interface StartedPlan {
  /** Id of its start event: `leavePlan` takes it. */
  readonly id: string;
  /** As it was frozen; the items go by their present names, each with one need once. */
  readonly plan: Plan;
  readonly day: Day;
  /** When it was begun, in milliseconds since the epoch. */
  readonly at: number;
}

/** That an item was confirmed. */
export interface Confirmation {
  /** Id of the event. */
  readonly id: string;
  readonly need: Need;
  /** The revision that was confirmed. */
  readonly rev: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The mentor, of `observe`. */
  readonly by?: string;
}

export interface TrainingState {
  /** Open plans, in the order in which they were begun. */
  readonly starts: readonly StartedPlan[];
  /** The confirmation at the newest revision, of several the earliest one; `undefined`: none. */
  confirmed(ref: string, need: Need): Confirmation | undefined;
  /** Whatever was confirmed of an item, older revisions too, by time; what was withdrawn is left out. */
  history(ref: string): readonly Confirmation[];
  /** What this device countersigned, by time. */
  readonly countersigned: readonly CountersignEvent[];
}

/**
 * The state of training.
 *
 * @param events in any order, repeats allowed
 * @param nameNow follows the register's moves; both what was confirmed and what is asked for go by it
 */
export function foldTraining(
  events: Iterable<TrainingEvent>,
  nameNow: NameNow = (ref) => ref,
): TrainingState {
  const sorted = unionByTime(events);
  const { ended, withdrawn } = endingsOf(sorted);
  const starts: StartedPlan[] = [];
  const byItem = new Map<string, Confirmation[]>();
  const countersigned: CountersignEvent[] = [];
  for (const event of sorted) {
    if (event.kind === 'start' && !ended.has(event.id)) {
      const { id, plan, day, at } = event;
      starts.push({ id, plan: { ...plan, items: itemsNow(plan.items, nameNow) }, day, at });
    } else if (isConfirm(event) && !withdrawn.has(event.id)) {
      const ref = nameNow(event.ref);
      const known = byItem.get(ref);
      if (known) known.push(confirmationOf(event));
      else byItem.set(ref, [confirmationOf(event)]);
    } else if (event.kind === 'countersign' && !withdrawn.has(event.id)) countersigned.push(event);
  }
  return {
    starts,
    countersigned,
    confirmed: (ref, need) => newest(byItem.get(nameNow(ref)) ?? [], need),
    history: (ref) => byItem.get(nameNow(ref)) ?? [],
  };
}

/** What events take back: plans that were left or replaced, by start; confirmations and leavings, by event. */
export function endingsOf(events: readonly TrainingEvent[]): {
  readonly ended: ReadonlySet<string>;
  readonly withdrawn: ReadonlySet<string>;
} {
  const withdrawn = new Set(
    events.flatMap((event) => (event.kind === 'withdraw' ? [event.target] : [])),
  );
  const ended = events.flatMap((event) => {
    if (event.kind === 'leave') return withdrawn.has(event.id) ? [] : [event.start];
    const isOther = event.kind === 'start' && event.replaces !== event.id;
    return isOther && event.replaces !== undefined ? [event.replaces] : [];
  });
  return { ended: new Set(ended), withdrawn };
}

/** Items by their present names; of two that have become one with the same need, the first counts. */
export function itemsNow(items: readonly PlanItem[], nameNow: NameNow): PlanItem[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const ref = nameNow(item.ref);
    const key = itemKey(ref, item.need);
    if (seen.has(key)) return [];
    seen.add(key);
    return [ref === item.ref ? item : { ...item, ref }];
  });
}

/** Names an item with a need. */
export function itemKey(ref: string, need: Need): string {
  return `${need} ${ref}`;
}

/** The confirmation at the newest revision among some; of several the earliest one. */
export function newest(
  confirmations: readonly Confirmation[],
  need: Need,
): Confirmation | undefined {
  return confirmations.reduce<Confirmation | undefined>((best, each) => {
    if (each.need !== need) return best;
    if (!best || each.rev !== best.rev) return !best || each.rev > best.rev ? each : best;
    return compareByTime(each, best) < 0 ? each : best;
  }, undefined);
}

/** What a confirming event says. */
export function confirmationOf(event: ConfirmEvent): Confirmation {
  const { id, kind, rev, at } = event;
  return { id, need: kind, rev, at, ...(event.kind === 'observe' ? { by: event.by } : {}) };
}
