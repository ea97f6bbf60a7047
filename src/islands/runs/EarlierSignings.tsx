import { markKey } from '../../progress/runs/fold.ts';
import { signingWords } from '../../progress/runs/signings.ts';
import type { Visit } from '../../progress/runs/walk.ts';
import { formatMoment } from '../shared/format-time.ts';
import { useRun } from './run-context.ts';

/** What was signed at a gate before what stands there now. */
export function EarlierSignings({ visit: { step, round, mark } }: { visit: Visit }) {
  const { signings, now } = useRun();
  const earlier = (signings.get(markKey(step.id, round)) ?? []).filter(({ at }) => at !== mark?.at);
  if (earlier.length === 0) return null;
  return (
    <details class="signings">
      <summary>以前的签字（{earlier.length}）</summary>
      <ul>
        {earlier.map((each) => (
          <li key={each.at}>
            {signingWords(step, each)}
            <span class="duty__when">{formatMoment(each.at, +now)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
