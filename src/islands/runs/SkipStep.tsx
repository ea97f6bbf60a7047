import { useId, useState } from 'preact/hooks';
import { append } from '../../stores/runs';
import type { StepProps } from './RunStep';
import { focusOnce } from '../focus-once';
import { useRun } from './scope';

/** Leaves an optional step out with one click, and takes it in again. */
export function NotApplicable({ visit, onDone }: StepProps) {
  const { run, say } = useRun();
  const { step, round, mark } = visit;
  const skipped = mark?.kind === 'skipped';
  const toggle = () => {
    append(run.id, { kind: skipped ? 'untick' : 'skip', step: step.id, round });
    say(skipped ? `改为需要：${step.title}` : `不适用：${step.title}`);
    if (!skipped) onDone?.();
  };
  return (
    <button
      type="button"
      class="button"
      aria-label={`不适用：${step.title}`}
      aria-pressed={skipped}
      onClick={toggle}
    >
      不适用
    </button>
  );
}

/** Leaves out a step that always applies: only with a reason, which stays visible. */
export function SkipWithReason({ visit, onDone }: StepProps) {
  const { run, say } = useRun();
  const { step, round, mark } = visit;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const id = useId();
  // A gate has to be decided: without an answer there is no way on.
  if (step.outcomes || mark?.kind === 'done') return null;

  if (mark?.kind === 'skipped') {
    const takeBack = () => {
      append(run.id, { kind: 'untick', step: step.id, round });
      say(`不再跳过：${step.title}`);
    };
    return (
      <button
        type="button"
        class="button"
        aria-label={`不再跳过：${step.title}`}
        onClick={takeBack}
      >
        不再跳过
      </button>
    );
  }
  if (!asking) {
    return (
      <button
        type="button"
        class="button button--quiet"
        aria-label={`跳过：${step.title}`}
        onClick={() => setAsking(true)}
      >
        跳过……
      </button>
    );
  }
  const skip = (event: Event) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setProblem('写一句为什么跳过，它会一直显示在这里。');
      return;
    }
    append(run.id, { kind: 'skip', step: step.id, round, reason: reason.trim() });
    setAsking(false);
    setReason('');
    say(`已跳过：${step.title}`);
    onDone?.();
  };
  return (
    <form class="skip" onSubmit={skip}>
      <label class="field">
        <span class="field__label">
          {step.critical ? '这是关键步骤，为什么跳过' : '为什么跳过'}
        </span>
        <input
          type="text"
          value={reason}
          maxLength={120}
          autocomplete="off"
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={id}
          ref={focusOnce}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <p id={id} class="field__problem" role="alert">
        {problem}
      </p>
      <button type="submit" class="button">
        跳过这一步
      </button>
      <button type="button" class="button button--quiet" onClick={() => setAsking(false)}>
        算了
      </button>
    </form>
  );
}
