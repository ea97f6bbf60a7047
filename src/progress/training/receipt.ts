/**
 * A receipt (回执): what a learner hands over of their plans. It says what they declare themselves; its
 * checksum finds damage, not fraud. `receipt-code.ts` packs it, `receipt-text.ts` makes and finds the text.
 */
import type { Day } from '../../model/day.ts';
import type { Plan } from '../../model/plan.ts';
import { compareByTime } from '../event-envelope.ts';
import {
  isConfirm,
  type ConfirmEvent,
  type CountersignEvent,
  type TrainingEvent,
} from './event.ts';
import { unionByTime } from '../event-envelope.ts';
import { endingsOf, type NameNow, type StartedPlan } from './fold.ts';

/** Who hands it over: a random id of the device beside what was typed. */
export interface Learner {
  readonly id: string;
  /** A name or a number, as it was typed. */
  readonly label: string;
}

/** A plan of a receipt, with the frozen items. */
export interface ReceiptPlan {
  /** Id of its start event. */
  readonly id: string;
  readonly plan: Plan;
  readonly day: Day;
}

/** An open run, in words. */
export interface ReceiptRun {
  readonly code: string;
  /** Title of the workflow. */
  readonly workflow: string;
  /** The step it stands at; empty when there is none. */
  readonly step: string;
  readonly due?: Day;
  readonly isLate: boolean;
}

/** The duties of one role in the periods that run, in words. */
export interface ReceiptDuties {
  /** Title of the role. */
  readonly role: string;
  /** The period: `11 月`. */
  readonly period: string;
  readonly done: number;
  readonly total: number;
}

/** What of a plan is probably still known. */
export interface ReceiptReview {
  /** Id of the plan's start event. */
  readonly plan: string;
  /** Questions that were asked, and how many of them would probably be answered now. */
  readonly asked: number;
  readonly remembered: number;
}

export interface Receipt {
  /** Version of this shape. */
  readonly v: 1;
  readonly learner: Learner;
  /** When it was made, in milliseconds since the epoch. */
  readonly at: number;
  /** Number of the edition that the learner had before them. */
  readonly edition?: number;
  readonly plans: readonly ReceiptPlan[];
  /** Confirmations of the plans' items, older revisions too, by time. */
  readonly events: readonly ConfirmEvent[];
  /** Ids of confirmations that were withdrawn, and of plans that were left or replaced; sorted. */
  readonly gone: readonly string[];
  /** Only when the learner chose so. */
  readonly runs?: readonly ReceiptRun[];
  readonly duties?: readonly ReceiptDuties[];
  readonly review?: readonly ReceiptReview[];
}

export interface ReceiptInput {
  readonly learner: Learner;
  /** Now, in milliseconds since the epoch. */
  readonly at: number;
  readonly edition?: number;
  /** The plans it is about: of the open ones those that were chosen. */
  readonly starts: readonly StartedPlan[];
  /** All events of the device; what goes in is picked. */
  readonly events: Iterable<TrainingEvent>;
  readonly nameNow?: NameNow;
  readonly runs?: readonly ReceiptRun[];
  readonly duties?: readonly ReceiptDuties[];
  readonly review?: readonly ReceiptReview[];
}

/** Makes a receipt: of all confirmations only those of the plans' items. */
export function makeReceipt(input: ReceiptInput): Receipt {
  const { learner, at, edition, starts, runs, duties, review, nameNow = (ref) => ref } = input;
  const refs = new Set(starts.flatMap(({ plan }) => plan.items.map(({ ref }) => nameNow(ref))));
  const events = unionByTime(input.events);
  const { ended, withdrawn } = endingsOf(events);
  const own = events.filter(isConfirm).filter(({ ref }) => refs.has(nameNow(ref)));
  const ids = own.map(({ id }) => id);
  const gone = new Set([...ended].filter((id) => !ids.includes(id)));
  for (const id of ids) if (withdrawn.has(id)) gone.add(id);
  return {
    v: 1,
    learner,
    at,
    ...(edition === undefined ? {} : { edition }),
    plans: starts.map(({ id, plan, day }) => ({ id, plan, day })),
    events: own.filter(({ id }) => !withdrawn.has(id)),
    gone: [...gone].sort(),
    ...(runs ? { runs } : {}),
    ...(duties ? { duties } : {}),
    ...(review ? { review } : {}),
  };
}

/**
 * The receipt as the mentor gives it back: with what they countersigned, as confirmations `observe` under
 * the ids of the mentor's own events, so that taking it twice changes nothing.
 */
export function countersignReceipt(
  receipt: Receipt,
  countersigned: readonly CountersignEvent[],
): Receipt {
  const known = new Set(receipt.events.map(({ id }) => id));
  const added = countersigned.flatMap((event): ConfirmEvent[] => {
    if (event.learner !== receipt.learner.id || known.has(event.id)) return [];
    const { id, at, ref, rev, by } = event;
    return [{ v: 1, id, at, kind: 'observe', ref, rev, by }];
  });
  return { ...receipt, events: [...receipt.events, ...added].sort(compareByTime) };
}
