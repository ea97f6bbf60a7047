import { useState } from 'preact/hooks';
import { templateSteps } from '../../model/template.ts';
import { countRun, settledWords } from '../../progress/runs/count.ts';
import { isOpen } from '../../progress/runs/walk.ts';
import { RunStep } from './RunStep.tsx';
import { useRun } from './run-context.ts';

/**
 * One step at a time.
 *
 * @param props.first id of the step to begin with; the first open one when it is left out
 */
export function RunStepView({ first }: { first?: string | undefined }) {
  const { template, walk } = useRun();
  // A step that one has paged to stays, until the run moves on from it.
  const [chosen, setChosen] = useState(first);
  const { live } = walk;
  const chosenIndex = live.findIndex((visit) => visit.step.id === chosen);
  const currentIndex = walk.current ? live.indexOf(walk.current) : live.length - 1;
  const index = chosenIndex >= 0 ? chosenIndex : currentIndex;
  const visit = live[index];
  if (!visit) return null;

  const phaseIndex = template.phases.findIndex((p) => p.steps.some((s) => s.id === visit.step.id));
  const phase = template.phases[phaseIndex];
  const steps = templateSteps(template);
  const previous = live[index - 1];
  const next = live[index + 1];
  const place = phase ? phase.steps.findIndex((s) => s.id === visit.step.id) + 1 : 0;
  const endsPhase = phase?.steps.at(-1)?.id === visit.step.id;

  return (
    <section class="walkthrough" aria-label="逐步">
      <ol class="phase-line">
        {template.phases.map((each, i) => (
          <li key={each.id} aria-current={i === phaseIndex ? 'step' : undefined}>
            {each.title}
          </li>
        ))}
      </ol>
      <p class="walkthrough__where">
        第 {phaseIndex + 1} 阶段“{phase?.title}”，本阶段第 {place} 步，共 {phase?.steps.length}{' '}
        步；全程第 {steps.findIndex((s) => s.id === visit.step.id) + 1} 步，共 {steps.length} 步
      </p>
      {walk.complete && chosenIndex < 0 && (
        <p class="notice">
          {settledWords(countRun(walk))}；流程到了“{walk.end?.title}
          ”。按“结束执行”收尾，随时可以重新打开。
        </p>
      )}
      <RunStep
        key={`${visit.step.id}:${visit.round}`}
        visit={visit}
        detailed
        onDone={() => setChosen(undefined)}
      />
      {endsPhase && phase && (
        <p class="phase__pause">
          <span class="phase__pause-label">停一下</span>
          {phase.pause}
        </p>
      )}
      <p class="walkthrough__pager">
        <button
          type="button"
          class="button"
          disabled={!previous}
          onClick={() => setChosen(previous?.step.id)}
        >
          上一步
        </button>
        <button
          type="button"
          class="button"
          disabled={!next}
          onClick={() => setChosen(next?.step.id)}
        >
          下一步
        </button>
        {walk.current && walk.current !== visit && (
          <button type="button" class="button" onClick={() => setChosen(undefined)}>
            回到第一个未完成的步骤
          </button>
        )}
      </p>
      {!next && isOpen(visit) && visit.step.outcomes && (
        <p class="walkthrough__hint">这一步是关口：作了决定，后面的步骤才打开。</p>
      )}
    </section>
  );
}
