import { useId, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { isDay } from '../../model/day.ts';
import { countItems, isAsked } from '../../progress/training/agenda.ts';
import type { StartedPlan } from '../../progress/training/fold.ts';
import { leavePlan, startPlan, withdraw } from '../../stores/training.ts';
import { ProgressBar } from '../shared/ProgressBar.tsx';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import { countWords, startWords } from './train-words.ts';
import type { Training } from './use-training.ts';

interface Props {
  start: StartedPlan;
  training: Training;
  onAction: (action: UndoableAction) => void;
}

/** One open plan: how far it is, since when, and how to change or leave it. */
export function PlanHead({ start, training, onAction }: Props) {
  const [asking, setAsking] = useState(false);
  const [day, setDay] = useState(start.day);
  const id = useId();
  const { plan } = start;
  const count = countItems(training.items, start.id);
  const next = training.items.find((item) => item.plans.includes(start.id) && isAsked(item));
  const item = next && training.handbook.itemOf(next.ref);
  const leave = () => {
    const left = leavePlan(start.id);
    onAction({
      words: `不再跟这份计划：${plan.title}。确认过的都留着`,
      takeBack: () => withdraw(left),
    });
  };
  const move = (event: Event) => {
    event.preventDefault();
    setAsking(false);
    if (!isDay(day) || day === start.day) return;
    const moved = startPlan(plan, day, start.id);
    onAction({
      words: `${plan.title}：改为${startWords(day)}`,
      takeBack: () => startPlan(plan, start.day, moved),
    });
  };
  return (
    <li class="train-plan">
      <h3>{plan.title}</h3>
      <ProgressBar
        label={plan.title}
        done={count.done}
        total={count.total}
        unit="项"
        words={countWords(count)}
      />
      <p class="train-plan__words">{startWords(start.day)}</p>
      {next && (
        <p class="train-plan__next">
          下一项：
          {item ? <a href={href(item.path)}>{item.text}</a> : next.ref}
        </p>
      )}
      {!next && count.total > 0 && <p class="train-plan__next">都做完了。</p>}
      {asking ? (
        <form class="train-plan__actions" onSubmit={move}>
          <label class="field">
            <span class="field__label">从哪天开始</span>
            <input
              type="date"
              required
              value={day}
              aria-describedby={`${id}-help`}
              onInput={(event) => setDay(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button">
            改日子
          </button>
          <button type="button" class="button button--quiet" onClick={() => setAsking(false)}>
            不改了
          </button>
          <p id={`${id}-help`} class="field__help">
            到期的日子跟着变；确认过的都留着。
          </p>
        </form>
      ) : (
        <div class="train-plan__actions">
          <button
            type="button"
            class="button button--quiet"
            aria-label={`改开始的日子：${plan.title}`}
            onClick={() => setAsking(true)}
          >
            改开始的日子
          </button>
          <button
            type="button"
            class="button button--quiet"
            aria-label={`不跟了：${plan.title}`}
            onClick={leave}
          >
            不跟了
          </button>
        </div>
      )}
    </li>
  );
}
