import { useMemo } from 'preact/hooks';
import type { Day } from '../../model/day.ts';
import { isoDay } from '../../model/format-day.ts';
import { peopleOf, type Team } from '../../progress/training/people.ts';
import type { TableInput } from '../../progress/training/table.ts';
import { $team, type TeamRecords } from '../../stores/team.ts';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useNow } from '../shared/use-now.ts';
import type { HandbookNow } from '../train/handbook-now.ts';
import { midnight, useHandbook } from '../train/use-handbook.ts';

/** The team, as the present handbook sees it. */
export interface TeamView extends Team {
  readonly handbook: HandbookNow;
  /** What the table is drawn from. */
  readonly input: TableInput;
  readonly now: Date;
  readonly today: Day;
  /** The title of an item; what the handbook does not have goes by its reference. */
  readonly titleOf: (ref: string) => string;
}

/** Before anything was read. */
const NONE: TeamRecords = { receipts: new Map(), pairs: [] };

/**
 * The team, drawn anew when receipts come or go, in any tab, and when the day turns.
 *
 * @returns `isEmpty` when there is nobody; `view` once the handbook's part is there
 */
export function useTeam(): {
  readonly isEmpty: boolean;
  readonly view?: TeamView;
  readonly failed: boolean;
} {
  const [now] = useNow(midnight);
  const { receipts, pairs } = useLiveStore($team, NONE);
  const team = useMemo(
    () =>
      peopleOf(
        [...receipts.values()].map(({ receipt }) => receipt),
        pairs,
      ),
    [receipts, pairs],
  );
  const refs = useMemo(() => refsOf(team), [team]);
  const { had, failed } = useHandbook(team.people.length > 0 ? refs : undefined);
  const handbook = had?.handbook;
  const today = isoDay(now);
  const view = useMemo((): TeamView | undefined => {
    if (!handbook) return undefined;
    const { data, itemOf } = handbook;
    // Asked for each person and item, and the same for all.
    const nameNow = remembered(handbook.nameNow);
    const revs = remembered(handbook.revs);
    const input = { people: team.people, revs, nameNow, calendar: data.holidays, today };
    return { ...team, handbook, input, now, today, titleOf: (ref) => itemOf(ref)?.text ?? ref };
  }, [handbook, team, today]);
  return { isEmpty: team.people.length === 0, failed, ...(view ? { view } : {}) };
}

/** What people's plans and confirmations name. */
function refsOf({ people }: Team): string[] {
  const refs = people.flatMap(({ plans, events }) => [
    ...plans.flatMap(({ plan }) => plan.items),
    ...events,
  ]);
  return [...new Set(refs.map(({ ref }) => ref))].sort();
}

function remembered<T>(of: (ref: string) => T): (ref: string) => T {
  const known = new Map<string, T>();
  return (ref) => {
    if (!known.has(ref)) known.set(ref, of(ref));
    return known.get(ref) as T;
  };
}
