import { isoDay } from '../../model/format-day.ts';
import { skipWords } from '../../progress/runs/count.ts';
import { isOpen, type Visit } from '../../progress/runs/walk.ts';
import { formatMoment } from '../shared/format-time.ts';
import { useRun } from './run-context.ts';
import { SealSquare } from './SealSquare.tsx';

/** What was done at a step and when; for a sign-off, its seal; for a skipped step, why. */
export function Stamp({ visit }: { visit: Visit }) {
  const { now } = useRun();
  const { mark, outcome, step } = visit;
  if (!mark || isOpen(visit)) return null;
  const words =
    mark.kind === 'done' ? '完成' : mark.kind === 'chosen' ? outcome?.label : skipWords(step, mark);
  const signed = mark.kind === 'chosen' ? (mark.signed ?? []) : [];
  return (
    <>
      <span class="step__stamp">
        {words}{' '}
        <time dateTime={new Date(mark.at).toISOString()}>{formatMoment(mark.at, +now)}</time>
      </span>
      {signed.length > 0 && (
        <span class="seal-row">
          {signed.map(({ role, name }) => (
            <SealMark key={role} role={role} name={name} day={isoDay(new Date(mark.at))} />
          ))}
        </span>
      )}
    </>
  );
}

/** The seal of a sign-off: a square with role and day, as stamped on paper. */
function SealMark({ role, name, day }: { role: string; name: string; day: string }) {
  return (
    <span class="seal-mark">
      <SealSquare role={role} day={day} />
      <span class="seal-mark__words">
        <span class="seal-mark__role">{role}：</span>
        {name}
        <span class="seal-mark__claim">自行声明</span>
      </span>
    </span>
  );
}
