import { useEffect, useMemo, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import type { Named } from '../../model/former-name.ts';
import { periodEnd } from '../../model/period.ts';
import type { Cadence } from '../../model/vocabulary.ts';
import { tally, type DutyKey } from '../../progress/duties/duty-marks.ts';
import { dutyMarkStore } from '../../stores/duty-marks.ts';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useNow } from '../shared/use-now.ts';

/** The periods that are told of, the nearest first. */
const PERIODS: readonly [Cadence, string][] = [
  ['daily', '今天'],
  ['weekly', '这一周'],
  ['monthly', '这个月'],
];

interface Props {
  role: Named;
  /** Called when the counts stand, or cannot be had. */
  onCounted: () => void;
}

/** How much of the reader's own checklist is open today, this week, this month. */
export function MyDuties({ role, onCounted }: Props) {
  const [duties, setDuties] = useState<readonly DutyKey[]>([]);
  useEffect(() => {
    fetch(href(`${pathOf(role.reference)}duties.json`))
      .then((response) => response.json() as Promise<DutyKey[]>)
      .then(setDuties)
      // The checklist itself is a link away.
      .catch(() => undefined)
      .finally(onCounted);
  }, [role.reference]);
  if (duties.length === 0) return null;
  return <Counts role={role} duties={duties} />;
}

function Counts({ role, duties }: { role: Named; duties: readonly DutyKey[] }) {
  const store = useMemo(() => dutyMarkStore(role.reference, duties), [duties]);
  const marks = useLiveStore(store.$marks, {});
  // Every other period ends with a day.
  const [now] = useNow((moment) => periodEnd('daily', moment));
  useEffect(() => store.loadCurrent(now), [store, now]);
  const open = PERIODS.flatMap(([cadence, words]) => {
    const own = duties.filter((duty) => duty.cadence === cadence);
    const { done, total } = tally(own, marks, now);
    return total > done ? [`${words}还有 ${total - done} 项`] : [];
  });
  return (
    <p class="desk__duties">
      {open.length > 0 ? open.join('，') : '今天、这一周和这个月的都勾完了'}
    </p>
  );
}
