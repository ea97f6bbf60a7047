import { isoDay } from '../../model/format-day.ts';
import { skipWords } from '../../progress/runs/count.ts';
import { isOpen, type Visit } from '../../progress/runs/walk.ts';
import { formatMoment } from '../shared/format-time.ts';
import { useRun } from './run-context.ts';

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
      {signed.map(({ role, name }) => (
        <SealMark key={role} role={role} name={name} day={isoDay(new Date(mark.at))} />
      ))}
    </>
  );
}

/** The seal of a sign-off: a square with role and day, as stamped on paper. */
function SealMark({ role, name, day }: { role: string; name: string; day: string }) {
  return (
    <span class="seal-mark">
      <svg viewBox="0 0 64 64" width="52" height="52" aria-hidden="true">
        <rect x="3" y="3" width="58" height="58" rx="3" />
        <text x="32" y="28" text-anchor="middle" class="seal-mark__role">
          {[...role].slice(0, 5).join('')}
        </text>
        <text x="32" y="47" text-anchor="middle" class="seal-mark__day">
          {day.slice(2).replaceAll('-', '.')}
        </text>
      </svg>
      <span class="seal-mark__words">
        {role}：{name}
        <span class="seal-mark__claim">自行声明</span>
      </span>
    </span>
  );
}
