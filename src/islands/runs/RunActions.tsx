import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { resolveWorkflow, type RunIndex } from '../../model/run-index.ts';
import { append } from '../../stores/runs/actions.ts';
import { Late } from '../shared/Late.tsx';
import { duplicateRun } from './start.ts';
import { useRun } from './run-context.ts';
import { RunWaysOut } from './RunWaysOut.tsx';

/** What else can be done with a run: taken along, duplicated, put away, deleted. */
export function RunActions({ index }: { index: RunIndex }) {
  const { run, template, say } = useRun();
  /** How often a copy could not be made; 0 when it could. */
  const [late, setLate] = useState(0);

  /** Grows with each deed here: what another one said goes. */
  const [turn, setTurn] = useState(0);

  const duplicate = async () => {
    setTurn(turn + 1);
    const workflow = resolveWorkflow(index, run.workflow);
    const copied = duplicateRun(run, template, workflow.present, index.edition);
    const id = await copied.catch(() => undefined);
    setLate(id ? 0 : late + 1);
    if (!id) return;
    location.assign(href(`/runs/#${id}`));
    say('已复制为新的执行');
  };
  const change = (kind: 'archive' | 'unarchive' | 'remove', words: string) => () => {
    append(run.id, { kind });
    say(words);
  };

  return (
    <details class="run__fold">
      <summary>复制、打印、导出和更多</summary>
      <RunWaysOut key={turn} />
      <div class="run__actions">
        <button type="button" class="button" onClick={() => void duplicate()}>
          复制为新的执行
        </button>
        {run.status === 'finished' && (
          <button type="button" class="button" onClick={change('archive', '已归档')}>
            归档
          </button>
        )}
        {run.status === 'archived' && (
          <button type="button" class="button" onClick={change('unarchive', '已取出归档')}>
            取出归档
          </button>
        )}
        {run.status !== 'removed' && (
          <button
            type="button"
            class="button button--danger"
            onClick={change('remove', '已删除，可以恢复')}
          >
            删除
          </button>
        )}
      </div>
      {late > 0 && <Late isAsked key={late} what="没有复制成新的执行。" />}
    </details>
  );
}
