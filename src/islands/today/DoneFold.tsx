import { href } from '../../model/address.ts';
import type { DueDuty } from '../../progress/today/duties.ts';
import type { DoneStep } from '../../progress/today/steps.ts';
import { formatMoment } from '../shared/format-time.ts';

interface Props {
  duties: readonly DueDuty[];
  steps: readonly DoneStep[];
  now: Date;
  /** Whose a duty is, where there are several roles. */
  whoseOf: (duty: DueDuty) => string | undefined;
  onUntickDuty: (duty: DueDuty) => void;
  onUntickStep: (step: DoneStep) => void;
}

/** What was done today, each to be taken back. */
export function DoneFold({ duties, steps, now, whoseOf, onUntickDuty, onUntickStep }: Props) {
  const count = duties.length + steps.length;
  if (count === 0) return null;
  return (
    <details class="today__fold" data-done="">
      <summary>今天做完了 {count} 项</summary>
      <ul class="today__list">
        {steps.map((step) => {
          const { run, visit, at, isTickable } = step;
          return (
            <DoneRow
              key={`${run.id}:${visit.round}:${visit.step.id}`}
              handbook={run.workflow.split('/')[0]}
              text={visit.step.title}
              when={formatMoment(at, +now)}
              run={run}
              onUntick={isTickable ? () => onUntickStep(step) : undefined}
            />
          );
        })}
        {duties.map((due) => (
          <DoneRow
            key={due.key}
            handbook={due.role.split('/')[0]}
            text={due.duty.text}
            when={formatMoment(due.at ?? +now, +now)}
            whose={whoseOf(due)}
            onUntick={() => onUntickDuty(due)}
          />
        ))}
      </ul>
    </details>
  );
}

interface RowProps {
  handbook: string | undefined;
  text: string;
  when: string;
  whose?: string | undefined;
  run?: DoneStep['run'];
  /** Absent where it can only be taken back in its run. */
  onUntick: (() => void) | undefined;
}

function DoneRow({ handbook, text, when, whose, run, onUntick }: RowProps) {
  return (
    <li class="today__item" data-handbook={handbook} data-done="">
      {onUntick ? (
        <label class="tick">
          <input type="checkbox" class="tick__box" checked onChange={onUntick} />
          <span class="tick__text">{text}</span>
        </label>
      ) : (
        <p class="today__decided">
          <span class="today__gate" aria-hidden="true" />
          {text}
        </p>
      )}
      <p class="today__meta">
        <span>{when}</span>
        {whose && <span>{whose}</span>}
        {run && (
          <a class="today__run" href={href(`/runs/#${run.id}`)}>
            {run.code}
          </a>
        )}
      </p>
    </li>
  );
}
