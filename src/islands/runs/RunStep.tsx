import { href, pathOf } from '../../model/address.ts';
import { itemReference } from '../../model/reference.ts';
import { stepNumber } from '../../model/template.ts';
import { isOpen, roundWords } from '../../progress/runs/walk.ts';
import { StepTags } from '../shared/StepTags.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { DeadlineLine } from './DeadlineLine.tsx';
import { Gate } from './Gate.tsx';
import { NotApplicable, SkipWithReason } from './SkipStep.tsx';
import { useRun } from './run-context.ts';
import { Stamp } from './Stamp.tsx';
import { StepNote } from './StepNote.tsx';
import { StepPlan } from './StepPlan.tsx';
import type { StepProps } from './step-props.ts';
import { useTick } from './use-tick.ts';

/** One step of a run with what can be done about it. */
export function RunStep(props: StepProps) {
  const { run, template } = useRun();
  const { visit, detailed } = props;
  const { step } = visit;
  const number = stepNumber(template, step.id);
  const owner = run.owners.get(step.id);
  const standing = isOpen(visit) ? 'open' : visit.mark?.kind === 'skipped' ? 'skipped' : 'done';
  return (
    <div class="run-step" data-standing={standing}>
      {step.outcomes ? <Gate {...props} number={number} /> : <Action {...props} number={number} />}
      <p class="step__meta">
        <span class="step__by">{step.by}</span>
        {owner && <span>谁做：{owner}</span>}
        <StepTags step={step} />
        {visit.repeated && <span class="tag">{roundWords(visit)}</span>}
        <Stamp visit={visit} />
      </p>
      <DeadlineLine visit={visit} />
      <ConfirmStep visit={visit} />
      {detailed && (
        <dl class="step__facts">
          {step.optional && <Fact name="何时需要" value={step.optional} />}
          <Fact name="做到什么样" value={step.doneWhen} />
          {step.signers && <Fact name="谁签字" value={step.signers.join('、')} />}
          <div>
            <dt>怎么做</dt>
            <dd>
              <a href={href(pathOf(itemReference(run.workflow, step.id)))}>手册里的这一步</a>
              {step.techniques?.map((technique) => (
                <>
                  、<a href={href(pathOf(technique.page))}>{technique.title}</a>
                </>
              ))}
            </dd>
          </div>
          {step.forms && (
            <div>
              <dt>表单</dt>
              <dd>
                {step.forms.map(({ title, item }, index) => (
                  <>
                    {index > 0 && '、'}
                    <a href={href(pathOf(item))}>{title}</a>
                  </>
                ))}
              </dd>
            </div>
          )}
        </dl>
      )}
      <div class="run-step__more">
        {run.status === 'open' &&
          (step.optional ? <NotApplicable {...props} /> : <SkipWithReason {...props} />)}
        <StepPlan visit={visit} />
        <StepNote visit={visit} />
      </div>
    </div>
  );
}

function Action({ visit, onDone, number, detailed }: StepProps & { number: number }) {
  const { run } = useRun();
  const { step } = visit;
  const tick = useTick(visit, onDone);
  return (
    <label class="tick">
      <input
        type="checkbox"
        class="tick__box"
        checked={visit.mark?.kind === 'done'}
        disabled={run.status !== 'open'}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      <span class="tick__text">
        {!detailed && (
          <span class="tick__number" aria-hidden="true">
            {number}
          </span>
        )}
        {step.title}
      </span>
    </label>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
