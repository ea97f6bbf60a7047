import { useEffect, useState } from 'preact/hooks';
import type { ResolvedWorkflow } from '../../model/run-index.ts';
import type { TemplateStep, WorkflowTemplate } from '../../model/template.ts';
import { compareTemplates, type TemplateChange } from '../../progress/runs/compare.ts';
import { acceptText, append } from '../../stores/runs/actions.ts';
import { fetchTemplate } from './start.ts';
import { Late } from '../shared/Late.tsx';
import { useRun } from './run-context.ts';

interface Props {
  workflow: ResolvedWorkflow;
  /** Number of the edition that is published now. */
  edition: number;
}

/** Says that the handbook has changed since the run began; the reader takes it over, or goes on as before. */
export function RunChanges({ workflow, edition }: Props) {
  const { run, template, say } = useRun();
  const { present, retired } = workflow;
  const [text, setText] = useState<WorkflowTemplate | undefined>();
  const [failed, setFailed] = useState(false);
  const differs = run.status === 'open' && present !== undefined && present.hash !== run.text;

  useEffect(() => {
    if (!differs || !present) return setText(undefined);
    let current = true;
    setFailed(false);
    fetchTemplate(present.template).then(
      (fetched) => current && setText(fetched),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [differs, present?.hash]);

  if (!present) {
    return (
      <p class="notice">
        {retired ? `这个流程已经停用：${retired}` : '本站发布的手册里没有这个流程。'}
        这次执行照样能看、能勾到底。
      </p>
    );
  }
  if (!differs) return null;
  if (failed) {
    return <Late what="手册改过这个流程，新的文字没有取到，照现在的文字做下去也不碍事。" />;
  }
  if (!text) return null;
  const change = compareTemplates(template, text, present.renamed ?? {});
  if (!change.changed) return null;

  const accept = () => {
    const reworded = change.reworded.map(({ after }) => after.id);
    acceptText(run.id, text, { text: present.hash, edition, renamed: change.renamed, reworded });
    say('已改用手册现在的文字，勾选都在');
  };
  const keep = () => {
    append(run.id, { kind: 'keep', text: present.hash });
    say('照旧做下去');
  };
  const kept = run.kept === present.hash;
  return (
    <details class="changes" open={!kept}>
      <summary>
        {kept ? '这次执行按旧的文字做，手册已经改过' : '手册改过这个流程'}
        {run.edition !== undefined && run.edition !== edition && (
          <span class="quiet">
            （这次执行按第 {run.edition} 版，现在是第 {edition} 版）
          </span>
        )}
      </summary>
      <ChangeList change={change} />
      <p class="changes__what">
        采用：勾选都跟着步骤走，改写过的请您确认一下，删去的留在“以前各轮”里。采用之后可以撤销。
      </p>
      <p class="changes__actions">
        <button type="button" class="button button--primary" onClick={accept}>
          采用新的文字
        </button>
        {!kept && (
          <button type="button" class="button" onClick={keep}>
            照旧做下去
          </button>
        )}
      </p>
    </details>
  );
}

function ChangeList({ change }: { change: TemplateChange }) {
  return (
    <dl class="changes__list">
      <Steps name="新增" steps={change.added} />
      {change.reworded.length > 0 && (
        <div>
          <dt>改写（{change.reworded.length}）</dt>
          {change.reworded.map(({ before, after, fields }) => (
            <dd key={after.id}>
              {before.title}
              <ul>
                {fields.map(({ field, label, before: was, after: is }) => (
                  <li key={field}>
                    {label}：<del>{was || '没有'}</del>
                    <span class="changes__arrow">改为</span>
                    <ins>{is || '没有'}</ins>
                  </li>
                ))}
              </ul>
            </dd>
          ))}
        </div>
      )}
      <Steps name="换了位置" steps={change.moved} />
      <Steps name="删去" steps={change.removed} />
      <Titles name="阶段" changes={change.phases} />
      <Titles name="结束方式" changes={change.ends} />
    </dl>
  );
}

function Steps({ name, steps }: { name: string; steps: readonly TemplateStep[] }) {
  if (steps.length === 0) return null;
  return (
    <div>
      <dt>
        {name}（{steps.length}）
      </dt>
      {steps.map((step) => (
        <dd key={step.id}>{step.title}</dd>
      ))}
    </div>
  );
}

function Titles({
  name,
  changes,
}: {
  name: string;
  changes: TemplateChange['phases'] | TemplateChange['ends'];
}) {
  if (changes.length === 0) return null;
  return (
    <div>
      <dt>
        {name}（{changes.length}）
      </dt>
      {changes.map(({ before, after }) => (
        <dd key={after?.id ?? before?.id}>
          {before && before.title !== after?.title && <del>{before.title}</del>}{' '}
          {after && <ins>{after.title}</ins>}
        </dd>
      ))}
    </div>
  );
}
