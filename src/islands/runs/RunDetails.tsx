import { useState } from 'preact/hooks';
import { draftInRun } from '../../model/storage-names.ts';
import { append } from '../../stores/runs/actions.ts';
import { useDraft } from '../shared/use-draft.ts';
import { useRun } from './run-context.ts';

/** Changes the job code and the due date. */
export function RunDetails() {
  const { run, say } = useRun();
  const code = useDraft(draftInRun(run.id, 'code'), run.code);
  const due = useDraft(draftInRun(run.id, 'due'), run.dueOn);
  // Open from the start where something was left unfinished; from then on as the reader has it.
  const [unfinished] = useState([code, due].some(({ text }) => text !== undefined));
  if (run.status !== 'open') return null;
  const save = (event: Event) => {
    event.preventDefault();
    const newCode = code.text?.trim() ?? run.code;
    const newDue = due.text ?? run.dueOn ?? '';
    if (newCode !== '' && newCode !== run.code) append(run.id, { kind: 'rename', code: newCode });
    if (newDue !== (run.dueOn ?? '')) append(run.id, { kind: 'due', on: newDue });
    code.drop();
    due.drop();
    say('编号和日期已存');
  };
  return (
    <details class="run__fold" open={unfinished}>
      <summary>编号和截止日期</summary>
      <form class="run__form" onSubmit={save}>
        <label class="field">
          <span class="field__label">项目编号</span>
          <input
            type="text"
            value={code.text ?? run.code}
            maxLength={40}
            required
            autocomplete="off"
            onInput={(event) => code.write(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="field__label">截止日期（可以不填）</span>
          <input
            type="date"
            value={due.text ?? run.dueOn ?? ''}
            onInput={(event) => due.write(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          存下
        </button>
      </form>
    </details>
  );
}
