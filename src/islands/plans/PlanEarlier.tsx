import { useId, useState } from 'preact/hooks';
import { planCodeInText, readPlanCode, type MadePlan } from '../../progress/training/plan-code.ts';

interface Props {
  onRead: (made: MadePlan) => void;
}

const PROBLEMS = {
  none: '这里面没有计划的链接：要 /train/open/?p= 的那一条，整条消息粘进来也行。',
  damaged: '链接不完整，读不出来：请再复制一次，从头到尾都要。',
  newer: '这份计划是新版网站做的，这一版读不懂。请先刷新页面，再试一次。',
} as const;

/** Takes a plan that was sent before, to be corrected: what comes of it says which one it replaces. */
export function PlanEarlier({ onRead }: Props) {
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<keyof typeof PROBLEMS | undefined>();
  const problemId = useId();
  const read = async (event: Event) => {
    event.preventDefault();
    const code = planCodeInText(pasted);
    const found = code === '' ? 'none' : await readPlanCode(code);
    if (typeof found === 'string') return setProblem(found);
    setProblem(undefined);
    setPasted('');
    onRead(found.value);
  };
  return (
    <details class="plan-picker__fold">
      <summary>改一份发过的计划</summary>
      <form class="plan-maker__form plan-maker__earlier" onSubmit={(event) => void read(event)}>
        <label class="field">
          <span class="field__label">粘贴它的链接，或者发过的那条消息</span>
          <textarea
            rows={3}
            value={pasted}
            spellcheck={false}
            aria-describedby={problemId}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        </label>
        <p id={problemId} class="field__problem" role="alert">
          {problem && PROBLEMS[problem]}
        </p>
        <button type="submit" class="button" disabled={pasted.trim() === ''}>
          拿来改
        </button>
      </form>
    </details>
  );
}
