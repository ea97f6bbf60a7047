import { useState } from 'preact/hooks';
import { draftInRun } from '../../model/storage-names.ts';
import { isSigned } from '../../progress/runs/signings.ts';
import { append } from '../../stores/runs/actions.ts';
import { useDraft } from '../shared/use-draft.ts';
import { ReasonForm } from './ReasonForm.tsx';
import type { StepProps } from './step-props.ts';
import { useRun } from './run-context.ts';

/** Leaves an optional step out with one click, and takes it in again. */
export function NotApplicable({ visit, onDone }: StepProps) {
  const { run, say } = useRun();
  const { step, round, mark } = visit;
  const skipped = mark?.kind === 'skipped';
  // What is signed is changed by 更改签字 alone.
  if (isSigned(visit)) return null;
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
  const draft = useDraft(draftInRun(run.id, `skip:${round}:${step.id}`));
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
  if (!asking && draft.text === undefined) {
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
  const skip = (reason: string) => {
    append(run.id, { kind: 'skip', step: step.id, round, reason });
    setAsking(false);
    say(`已跳过：${step.title}`);
    onDone?.();
  };
  return (
    <ReasonForm
      question={step.critical ? '这是关键步骤，为什么跳过' : '为什么跳过'}
      missing="写一句为什么跳过，它会一直显示在这里。"
      submit="跳过这一步"
      draft={draft}
      asked={asking}
      onSubmit={skip}
      onCancel={() => setAsking(false)}
    />
  );
}
