import type { Visit } from '../../progress/runs/walk.ts';
import { append } from '../../stores/runs/actions.ts';
import { useRun } from './run-context.ts';

/** Asks whether a mark still holds after its step was reworded. */
export function ConfirmStep({ visit: { step, round, mark } }: { visit: Visit }) {
  const { run, say } = useRun();
  if (!mark?.unconfirmed || run.status !== 'open') return null;
  const confirm = () => {
    append(run.id, { kind: 'confirm', step: step.id, round });
    say(`已确认：${step.title}`);
  };
  return (
    <p class="confirm">
      手册改过这一步，勾选是改之前打的。
      <button type="button" class="button" aria-label={`仍然有效：${step.title}`} onClick={confirm}>
        仍然有效
      </button>
    </p>
  );
}
