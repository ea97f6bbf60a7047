import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { resolveWorkflow, type RunIndex } from '../../model/run-index.ts';
import { append } from '../../stores/runs/actions.ts';
import { duplicateRun } from './start.ts';
import { useRun } from './run-context.ts';
import { RunWaysOut } from './RunWaysOut.tsx';

/** What else can be done with a run: taken along, duplicated, put away, deleted. */
export function RunActions({ index }: { index: RunIndex }) {
  const { run, template, say } = useRun();
  const [problem, setProblem] = useState('');

  const duplicate = async () => {
    setProblem('');
    try {
      const workflow = resolveWorkflow(index, run.workflow);
      const id = await duplicateRun(run, template, workflow.present, index.edition);
      location.assign(href(`/runs/#${id}`));
      say('已复制为新的执行');
    } catch {
      setProblem('没有复制成：流程文本没有取到。');
    }
  };
  const change = (kind: 'archive' | 'unarchive' | 'remove', words: string) => () => {
    append(run.id, { kind });
    say(words);
  };

  return (
    <details class="run__fold">
      <summary>复制、打印、导出和更多</summary>
      <RunWaysOut />
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
      <p class="field__problem" role="alert">
        {problem}
      </p>
    </details>
  );
}
