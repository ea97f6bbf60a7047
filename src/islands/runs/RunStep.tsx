import { href, pathOf } from '../../model/address';
import { itemReference } from '../../model/reference';
import { timeLimitLabel, type WorkflowTemplate } from '../../model/template';
import { STEP_KIND_LABEL } from '../../model/vocabulary';
import { isOpen, openCriticalBefore, type Visit, type Walk } from '../../progress/walk';
import { append } from '../../stores/runs';
import { formatMoment } from '../format-time';
import { stepNumber, type RunSummary } from './run-summaries';

interface Props {
  run: RunSummary;
  template: WorkflowTemplate;
  walk: Walk;
  visit: Visit;
  say: (words: string) => void;
  /** Shows who, when done and who signs; lists leave it out. */
  detailed?: boolean;
  /** Called after the step was done, skipped or decided. */
  onDone?: () => void;
}

/** One step of a run with what can be done about it. */
export function RunStep(props: Props) {
  const { run, template, visit, detailed } = props;
  const { step, round } = visit;
  const number = stepNumber(template, step.id);
  return (
    <div
      class="run-step"
      data-standing={isOpen(visit) ? 'open' : visit.mark?.kind === 'skipped' ? 'skipped' : 'done'}
    >
      {step.outcomes ? <Gate {...props} number={number} /> : <Action {...props} number={number} />}
      <p class="step__meta">
        <span class="step__by">{step.by}</span>
        {step.kind !== 'action' && <span class="tag">{STEP_KIND_LABEL[step.kind]}</span>}
        {step.within && <span class="tag tag--critical">{timeLimitLabel(step.within)}</span>}
        {step.critical && <span class="tag tag--critical">关键</span>}
        {step.optional && <span class="tag">视情况</span>}
        {round > 1 && <span class="tag">第 {round} 轮</span>}
        <Stamp visit={visit} />
      </p>
      {detailed && (
        <dl class="step__facts">
          {step.optional && <Fact name="何时需要" value={step.optional} />}
          <Fact name="做到什么样" value={step.doneWhen} />
          {step.signers && <Fact name="谁签字" value={step.signers.join('、')} />}
          <div>
            <dt>怎么做</dt>
            <dd>
              <a href={href(pathOf(itemReference(template.workflow, step.id)))}>手册里的这一步</a>
              {step.techniques?.map((technique) => (
                <>
                  、<a href={href(pathOf(technique.page))}>{technique.title}</a>
                </>
              ))}
            </dd>
          </div>
        </dl>
      )}
      {step.optional && run.status === 'open' && <Skip {...props} />}
    </div>
  );
}

function Action({ run, visit, say, onDone, number, detailed }: Props & { number: number }) {
  const { step, round } = visit;
  const done = visit.mark?.kind === 'done';
  const toggle = (checked: boolean) => {
    append(run.id, { kind: checked ? 'tick' : 'untick', step: step.id, round });
    say(checked ? `已完成：${step.title}` : `已取消：${step.title}`);
    if (checked) onDone?.();
  };
  return (
    <label class="tick">
      <input
        type="checkbox"
        class="tick__box"
        checked={done}
        disabled={run.status !== 'open'}
        onChange={(event) => toggle(event.currentTarget.checked)}
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

function Gate({ run, template, walk, visit, say, onDone, number }: Props & { number: number }) {
  const { step, round } = visit;
  const held = openCriticalBefore(walk, visit);
  const placeOf = (id: string) => {
    const at = stepNumber(template, id);
    if (at > 0) {
      const target = template.phases.flatMap((p) => p.steps)[at - 1];
      return `${at < number ? '回到' : '到'}第 ${at} 步“${target?.short}”`;
    }
    return `结束：${template.ends.find((end) => end.id === id)?.title}`;
  };
  return (
    <fieldset class="gate" disabled={run.status !== 'open' || held.length > 0}>
      <legend class="gate__title">
        <span class="gate__diamond" aria-hidden="true">
          <span>{number}</span>
        </span>
        {step.title}
      </legend>
      {held.length > 0 && (
        <p class="gate__held">先完成关键步骤：{held.map((each) => each.step.title).join('、')}</p>
      )}
      <div class="gate__outcomes">
        {step.outcomes?.map((outcome) => (
          <button
            key={outcome.id}
            type="button"
            class="button gate__outcome"
            aria-pressed={visit.outcome?.id === outcome.id}
            onClick={() => {
              append(run.id, { kind: 'choose', step: step.id, round, outcome: outcome.id });
              say(`${step.title}：${outcome.label}，${placeOf(outcome.to)}`);
              onDone?.();
            }}
          >
            <span class="gate__label">{outcome.label}</span>
            <span class="gate__to">{placeOf(outcome.to)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Skip({ run, visit, say, onDone }: Props) {
  const { step, round, mark } = visit;
  const skipped = mark?.kind === 'skipped';
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

function Stamp({ visit }: { visit: Visit }) {
  const { mark, outcome } = visit;
  if (!mark) return null;
  const words = mark.kind === 'skipped' ? '不适用' : mark.kind === 'done' ? '完成' : outcome?.label;
  if (!words) return null;
  return (
    <span class="step__stamp">
      {words}{' '}
      <time dateTime={new Date(mark.at).toISOString()}>{formatMoment(mark.at, Date.now())}</time>
    </span>
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
