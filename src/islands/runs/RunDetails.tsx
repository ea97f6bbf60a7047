import { useState } from 'preact/hooks';
import { append } from '../../stores/runs/actions.ts';
import { useRun } from './run-context.ts';

/** Changes the job code and the due date. */
export function RunDetails() {
  const { run, say } = useRun();
  const [code, setCode] = useState<string | undefined>();
  const [due, setDue] = useState<string | undefined>();
  if (run.status !== 'open') return null;
  const save = (event: Event) => {
    event.preventDefault();
    const newCode = code?.trim() ?? run.code;
    const newDue = due ?? run.dueOn ?? '';
    if (newCode !== '' && newCode !== run.code) append(run.id, { kind: 'rename', code: newCode });
    if (newDue !== (run.dueOn ?? '')) append(run.id, { kind: 'due', on: newDue });
    setCode(undefined);
    setDue(undefined);
    say('编号和日期已存');
  };
  return (
    <details class="run__fold">
      <summary>编号和截止日期</summary>
      <form class="run__form" onSubmit={save}>
        <label class="field">
          <span class="field__label">项目编号</span>
          <input
            type="text"
            value={code ?? run.code}
            maxLength={40}
            required
            autocomplete="off"
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="field__label">截止日期（可以不填）</span>
          <input
            type="date"
            value={due ?? run.dueOn ?? ''}
            onInput={(event) => setDue(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          存下
        </button>
      </form>
    </details>
  );
}
