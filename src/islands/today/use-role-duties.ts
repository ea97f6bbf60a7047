import { useEffect, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import type { Named } from '../../model/former-name.ts';
import { periodOf } from '../../model/period.ts';
import type { DueDuty, RoleDuties, TodayDuty } from '../../progress/today/duties.ts';
import { dutyMarkStore, type DutyMarkStore } from '../../stores/duty-marks.ts';

interface Loaded {
  readonly role: string;
  readonly duties: readonly TodayDuty[];
  readonly store: DutyMarkStore;
}

interface RoleDutiesState {
  /** Absent until all that can be had is there. */
  readonly roles?: readonly RoleDuties[];
  /** True when the duties of a role could not be had. */
  readonly failed: boolean;
  /** Ticks or unticks a duty of a role. */
  readonly mark: (due: DueDuty, done: boolean, now: Date) => void;
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
    const stops = loaded?.map(({ store }) => store.$marks.listen(() => redraw({})));
    return () => stops?.forEach((stop) => stop());
  }, [loaded]);
  useEffect(() => {
    loaded?.forEach(({ store }) => store.loadCurrent(now));
  }, [loaded, day]);
  return {
    failed,
    mark: ({ role, duty }, done, moment) =>
      loaded?.find((each) => each.role === role)?.store.mark([duty], done, moment),
    ...(loaded && {
      roles: loaded
        .filter(({ role }) => roles.some(({ reference }) => reference === role))
        .map(({ role, duties, store }) => ({ role, duties, marks: store.$marks.get() })),
    }),
  };
}

async function loadDuties({ reference }: Named): Promise<Loaded | undefined> {
  try {
    const response = await fetch(href(`${pathOf(reference)}duties.json`));
    const duties = (await response.json()) as TodayDuty[];
    const store = dutyMarkStore(reference, duties);
    store.loadCurrent(new Date());
    return { role: reference, duties, store };
  } catch {
    return undefined; // the checklist itself is a link away
  }
}
