import { stepNumber } from '../../model/template.ts';
import { RunStep } from './RunStep.tsx';
import { useRun } from './run-context.ts';

/** The whole run as a list, phase by phase. */
export function RunList() {
  const { template, walk } = useRun();
  const visits = new Map(walk.live.map((visit) => [visit.step.id, visit]));
  return (
    <div class="run-phases">
      {template.phases.map((phase, index) => (
        <section key={phase.id} class="phase" aria-labelledby={`run-${phase.id}`}>
          <h2 id={`run-${phase.id}`} class="phase__title">
            <span class="phase__number">{index + 1}</span>
            {phase.title}
          </h2>
          <ol class="run-steps">
            {phase.steps.map((step) => {
              const visit = visits.get(step.id);
              return (
                <li key={step.id}>
                  {visit ? (
                    <RunStep visit={visit} />
                  ) : (
                    <p class="run-step run-step--off">
                      <span class="tick__number">{stepNumber(template, step.id)}</span>
                      {step.title}
                      <span class="tag">
                        {walk.standing.get(step.id) === 'ahead' ? '等前面的关口' : '未经过'}
                      </span>
                    </p>
                  )}
                </li>
              );
            })}
          </ol>
          <p class="phase__pause">
            <span class="phase__pause-label">停一下</span>
            {phase.pause}
          </p>
        </section>
      ))}
    </div>
  );
}
