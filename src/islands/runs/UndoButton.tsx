import { describeEvent } from '../../progress/runs/describe.ts';
import { append } from '../../stores/runs/actions.ts';
import { $runs } from '../../stores/runs/memory.ts';
import { useRun } from './run-context.ts';

/** Takes the last thing back that was done to the run. */
export function UndoButton({ quiet = false }: { quiet?: boolean }) {
  const { run, template, say } = useRun();
  const undo = () => {
    const event = $runs.get()[run.id]?.find(({ id }) => id === run.lastEvent);
    if (!event) return;
    append(run.id, { kind: 'undo', target: event.id });
    say(`已撤销：${describeEvent(event, template)}`);
  };
  return (
    <button
      type="button"
      class={quiet ? 'button button--quiet' : 'button'}
      onClick={undo}
      disabled={run.status !== 'open' || !run.lastEvent}
    >
      撤销
    </button>
  );
}
