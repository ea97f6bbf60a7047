import { useId, useState } from 'preact/hooks';
import { isOpen } from '../../progress/walk';
import { append } from '../../stores/runs';
import { focusOnce } from '../focus-once';
import { useRun } from './scope';

/** Finishes a run with steps still open: only with a reason, which stays visible. */
export function EarlyFinish() {
  const { run, walk, say } = useRun();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const id = useId();
  const critical = walk.live.filter((visit) => visit.step.critical && isOpen(visit));

  if (!asking) {
    return (
      <button type="button" class="button" onClick={() => setAsking(true)}>
        提前结束……
      </button>
    );
  }
  const finish = (event: Event) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setProblem('写一句为什么提前结束，它会一直显示在这里。');
      return;
    }
    append(run.id, { kind: 'finish', reason: reason.trim() });
    say('执行已提前结束');
  };
  return (
    <form class="skip" onSubmit={finish}>
      {critical.length > 0 && (
        <p class="gate__held">
          还没做的关键步骤：{critical.map((visit) => visit.step.title).join('、')}
        </p>
      )}
      <label class="field">
        <span class="field__label">为什么提前结束</span>
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
        提前结束
      </button>
      <button type="button" class="button button--quiet" onClick={() => setAsking(false)}>
        算了
      </button>
    </form>
  );
}
