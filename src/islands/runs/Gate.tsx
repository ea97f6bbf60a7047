import { useId, useState } from 'preact/hooks';
import type { TemplateOutcome } from '../../model/template.ts';
import { parseSignatures } from '../../progress/runs/event.ts';
import { draftInRun } from '../../model/storage-names.ts';
import { isSigned } from '../../progress/runs/signings.ts';
import { openCriticalBefore } from '../../progress/runs/walk.ts';
import { append } from '../../stores/runs/actions.ts';
import { EarlierSignings } from './EarlierSignings.tsx';
import { useDraft } from '../shared/use-draft.ts';
import { placeOf } from './place-of.ts';
import type { StepProps } from './step-props.ts';
import { useRun } from './run-context.ts';
import { SignatureFields } from './SignatureFields.tsx';

/** A gate: its outcomes as buttons with where they lead; for a sign-off, who signs. */
export function Gate({ visit, onDone, number }: StepProps & { number: number }) {
  const { run, template, walk, say } = useRun();
  const { step, round } = visit;
  const signs = step.kind === 'sign-off';
  const chosen = visit.mark?.kind === 'chosen' ? visit.mark : undefined;
  const base = chosen?.signed ?? [];
  const draft = useDraft(draftInRun(run.id, `sign:${round}:${step.id}`), JSON.stringify(base));
  const signed = (draft.text === undefined ? undefined : parseSignatures(draft.text)) ?? base;
  const [problem, setProblem] = useState('');
  const problemId = useId();
  const held = openCriticalBefore(walk, visit);
  const [changing, setChanging] = useState(false);
  const signedBefore = isSigned(visit);
  const locked = signedBefore && !changing && draft.text === undefined;

  const choose = (outcome: TemplateOutcome) => {
    const names = signed
      .map(({ role, name }) => ({ role: role.trim(), name: name.trim() }))
      .filter(({ name }) => name !== '');
    if (signs && names.length === 0) {
      setProblem('先写上签字人的姓名或称呼，再选结果。');
      return;
    }
    setProblem('');
    setChanging(false);
    draft.drop();
    append(run.id, {
      kind: 'choose',
      step: step.id,
      round,
      outcome: outcome.id,
      ...(signs ? { signed: names } : {}),
    });
    say(`${step.title}：${outcome.label}，${placeOf(template, number, outcome.to)}`);
    onDone?.();
  };

  return (
    <>
      <fieldset class="gate" disabled={run.status !== 'open' || held.length > 0 || locked}>
        <legend class="gate__title">
          <span class="gate__diamond" aria-hidden="true">
            <span>{number}</span>
          </span>
          {step.title}
        </legend>
        {held.length > 0 && (
          <p class="gate__held">先完成关键步骤：{held.map((each) => each.step.title).join('、')}</p>
        )}
        {signs && !locked && (
          <SignatureFields
            roles={step.signers ?? [step.by]}
            signed={signed}
            onChange={(typed) => draft.write(JSON.stringify(typed))}
            invalid={problem !== ''}
            problemId={problemId}
          />
        )}
        <p id={problemId} class="field__problem" role="alert">
          {problem}
        </p>
        <div class="gate__outcomes">
          {step.outcomes?.map((outcome) => (
            <button
              key={outcome.id}
              type="button"
              class="button gate__outcome"
              aria-pressed={visit.outcome?.id === outcome.id}
              onClick={() => choose(outcome)}
            >
              <span class="gate__label">{outcome.label}</span>
              <span class="gate__to">{placeOf(template, number, outcome.to)}</span>
            </button>
          ))}
        </div>
      </fieldset>
      {signedBefore && run.status === 'open' && (
        <p class="gate__locked">
          {locked ? '已经签字，锁住了。' : '改了以后，原来的签字留在历史里。'}
          <button
            type="button"
            class="button button--quiet"
            aria-label={`${locked ? '更改签字' : '不改了'}：${step.title}`}
            onClick={() => {
              draft.drop();
              setProblem('');
              setChanging(locked);
            }}
          >
            {locked ? '更改签字' : '不改了'}
          </button>
        </p>
      )}
      <EarlierSignings visit={visit} />
    </>
  );
}
