import { useEffect, useMemo, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import { formatIsoDay } from '../../model/format-day.ts';
import type { RunIndex } from '../../model/run-index.ts';
import { resolveWorkflow } from '../../model/run-index.ts';
import type { Holidays } from '../../model/workdays.ts';
import { datedSteps } from '../../progress/runs/deadline.ts';
import { describeEvent } from '../../progress/runs/describe.ts';
import { signingsOf } from '../../progress/runs/signings.ts';
import { append } from '../../stores/runs/actions.ts';
import { $runs } from '../../stores/runs/memory.ts';
import type { RunSummary } from '../../stores/runs/summaries.ts';
import { formatMoment } from '../shared/format-time.ts';
import { SaveState } from '../shared/SaveState.tsx';
import { Segmented } from '../shared/Segmented.tsx';
import { useNow } from '../shared/use-now.ts';
import { nextTurnOf, startOf } from './run-deadlines.ts';
import { EarlyFinish } from './EarlyFinish.tsx';
import { RoundHistory } from './RoundHistory.tsx';
import { RunActions } from './RunActions.tsx';
import { RunChanges } from './RunChanges.tsx';
import { RunDetails } from './RunDetails.tsx';
import { RunList } from './RunList.tsx';
import { RunProgress } from './RunProgress.tsx';
import { RunSheet } from './RunSheet.tsx';
import { RunStepView } from './RunStepView.tsx';
import { RunContextProvider, type RunContext } from './run-context.ts';
import { DueTag, StatusTag } from './RunTags.tsx';

interface Props {
  run: RunSummary | undefined;
  index: RunIndex;
  holidays: Holidays;
  /** Id of the step to begin with; the first open one when it is left out. */
  step?: string | undefined;
}

type View = 'step' | 'list';

const VIEWS: readonly [View, string][] = [
  ['step', '逐步'],
  ['list', '清单'],
];

/** One run, from its frozen text: step by step, or as a list. */
export function RunView({ run, index, holidays, step }: Props) {
  useEffect(() => {
    if (run) document.title = document.title.replace(/^.*我的执行/, `${run.code} · 我的执行`);
  }, [run?.code]);

  if (!run) {
    return (
      <Missing title="这里没有这次执行">
        执行只存在开始它的那个浏览器里。也可能它已经被彻底删除，包括在别的标签页里。
      </Missing>
    );
  }
  if (!run.template || !run.walk) {
    return (
      <Missing title={run.code}>
        这次执行的流程文本读不出来了，勾选的记录还在，导出时会一起带上。
      </Missing>
    );
  }
  return (
    <OpenRun
      run={run as RunSummary & Required<Pick<RunSummary, 'template' | 'walk'>>}
      index={index}
      holidays={holidays}
      step={step}
    />
  );
}

function OpenRun({
  run,
  index,
  holidays,
  step,
}: Props & { run: RunSummary & Required<Pick<RunSummary, 'template' | 'walk'>> }) {
  const { template, walk } = run;
  const [view, setView] = useState<View>('step');
  const [status, setStatus] = useState('');
  const [now] = useNow((moment) => nextTurnOf(run, holidays, moment));
  const context = useMemo<RunContext>(
    () => ({
      run,
      template,
      walk,
      now,
      deadlines: datedSteps(walk, startOf(run), holidays, run.finishedAt ?? +now),
      signings: signingsOf($runs.get()[run.id] ?? []),
      say: setStatus,
    }),
    [run, now],
  );
  const workflow = resolveWorkflow(index, run.workflow);
  const open = run.status === 'open';

  const undo = () => {
    const event = $runs.get()[run.id]?.find(({ id }) => id === run.lastEvent);
    if (!event) return;
    append(run.id, { kind: 'undo', target: event.id });
    setStatus(`已撤销：${describeEvent(event, template)}`);
  };

  return (
    <RunContextProvider value={context}>
      <article class="run" data-handbook={run.workflow.split('/')[0]} aria-labelledby="run-title">
        <p class="breadcrumbs">
          <a href={href('/runs/')}>我的执行</a>
        </p>
        <header class="run__head">
          <h1 id="run-title">
            {run.code}
            <span class="run__workflow">{template.title}</span>
          </h1>
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
          <RunProgress code={run.code} walk={walk} />
          <SaveState where />
          <div class="run__controls">
            <Segmented
              label="怎么看"
              name="run-view"
              options={VIEWS}
              value={view}
              onChange={setView}
            />
            <button type="button" class="button" onClick={undo} disabled={!open || !run.lastEvent}>
              撤销
            </button>
            {open && walk.complete && (
              <button
                type="button"
                class="button button--primary"
                onClick={() => {
                  append(run.id, { kind: 'finish' });
                  setStatus('执行已结束');
                }}
              >
                结束执行
              </button>
            )}
            {open && !walk.complete && <EarlyFinish />}
            {!open && (
              <button
                type="button"
                class="button"
                onClick={() => {
                  append(run.id, { kind: run.status === 'removed' ? 'restore' : 'reopen' });
                  setStatus(run.status === 'removed' ? '执行已恢复' : '执行已重新打开');
                }}
              >
                {run.status === 'removed' ? '恢复' : '重新打开'}
              </button>
            )}
          </div>
          <RunDetails />
          <RunActions index={index} />
        </header>
        <p class="visually-hidden" role="status">
          {status}
        </p>
        <RunChanges workflow={workflow} edition={index.edition} />
        {view === 'step' ? <RunStepView first={step} /> : <RunList />}
        <RoundHistory />
      </article>
      <RunSheet />
    </RunContextProvider>
  );
}

function Missing({ title, children }: { title: string; children: string }) {
  return (
    <div class="empty">
      <h1>{title}</h1>
      <p>{children}</p>
      <p>
        <a href={href('/runs/')}>回到我的执行</a>
      </p>
    </div>
  );
}
