import { href } from '../../model/address.ts';
import { isGateKind, STEP_KIND_LABEL } from '../../model/vocabulary.ts';
import { readyToFinishWords } from '../../progress/runs/count.ts';
import type { Walk } from '../../progress/runs/walk.ts';
import type { TodayStep } from '../../progress/today/steps.ts';
import { dueWords } from './today-words.ts';

interface Props {
  step: TodayStep;
  now: Date;
  onTick: () => void;
}

/** What a run asks for: to be ticked here, or a way into the run where it needs more. */
export function StepRow({ step: { run, visit, due, owner, isTickable }, now, onTick }: Props) {
  const isNext = visit === run.walk?.current;
  const address = href(`/runs/#${run.id}${visit && !isNext ? `/${visit.step.id}` : ''}`);
  const kind = visit?.step.kind;
  return (
    <li class="today__item" data-handbook={run.workflow.split('/')[0]}>
      {isTickable && visit ? (
        <label class="tick">
          <input type="checkbox" class="tick__box" checked={false} onChange={onTick} />
          <span class="tick__text">{visit.step.title}</span>
        </label>
      ) : (
        <a class="today__open" href={address}>
          <span class="today__gate" aria-hidden="true" />
          <span>{visit?.step.title ?? waitingWords(run.walk)}</span>
        </a>
      )}
      <p class="today__meta">
        {kind && isGateKind(kind) && <span class="tag">{STEP_KIND_LABEL[kind]}</span>}
        {visit?.step.optional && <span class="tag">视情况</span>}
        {due && (
          <span class="today__due" data-late={due.at <= +now ? '' : undefined}>
            {dueWords(due, now)}
          </span>
        )}
        {owner && <span>谁做：{owner}</span>}
        <a class="today__run" href={address}>
          {run.code}
          {run.template && ` ${run.template.title}`}
        </a>
      </p>
    </li>
  );
}

function waitingWords(walk: Walk | undefined): string {
  return walk ? readyToFinishWords(walk) : '文本缺失，打开看看';
}
