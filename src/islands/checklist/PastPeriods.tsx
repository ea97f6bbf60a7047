import { periodLabel } from '../../model/period-label.ts';
import { CADENCE_LABEL } from '../../model/vocabulary.ts';
import { pastPeriods } from '../../progress/duties/past-periods.ts';
import type { DutyMarks } from '../../stores/duty-marks.ts';
import type { DutyFields } from './checklist-fields.ts';
import { formatMoment } from '../shared/format-time.ts';

interface Props {
  duties: readonly DutyFields[];
  marks: DutyMarks;
  now: Date;
}

/** Closed periods, to look at. */
export function PastPeriods({ duties, marks, now }: Props) {
  const textOf = (id: string) =>
    duties.find((duty) => duty.id === id)?.text ?? `${id}（已不在清单上）`;
  const periods = pastPeriods(marks, now);
  return (
    <>
      {periods.length === 0 && <p>还没有过去的周期：一期结束后，它的勾选会留在这里。</p>}
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
    </>
  );
}
