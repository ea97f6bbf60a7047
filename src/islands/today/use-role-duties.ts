import { useEffect, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import type { Named } from '../../model/former-name.ts';
import { periodOf } from '../../model/period.ts';
import type { Cadence } from '../../model/vocabulary.ts';
import type {
  CountedDuty,
  DueDuty,
  RoleDuties,
  TodayDuty,
  TodayEventDuty,
} from '../../progress/today/duties.ts';
import { dutyMarkStore, type DutyMarkStore } from '../../stores/duty-marks.ts';
import { occurrenceStore, type OccurrenceStore } from '../../stores/occurrences.ts';

interface Loaded {
  readonly role: string;
  readonly duties: readonly TodayDuty[];
  readonly store: DutyMarkStore;
  readonly events: readonly TodayEventDuty[];
  readonly counted: OccurrenceStore;
}

/** A duty as its file has it. */
type ListedDuty = TodayEventDuty & { readonly cadence: Cadence };

interface RoleDutiesState {
  /** Absent until all that can be had is there. */
  readonly roles?: readonly RoleDuties[];
  /** True when the duties of a role could not be had. */
  readonly failed: boolean;
  /** Ticks or unticks a duty of a role. */
  readonly mark: (due: DueDuty, done: boolean, now: Date) => void;
  /** Counts a duty once more. @returns takes it back */
  readonly count: (counted: CountedDuty, now: Date) => () => void;
  /** Takes one time of a duty back. */
  readonly takeBack: (counted: CountedDuty, name: string, now: Date) => void;
}

/**
 * The acts of some roles with their marks, drawn anew when a mark changes. When the roles change, those
 * that were there stay until all are.
 */
export function useRoleDuties(roles: readonly Named[], now: Date): RoleDutiesState {
  const [loaded, setLoaded] = useState<readonly Loaded[] | undefined>();
  const [failed, setFailed] = useState(false);
  const [, redraw] = useState({});
  const names = roles.map(({ reference }) => reference).join();
  useEffect(() => {
    let isLater = false;
    const had = (role: string) => loaded?.find((each) => each.role === role);
    const all = roles.map((role) => had(role.reference) ?? loadDuties(role));
    void Promise.all(all).then((each) => {
      if (isLater) return;
      setFailed(each.includes(undefined));
      setLoaded(each.flatMap((one) => one ?? []));
    });
    return () => {
      isLater = true;
    };
  }, [names]);
  const day = periodOf('daily', now);
  useEffect(() => {
    const stops = loaded?.flatMap(({ store, counted }) => [
      store.$marks.listen(() => redraw({})),
      counted.$occurrences.listen(() => redraw({})),
    ]);
    return () => stops?.forEach((stop) => stop());
  }, [loaded]);
  useEffect(() => {
    loaded?.forEach(({ store }) => store.loadCurrent(now));
  }, [loaded, day]);
  const countedOf = (role: string) => loaded?.find((each) => each.role === role)?.counted;
  return {
    failed,
    count: ({ role, duty }, moment) => {
      const counted = countedOf(role);
      const name = counted?.add(duty, moment);
      return () => name !== undefined && counted?.set(name, false, new Date());
    },
    takeBack: ({ role }, name, moment) => countedOf(role)?.set(name, false, moment),
    mark: ({ role, duty }, done, moment) =>
      loaded?.find((each) => each.role === role)?.store.mark([duty], done, moment),
    ...(loaded && {
      roles: loaded
        .filter(({ role }) => roles.some(({ reference }) => reference === role))
        .map(({ role, duties, store, events, counted }) => ({
          role,
          duties,
          marks: store.$marks.get(),
          events,
          occurrences: counted.$occurrences.get(),
        })),
    }),
  };
}

/** The acts of a role with the stores of their marks; `undefined` where they cannot be had. */
export async function loadDuties({
  reference,
}: Pick<Named, 'reference'>): Promise<Loaded | undefined> {
  try {
    const response = await fetch(href(`${pathOf(reference)}duties.json`));
    const all = (await response.json()) as ListedDuty[];
    const duties = all.flatMap((duty): TodayDuty[] =>
      duty.cadence === 'event' ? [] : [{ ...duty, cadence: duty.cadence }],
    );
    const events = all.filter(({ cadence }) => cadence === 'event');
    const store = dutyMarkStore(reference, duties);
    store.loadCurrent(new Date());
    const counted = occurrenceStore(reference, events);
    if (events.length > 0) counted.load();
    return { role: reference, duties, store, events, counted };
  } catch {
    return undefined; // the checklist itself is a link away
  }
}
