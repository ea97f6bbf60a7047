import { useState } from 'preact/hooks';
import { periodLabel } from '../model/period';
import { CADENCE_LABEL } from '../model/vocabulary';
import { pastPeriods } from '../progress/duty-marks';
import type { DutyMarks, DutyMarkStore } from '../stores/duty-marks';
import type { DutyFields } from './DutyRow';
import { formatMoment } from './format-time';

interface Props {
  duties: readonly DutyFields[];
  store: DutyMarkStore;
  marks: DutyMarks;
  now: Date;
}

/** Closed periods, to look at. They are read from storage only when one opens this. */
export function PastPeriods({ duties, store, marks, now }: Props) {
  const [loaded, setLoaded] = useState(false);
  const textOf = (id: string) =>
    duties.find((duty) => duty.id === id)?.text ?? `${id}（已不在清单上）`;
  const periods = loaded ? pastPeriods(marks, now) : [];

  const open = (event: { currentTarget: HTMLDetailsElement }) => {
    if (!event.currentTarget.open || loaded) return;
    store.loadAll();
    setLoaded(true);
  };

  return (
    <details class="past" onToggle={open}>
      <summary>以往各期</summary>
      {loaded && periods.length === 0 && <p>还没有过去的周期：一期结束后，它的勾选会留在这里。</p>}
      {periods.map(({ period, cadence, done }) => (
        <section key={period} class="past__period">
          <h3>
            {periodLabel(period)} <span class="tag">{CADENCE_LABEL[cadence]}</span>
          </h3>
          <ul>
            {done.map(({ duty, at }) => (
              <li key={duty}>
                {textOf(duty)}
                <span class="duty__when">{formatMoment(at, +now)} 勾选</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
