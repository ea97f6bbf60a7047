/** What training asks for today. Pure. */
import { dayOf, type Day } from '../../model/day.ts';
import type { DueItem } from '../../progress/training/agenda.ts';

export interface TodayItems {
  /** Late, due today, or changed since it was confirmed. */
  readonly asked: readonly DueItem[];
  /** The next one, where nothing is asked for today. */
  readonly next?: DueItem;
  /** Confirmed today, the last one first. */
  readonly done: readonly DueItem[];
}

/** Selects from the items of all open plans, which are ordered by day. */
export function todayItems(items: readonly DueItem[], today: Day): TodayItems {
  const asked = items.filter(
    ({ state, due }) => state === 'changed' || (state === 'open' && due <= today),
  );
  const next = items.find(({ state }) => state === 'open');
  return {
    asked,
    ...(asked.length === 0 && next ? { next } : {}),
    done: items
      .filter(({ state, confirmed }) => {
        return state === 'done' && confirmed !== undefined && dayOf(confirmed.at) === today;
      })
      .sort((a, b) => (b.confirmed?.at ?? 0) - (a.confirmed?.at ?? 0)),
  };
}
