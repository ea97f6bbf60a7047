/** What is to be done of the open plans, as one list ordered by day. Derived for one day, never stored. */
import type { Day } from '../../model/day.ts';
import type { Need } from '../../model/plan.ts';
import { addWorkdays, isWorkday, type Holidays, type WorkdayCount } from '../../model/workdays.ts';
import { itemKey, type Confirmation, type StartedPlan, type TrainingState } from './fold.ts';

/**
 * - `open`: nobody confirmed it yet
 * - `changed`: confirmed at an older revision; the handbook has changed since in a way that matters
 * - `done`: confirmed at the present revision
 * - `retired`: the handbook has it no longer; nobody is asked for it, what was confirmed is kept
 */
export type ItemState = 'open' | 'changed' | 'done' | 'retired';

export interface DueItem {
  readonly ref: string;
  readonly need: Need;
  /** Ids of the starts that have it (`StartedPlan.id`), in their order. */
  readonly plans: readonly string[];
  /** The soonest day of those plans. */
  readonly due: Day;
  /** A year on the way to that day has no holidays entered: only its weekends were off. */
  readonly isUncovered: boolean;
  readonly state: ItemState;
  /** Never confirmed, and its day is over. What is `changed` is not late: it was asked for anew. */
  readonly isLate: boolean;
  /** The present revision; absent for what is retired. */
  readonly rev?: number;
  readonly confirmed?: Confirmation;
}

/** True for what somebody is asked for: nobody confirmed it, or only an older revision. */
export function isAsked({ state }: Pick<DueItem, 'state'>): boolean {
  return state === 'open' || state === 'changed';
}

/** How far a plan is. */
export interface PlanCount {
  readonly done: number;
  /** Retired items are not counted. */
  readonly total: number;
  readonly late: number;
  readonly changed: number;
}

export interface AgendaInput {
  /** Open plans; those of `state`, or some of them. */
  readonly started: readonly StartedPlan[];
  readonly state: Pick<TrainingState, 'confirmed'>;
  /** The present revision of a reference; `undefined` when the handbook has it no longer. */
  readonly revs: (ref: string) => number | undefined;
  readonly calendar: Holidays;
  readonly today: Day;
}

/** The items of all plans, common ones once; ordered by day, then as the plans have them. */
export function itemsDue(input: AgendaInput): DueItem[] {
  const { started, state, revs, calendar, today } = input;
  const found = new Map<string, DueItem>();
  for (const { id, plan, day } of started) {
    const dues = new Map<number, WorkdayCount>();
    for (const { ref, need, day: number } of plan.items) {
      const due = dues.get(number) ?? dayOfPlan(day, number, calendar);
      dues.set(number, due);
      const isUncovered = due.uncovered.length > 0;
      const key = itemKey(ref, need);
      const known = found.get(key);
      if (!known) {
        const rev = revs(ref);
        const confirmed = state.confirmed(ref, need);
        found.set(key, {
          ref,
          need,
          plans: [id],
          due: due.day,
          isUncovered,
          state: stateOf(rev, confirmed),
          isLate: false,
          ...(rev === undefined ? {} : { rev }),
          ...(confirmed ? { confirmed } : {}),
        });
        continue;
      }
      const sooner = due.day < known.due ? { due: due.day, isUncovered } : {};
      const plans = known.plans.includes(id) ? known.plans : [...known.plans, id];
      found.set(key, { ...known, ...sooner, plans });
    }
  }
  return [...found.values()]
    .map((item) => ({ ...item, isLate: item.state === 'open' && item.due < today }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Last start from which the longest plan, with all its holidays, ends in a year of four digits. */
const LAST_START: Day = '9990-12-31';

/**
 * The calendar day of a plan's working day.
 *
 * @param start the start day; day 1 is this day, or the next working day after it
 * @param number of the working day, from 1
 * @returns the start day itself where the count leads beyond the last year of four digits: receipts come
 *   from other devices, and one of them must not keep the others from being shown
 * @throws RangeError when the text is no day
 */
export function dayOfPlan(start: Day, number: number, calendar: Holidays): WorkdayCount {
  const isCovered = Object.hasOwn(calendar.years, start.slice(0, 4));
  const uncovered = isCovered ? [] : [Number(start.slice(0, 4))];
  if (start > LAST_START) return { day: start, uncovered };
  const steps = isWorkday(start, calendar) ? number - 1 : number;
  const counted = addWorkdays(start, steps, calendar);
  return { day: counted.day, uncovered: [...new Set([...uncovered, ...counted.uncovered])] };
}

/** How an item stands. @param rev its present revision; `undefined`: retired */
export function stateOf(
  rev: number | undefined,
  confirmed: Pick<Confirmation, 'rev'> | undefined,
): ItemState {
  if (rev === undefined) return 'retired';
  if (!confirmed) return 'open';
  return confirmed.rev < rev ? 'changed' : 'done';
}

/** Counts the items of one plan, or of a list. @param items as `itemsDue` gives them */
export function countItems(items: readonly DueItem[], plan?: string): PlanCount {
  const counted = items.filter(
    ({ plans, state }) => state !== 'retired' && (plan === undefined || plans.includes(plan)),
  );
  const countOf = (state: ItemState) => counted.filter((item) => item.state === state).length;
  return {
    done: countOf('done'),
    total: counted.length,
    late: counted.filter(({ isLate }) => isLate).length,
    changed: countOf('changed'),
  };
}
