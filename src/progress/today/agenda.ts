/** The order of 今天: what presses first, then what is regular, each section once. */
import type { CountedDuty, DueDuty, TodayDuties } from './duties.ts';
import { TODAY_CADENCES } from './duties.ts';
import type { TodayStep, TodaySteps } from './steps.ts';

/** A section of the list. */
export type AgendaSection =
  | { readonly id: 'overdue' | 'due' | 'next'; readonly steps: readonly TodayStep[] }
  | {
      readonly id: (typeof TODAY_CADENCES)[number];
      readonly duties: readonly DueDuty[];
      /** True when it is not due and only to be reached: daily duties on a day off. */
      readonly isFolded: boolean;
    }
  | { readonly id: 'event'; readonly counted: readonly CountedDuty[] };

/** The order of the sections. What training asks for has its place after `due`. */
export const AGENDA_ORDER = [
  'overdue',
  'due',
  'daily',
  'next',
  'weekly',
  'monthly',
  'quarterly',
  'yearly',
  'event',
] as const;

const NO_STEPS: Pick<TodaySteps, 'overdue' | 'due' | 'next'> = { overdue: [], due: [], next: [] };

/**
 * The sections that have something in them, in order.
 *
 * @param steps absent without runs
 * @param duties absent without a role
 */
export function agendaOf(
  steps: Pick<TodaySteps, 'overdue' | 'due' | 'next'> | undefined,
  duties: TodayDuties | undefined,
): AgendaSection[] {
  return AGENDA_ORDER.flatMap((id): AgendaSection[] => {
    if (id === 'overdue' || id === 'due' || id === 'next') {
      const list = (steps ?? NO_STEPS)[id];
      return list.length > 0 ? [{ id, steps: list }] : [];
    }
    if (id === 'event') {
      const counted = duties?.event ?? [];
      return counted.length > 0 ? [{ id, counted }] : [];
    }
    const list = duties?.[id] ?? [];
    const isFolded = id === 'daily' && duties?.isWorkday === false;
    return list.length > 0 ? [{ id, duties: list, isFolded }] : [];
  });
}
