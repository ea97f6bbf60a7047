import { useEffect, useMemo, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { draftPlace } from '../../model/parse-storage-name.ts';
import { resolveWorkflow, type RunIndex } from '../../model/run-index.ts';
import type { Holidays } from '../../model/workdays.ts';
import { datedSteps } from '../../progress/runs/deadline.ts';
import { signingsOf } from '../../progress/runs/signings.ts';
import { $runs } from '../../stores/runs/memory.ts';
import type { RunSummary } from '../../stores/runs/summaries.ts';
import { useNow } from '../shared/use-now.ts';
import { nextTurnOf, startOf } from './run-deadlines.ts';
import { RoundHistory } from './RoundHistory.tsx';
import { RunChanges } from './RunChanges.tsx';
import { RunFinish } from './RunFinish.tsx';
import { RunHead, type RunLook } from './RunHead.tsx';
import { RunList } from './RunList.tsx';
import { RunSheet } from './RunSheet.tsx';
import { RunStepView } from './RunStepView.tsx';
import { RunContextProvider, type RunContext } from './run-context.ts';
import { useRunDrafts } from './use-run-drafts.ts';

interface Props {
  run: RunSummary | undefined;
  index: RunIndex;
  holidays: Holidays;
  /** Id of the step to begin with; the first open one when it is left out. */
  step?: string | undefined;
}

/** One run, from its frozen text: step by step, or as a list. */
export function RunView({ run, index, holidays, step }: Props) {
  useEffect(() => {
    if (run) document.title = document.title.replace(/^.*我的执行/, `${run.code} · 我的执行`);
  }, [run?.code]);

  if (!run) {
    return (
      <Missing title="这里没有这次执行">
        执行只存在开始它的那台设备、那个浏览器里，链接带不过来。也可能它已经被彻底删除，包括在别的标签页里。
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
  const [look, setLook] = useState<RunLook>('step');
  const drafts = useRunDrafts(run.id);
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
  return (
    <RunContextProvider value={context}>
      <article class="run" data-handbook={run.workflow.split('/')[0]} aria-labelledby="run-title">
        <RunHead
          index={index}
          workflow={workflow}
          look={look}
          onLook={setLook}
          isUnfinished={drafts.some((field) => !draftPlace(field))}
        />
        <p class="visually-hidden" role="status">
          {status}
        </p>
        <RunChanges workflow={workflow} edition={index.edition} />
        <RunFinish isFollowed={look === 'step'} />
        {look === 'step' ? <RunStepView first={step} drafts={drafts} /> : <RunList />}
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
