/** A plan while it is being made: what is in it, in order, and what is asked of each. Never invalid. */
import { isOfVersionAfter, isRecord, type Parsed, parseStored } from '../../model/parsed.ts';
import type { Need, PlanItem } from '../../model/plan.ts';
import { isItemReference, isNeed, isPlanDay } from './event.ts';
import { itemKey } from './fold.ts';
import { areReplaced } from './replaced-plans.ts';

/** A plan that is not finished. */
export interface PlanDraft {
  /** What lends the plan its title, as a code has it; absent: it is suggested. */
  readonly titleFrom?: string;
  /** Days never go back; each reference once for each need. */
  readonly items: readonly PlanItem[];
  /** Ids of plans that were sent before and that it takes the place of. */
  readonly replaces?: readonly string[];
}

/** The page whose draft it is, as its stored name has it. */
export const PLAN_DRAFT_PAGE = 'train/new';

export const EMPTY_DRAFT: PlanDraft = { items: [] };

/** What tells items of one plan apart. */
export const itemName = ({ ref, need }: PlanItem) => itemKey(ref, need);

/**
 * Adds items behind those of the same day. What is there already stays as it is.
 *
 * @param items with any days from 1
 */
export function addItems(draft: PlanDraft, items: readonly PlanItem[]): PlanDraft {
  const known = new Set(draft.items.map(itemName));
  const added = items.filter((item) => !known.has(itemName(item)) && known.add(itemName(item)));
  return { ...draft, items: inOrder([...draft.items, ...added]) };
}

/** Takes an item out. */
export function removeItem(draft: PlanDraft, name: string): PlanDraft {
  return { ...draft, items: draft.items.filter((item) => itemName(item) !== name) };
}

/** Takes out all items of a reference, whatever is asked of it. */
export function removeReference(draft: PlanDraft, ref: string): PlanDraft {
  return { ...draft, items: draft.items.filter((item) => item.ref !== ref) };
}

/**
 * Moves an item by one place. Days never go back: past an item of another day it takes that day.
 *
 * @param by -1 before the one before it, 1 behind the next one
 */
export function moveItem(draft: PlanDraft, name: string, by: -1 | 1): PlanDraft {
  const items = [...draft.items];
  const at = items.findIndex((item) => itemName(item) === name);
  const [item, other] = [items[at], items[at + by]];
  if (!item || !other) return draft;
  items[at] = other;
  items[at + by] = { ...item, day: other.day };
  return { ...draft, items };
}

/** Sets the day of an item, which takes its place by it. @param day a whole number up to `MAX_PLAN_DAY` */
export function setDay(draft: PlanDraft, name: string, day: number): PlanDraft {
  const items = draft.items.map((item) => (itemName(item) === name ? { ...item, day } : item));
  return { ...draft, items: inOrder(items) };
}

/** Sets what is asked of an item, unless it is asked of it already. */
export function setNeed(draft: PlanDraft, name: string, need: Need): PlanDraft {
  const item = draft.items.find((each) => itemName(each) === name);
  if (!item || draft.items.some((each) => itemName(each) === itemName({ ...item, need })))
    return draft;
  const items = draft.items.map((each) => (each === item ? { ...each, need } : each));
  return { ...draft, items };
}

/** The plan as one by itself: it takes the place of none. */
export function aloneOf({ titleFrom, items }: PlanDraft): PlanDraft {
  return titleFrom === undefined ? { items } : { titleFrom, items };
}

/** A draft as text; `undefined` for an empty one. */
export function writePlanDraft({ titleFrom, items, replaces }: PlanDraft): string | undefined {
  if (items.length === 0 && titleFrom === undefined) return undefined;
  return JSON.stringify({
    v: 1,
    ...(titleFrom === undefined ? {} : { titleFrom }),
    items,
    ...(replaces ? { replaces } : {}),
  });
}

/** Reads a draft's text, of whatever origin. */
export function readPlanDraft(text: string): Parsed<PlanDraft> {
  return parseStored(text, (value) => {
    if (isOfVersionAfter(1, value)) return 'newer';
    const { v, titleFrom, items, replaces } = (value ?? {}) as Readonly<Record<string, unknown>>;
    if (v !== 1 || !Array.isArray(items) || !items.every(isItem)) return 'damaged';
    if (titleFrom !== undefined && typeof titleFrom !== 'string') return 'damaged';
    if (replaces !== undefined && !areReplaced(replaces)) return 'damaged';
    return {
      value: {
        ...addItems(EMPTY_DRAFT, items),
        ...(titleFrom === undefined ? {} : { titleFrom }),
        ...(replaces ? { replaces } : {}),
      },
    };
  });
}

function isItem(value: unknown): value is PlanItem {
  return (
    isRecord(value) &&
    isItemReference(value['ref']) &&
    isNeed(value['need']) &&
    isPlanDay(value['day'])
  );
}

/** By day; of one day as they were. */
function inOrder(items: readonly PlanItem[]): PlanItem[] {
  return [...items].sort((a, b) => a.day - b.day);
}
