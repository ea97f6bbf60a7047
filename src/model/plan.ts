/** What a training plan is: existing items of the handbook, each with what is needed and by which day. */

/** What is needed of an item: that it was read, that it was practised, that a mentor watched it being done. */
export const NEEDS = ['read', 'practise', 'observe'] as const;

export type Need = (typeof NEEDS)[number];

export const NEED_LABEL: Readonly<Record<Need, string>> = {
  read: '读过',
  practise: '练过',
  observe: '带教看着做过',
};

/** What each asks for, as plans explain it. */
export const NEED_MEANING: Readonly<Record<Need, string>> = {
  read: '从头到尾读一遍，说得出要点',
  practise: '自己照着做过一次',
  observe: '做的时候带教在旁边看，由带教认可',
};

export interface PlanItem {
  /** Full reference: a page, or `page#item`. */
  readonly ref: string;
  readonly need: Need;
  /** By which working day it is due; the start day, or the next working day after it, is 1. */
  readonly day: number;
}

export interface Plan {
  /** The slug of an authored plan or a role's route, or the hash of a made plan's code. */
  readonly id: string;
  readonly title: string;
  /** In the order in which they are taken: days never go back. */
  readonly items: readonly PlanItem[];
}
