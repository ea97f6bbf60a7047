import { useId, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import { formatIsoDay } from '../../model/format-day.ts';
import type { ResolvedWorkflow, RunIndex } from '../../model/run-index.ts';
import { countRun } from '../../progress/runs/count.ts';
import { formatMoment } from '../shared/format-time.ts';
import { SaveState } from '../shared/SaveState.tsx';
import { Segmented } from '../shared/Segmented.tsx';
import { EarlyFinish } from './EarlyFinish.tsx';
import { RunActions } from './RunActions.tsx';
import { RunDetails } from './RunDetails.tsx';
import { RunProgress } from './RunProgress.tsx';
import { DueTag, StatusTag } from './RunTags.tsx';
import { useRun } from './run-context.ts';
import { UndoButton } from './UndoButton.tsx';

export type RunLook = 'step' | 'list';

const LOOKS: readonly [RunLook, string][] = [
  ['step', '逐步'],
  ['list', '清单'],
];

interface Props {
  index: RunIndex;
  workflow: ResolvedWorkflow;
  look: RunLook;
  onLook: (look: RunLook) => void;
  /** True where something is typed in one of its forms and not saved: then they are in sight. */
  isUnfinished: boolean;
}

/** What a run is and how far it is: one line on a phone, with everything else under 更多. */
export function RunHead({ index, workflow, look, onLook, isUnfinished }: Props) {
  const { run, template, walk, now } = useRun();
  const [asked, setAsked] = useState<boolean | undefined>();
  const id = useId();
  const isOpen = asked ?? isUnfinished;
  const { done, total } = countRun(walk);
  return (
    <header class="run__head">
      <p class="breadcrumbs run__back">
        <a href={href('/runs/')}>我的执行</a>
      </p>
      <h1 id="run-title">
        {run.code} <span class="run__workflow">{template.title}</span>
      </h1>
      <p class="run__count" aria-hidden="true">
        {done}/{total} 步
      </p>
      <button
        type="button"
        class="button button--quiet run__toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setAsked(!isOpen)}
      >
        更多
      </button>
      <RunProgress code={run.code} walk={walk} />
      <div id={id} class="run__more" data-open={isOpen ? '' : undefined}>
        <p class="run__meta">
          <StatusTag run={run} />
          <DueTag run={run} now={now} />
          <span>{formatIsoDay(run.startedOn)}开始</span>
          <span>最近改动：{formatMoment(run.changedAt, +now)}</span>
          {run.edition !== undefined && <span>按手册第 {run.edition} 版</span>}
          {walk.round > 1 && <span>第 {walk.round} 轮</span>}
          {workflow.present && <a href={href(pathOf(workflow.reference))}>看手册里的这个流程</a>}
        </p>
        {run.finishReason && <p class="run__reason">提前结束：{run.finishReason}</p>}
        <SaveState where />
        <div class="run__controls">
          <Segmented
            label="怎么看"
            name="run-view"
            options={LOOKS}
            value={look}
            onChange={onLook}
          />
          {look === 'list' && <UndoButton />}
          {run.status === 'open' && !walk.complete && <EarlyFinish />}
        </div>
        <RunDetails />
        <RunActions index={index} />
      </div>
    </header>
  );
}
