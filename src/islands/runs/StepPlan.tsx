import { useId, useState } from 'preact/hooks';
import { draftInRun } from '../../model/storage-names.ts';
import { markKey } from '../../progress/runs/fold.ts';
import { OWNER_MAX, SELF } from '../../progress/runs/plans.ts';
import { isOpen, type Visit } from '../../progress/runs/walk.ts';
import { append } from '../../stores/runs/actions.ts';
import { focusOnce } from '../shared/focus-once.ts';
import { useDraft } from '../shared/use-draft.ts';
import { useRun } from './run-context.ts';

/** By which day an open step is to be done, and by whom: set by the reader, for this run alone. */
export function StepPlan({ visit }: { visit: Visit }) {
  const { run, say } = useRun();
  const { step, round } = visit;
  const dueOn = run.stepDues.get(markKey(step.id, round)) ?? '';
  const owner = run.owners.get(step.id) ?? '';
  const day = useDraft(draftInRun(run.id, `day:${round}:${step.id}`), dueOn);
  const who = useDraft(draftInRun(run.id, `owner:${round}:${step.id}`), owner);
  const [asking, setAsking] = useState(false);
  const id = useId();
  const typed = day.text !== undefined || who.text !== undefined;
  if (run.status !== 'open' || (!isOpen(visit) && !typed)) return null;

  if (!asking && !typed) {
    const label = dueOn || owner ? '改人和日期' : '定人和日期';
    return (
      <button
        type="button"
        class="button button--quiet"
        aria-label={`${label}：${step.title}`}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    );
  }
  const close = () => {
    day.drop();
    who.drop();
    setAsking(false);
  };
  const save = (event: Event) => {
    event.preventDefault();
    const newOwner = (who.text ?? owner).trim();
    const newDay = day.text ?? dueOn;
    if (newOwner !== owner) append(run.id, { kind: 'assign', step: step.id, owner: newOwner });
    if (newDay !== dueOn) append(run.id, { kind: 'schedule', step: step.id, round, on: newDay });
    close();
    say(`人和日期已存：${step.title}`);
  };
  const others = [...new Set(run.owners.values())].filter((each) => each !== SELF).sort();
  return (
    <form class="plan-form" onSubmit={save}>
      <label class="field">
        <span class="field__label">谁做</span>
        <input
          type="text"
          value={who.text ?? owner}
          maxLength={OWNER_MAX}
          autocomplete="off"
          list={`${id}-others`}
          aria-describedby={`${id}-help`}
          ref={asking ? focusOnce : null}
          onInput={(event) => who.write(event.currentTarget.value)}
        />
      </label>
      <datalist id={`${id}-others`}>
        {others.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <button type="button" class="button" onClick={() => who.write(SELF)}>
        {SELF}
      </button>
      <label class="field">
        <span class="field__label">哪天以前做完</span>
        <input
          type="date"
          value={day.text ?? dueOn}
          onInput={(event) => day.write(event.currentTarget.value)}
        />
      </label>
      <p id={`${id}-help`} class="field__help">
        {!asking && '这是上次没存的草稿。'}
        都可以不填。写自己人的称呼或岗位，别写客户里的个人姓名。
      </p>
      <button type="submit" class="button">
        存人和日期
      </button>
      <button type="button" class="button button--quiet" onClick={close}>
        不改了
      </button>
    </form>
  );
}
