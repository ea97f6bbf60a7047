import type { Visit } from '../../progress/runs/walk.ts';
import { append } from '../../stores/runs/actions.ts';
import { useRun } from './run-context.ts';

/** Ticks a step that decides nothing, or takes the tick away, and says so. */
export function useTick({ step, round }: Visit, onDone?: () => void): (checked: boolean) => void {
  const { run, say } = useRun();
  return (checked) => {
    append(run.id, { kind: checked ? 'tick' : 'untick', step: step.id, round });
    say(checked ? `已完成：${step.title}` : `已取消：${step.title}`);
    if (checked) onDone?.();
  };
}
