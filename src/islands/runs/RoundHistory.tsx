import { isOpen, type Walk } from '../../progress/walk';
import { formatMoment } from '../format-time';

interface Props {
  walk: Walk;
}

/** The rounds before the latest one: what was done, and which gate sent the run back. */
export function RoundHistory({ walk }: Props) {
  if (walk.round === 1) return null;
  const live = new Set(walk.live);
  const past = walk.visits.filter((visit) => !live.has(visit) && !isOpen(visit));
  const rounds = [...new Set(past.map((visit) => visit.round))];
  return (
    <details class="rounds">
      <summary>以前各轮</summary>
      {rounds.map((round) => (
        <section key={round}>
          <h3>第 {round} 轮</h3>
          <ul>
            {past
              .filter((visit) => visit.round === round)
              .map(({ step, mark, outcome }) => (
                <li key={step.id}>
                  {step.title}
                  <span class="duty__when">
                    {outcome ? `${outcome.label} ` : mark?.kind === 'skipped' ? '不适用 ' : '完成 '}
                    {mark && formatMoment(mark.at, Date.now())}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
