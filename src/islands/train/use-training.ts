import { useMemo, useRef } from 'preact/hooks';
import { isoDay } from '../../model/format-day.ts';
import type { Day } from '../../model/day.ts';
import { itemsDue, type DueItem } from '../../progress/training/agenda.ts';
import { foldTraining, type TrainingState } from '../../progress/training/fold.ts';
import type { TrainingEvent } from '../../progress/training/event.ts';
import { $training, type TrainingEvents } from '../../stores/training.ts';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useNow } from '../shared/use-now.ts';
import type { HandbookNow } from './handbook-now.ts';
import { midnight, useHandbook } from './use-handbook.ts';

/** One's own training, as the present handbook sees it. */
export interface Training {
  readonly handbook: HandbookNow;
  readonly events: readonly TrainingEvent[];
  readonly state: TrainingState;
  /** The items of all open plans, by day. */
  readonly items: readonly DueItem[];
  readonly now: Date;
  readonly today: Day;
}

export interface TrainingLoad {
  /** Absent until all that it needs is there. */
  readonly training?: Training;
  /** True when the handbook's part could not be had. */
  readonly failed: boolean;
}

/** Before anything was read. */
const NONE: TrainingEvents = new Map();

/**
 * One's own training, drawn anew when something is confirmed, in any tab, and when the day turns.
 *
 * @param isWanted false as long as nothing may be read
 */
export function useTraining(isWanted = true): TrainingLoad {
  const [now] = useNow(midnight);
  const byId = useLiveStore($training, NONE);
  const last = useRef<Training | undefined>();
  const events = useMemo(() => [...byId.values()], [byId]);
  const refs = useMemo(() => refsOf(events), [events]);
  const { had, failed } = useHandbook(isWanted && byId !== NONE ? refs : undefined);
  const today = isoDay(now);
  // A plan that was begun just now may need another handbook: until it is there, what was there stays.
  const isFit = byId !== NONE && had?.key === refs.join();
  const training = useMemo(
    () => (had && isFit ? trainingOf(had.handbook, events, now, today) : last.current),
    [had, isFit, events, today],
  );
  last.current = training;
  return { failed: failed && !isFit, ...(training ? { training } : {}) };
}

/** What open plans ask for, by the names that were frozen. */
function refsOf(events: readonly TrainingEvent[]): string[] {
  const plans = foldTraining(events).starts.map(({ plan }) => plan);
  return [...new Set(plans.flatMap(({ items }) => items.map(({ ref }) => ref)))].sort();
}

/** What events mean for the present handbook, on one day. */
export function trainingOf(
  handbook: HandbookNow,
  events: readonly TrainingEvent[],
  now: Date,
  today: Day,
): Training {
  const { data, nameNow, revs } = handbook;
  const state = foldTraining(events, nameNow);
  const items = itemsDue({ started: state.starts, state, revs, calendar: data.holidays, today });
  return { handbook, events, state, items, now, today };
}
