import { render } from 'preact';
import { periodLabel } from '../../model/period-label.ts';
import { periodEnd } from '../../model/period.ts';
import { CADENCE_LABEL } from '../../model/vocabulary.ts';
import { pastWeeks } from '../../progress/duties/occurrences.ts';
import { pastPeriods } from '../../progress/duties/past-periods.ts';
import type { DutyMarkStore } from '../../stores/duty-marks.ts';
import { occurrenceStore, type OccurrenceStore } from '../../stores/occurrences.ts';
import { formatMoment } from '../shared/format-time.ts';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useNow } from '../shared/use-now.ts';
import type { DrawnChecklist } from './drawn-checklist.ts';

interface Props {
  list: DrawnChecklist;
  store: DutyMarkStore;
  counted: OccurrenceStore;
}

/** Draws the closed periods, all of which the store has loaded, in a place of their own. */
export function drawPastPeriods(
  place: HTMLElement,
  list: DrawnChecklist,
  store: DutyMarkStore,
  role: string,
): void {
  place.className = '';
  const counted = occurrenceStore(role, list.events);
  counted.load();
  render(<PastPeriods list={list} store={store} counted={counted} />, place);
}

/** Closed periods, to look at. */
function PastPeriods({ list, store, counted }: Props) {
  const marks = useLiveStore(store.$marks, store.$marks.get());
  const occurrences = useLiveStore(counted.$occurrences, counted.$occurrences.get());
  const [now] = useNow((at) => periodEnd('daily', at));
  const textOf = (id: string) =>
    [...list.duties, ...list.events].find((duty) => duty.id === id)?.text ??
    `${id}（已不在清单上）`;
  const periods = pastPeriods(marks, now);
  const weeks = pastWeeks(occurrences, now);
  return (
    <>
      {periods.length + weeks.length === 0 && (
        <p>还没有过去的周期：一期结束后，它的勾选会留在这里。</p>
      )}
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
      {weeks.map(({ period, counts }) => (
        <section key={`event ${period}`} class="past__period">
          <h3>
            {periodLabel(period)} <span class="tag">{CADENCE_LABEL.event}</span>
          </h3>
          <ul>
            {[...counts].map(([duty, count]) => (
              <li key={duty}>
                {textOf(duty)}
                <span class="duty__when">{count} 次</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
