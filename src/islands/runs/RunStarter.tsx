import { useStore } from '@nanostores/preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { href } from '../../model/address';
import type { PresentWorkflow } from '../../model/run-index';
import type { Holidays } from '../../model/workdays';
import { jobCodeFor } from '../../progress/job-code';
import { $runs, loadRuns } from '../../stores/runs';
import { isoDay } from '../format-time';
import { paintProgress } from '../paint-progress';
import { StorageNotice } from '../StorageNotice';
import { useReady } from '../use-ready';
import { RunLine } from './RunLine';
import { runHeads, summarise } from './run-summaries';
import { startPresent } from './start';

interface Props {
  /** Reference of the workflow's page. */
  workflow: string;
  /** References under which the workflow was published before: its runs are listed too. */
  was: readonly string[];
  present: PresentWorkflow;
  /** Number of the edition that is published now. */
  edition: number;
  holidays: Holidays;
}

/** On a workflow's page: starts a run, lists the open ones, paints the latest one's progress. */
export default function RunStarter({ workflow, was, present, edition, holidays }: Props) {
  const runs = useStore($runs, { ssr: 'initial' });
  const ready = useReady(loadRuns);
  const heads = useMemo(() => (ready ? runHeads(runs) : []), [runs, ready]);
  const open = useMemo(() => {
    const names = [workflow, ...was];
    return summarise(heads.filter((run) => names.includes(run.workflow) && run.status === 'open'));
  }, [heads]);
  const latest = open[0];
  const [code, setCode] = useState<string | undefined>();
  const [startedOn, setStartedOn] = useState<string | undefined>();
  const [dueOn, setDueOn] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    paintProgress(latest?.walk?.standing);
  }, [latest]);

  const now = new Date();
  const suggested = ready
    ? jobCodeFor(
        heads.map((run) => run.code),
        now,
      )
    : '';

  const start = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      const run = await startPresent(present, {
        code: code?.trim() || suggested,
        startedOn: startedOn || isoDay(new Date()),
        ...(dueOn ? { dueOn } : {}),
        edition,
      });
      location.assign(href(`/runs/#${run}`));
    } catch {
      setProblem('流程文本没有取到，执行还没有开始。请检查网络，再按一次。');
      setBusy(false);
    }
  };

  return (
    <div class="run-starter" data-search="off" data-ready={ready ? '' : undefined}>
      {open.length > 0 && (
        <>
          <p>进行中的执行：</p>
          <ul class="run-list">
            {open.map((run) => (
              <RunLine key={run.id} run={run} now={now} holidays={holidays} />
            ))}
          </ul>
          <p class="run-starter__painted">下面的步骤标着 {latest?.code} 的进度。</p>
        </>
      )}
      <form onSubmit={(event) => void start(event)}>
        <fieldset class="run-starter__form" disabled={!ready || busy}>
          <legend class="visually-hidden">{present.title}：开始一次执行</legend>
          <label class="field">
            <span class="field__label">项目编号</span>
            <input
              type="text"
              value={code ?? suggested}
              maxLength={40}
              autocomplete="off"
              aria-describedby="run-code-help"
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button button--primary">
            开始一次执行
          </button>
          <details class="run-starter__dates">
            <summary>开始和截止日期</summary>
            <label class="field">
              <span class="field__label">开始日期</span>
              <input
                type="date"
                value={startedOn ?? (ready ? isoDay(now) : '')}
                onInput={(event) => setStartedOn(event.currentTarget.value)}
              />
            </label>
            <label class="field">
              <span class="field__label">截止日期（可以不填）</span>
              <input
                type="date"
                value={dueOn}
                onInput={(event) => setDueOn(event.currentTarget.value)}
              />
            </label>
          </details>
        </fieldset>
        <p id="run-code-help" class="field__help">
          每件工作单独开始一次。用编号，别写客户里的个人姓名；记录只存在这台设备的这个浏览器里。
        </p>
      </form>
      <div role="alert">{problem && <p class="notice notice--warn">{problem}</p>}</div>
      <StorageNotice />
    </div>
  );
}
