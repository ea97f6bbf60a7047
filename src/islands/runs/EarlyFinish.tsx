import { useState } from 'preact/hooks';
import { draftInRun } from '../../model/storage-names.ts';
import { isOpen } from '../../progress/runs/walk.ts';
import { append } from '../../stores/runs/actions.ts';
import { useDraft } from '../shared/use-draft.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { useRun } from './run-context.ts';

/** Finishes a run with steps still open: only with a reason, which stays visible. */
export function EarlyFinish() {
  const { run, walk, say } = useRun();
  const [asking, setAsking] = useState(false);
  const critical = walk.live.filter((visit) => visit.step.critical && isOpen(visit));

  const draft = useDraft(draftInRun(run.id, 'finish'));
  if (!asking && draft.text === undefined) {
    return (
      <button type="button" class="button" onClick={() => setAsking(true)}>
        提前结束……
      </button>
    );
  }
  const finish = (reason: string) => {
    append(run.id, { kind: 'finish', reason });
    say('执行已提前结束');
  };
  return (
    <ReasonForm
      question="为什么提前结束"
      missing="写一句为什么提前结束，它会一直显示在这里。"
      submit="提前结束"
      draft={draft}
      asked={asking}
      onSubmit={finish}
      onCancel={() => setAsking(false)}
    >
      {critical.length > 0 && (
        <p class="gate__held">
          还没做的关键步骤：{critical.map((visit) => visit.step.title).join('、')}
        </p>
      )}
    </ReasonForm>
  );
}
