import { useStore } from '@nanostores/preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { href } from '../model/address';
import { isWorkflowTemplate } from '../model/template';
import { jobCodeFor } from '../progress/job-code';
import { $runs, loadRuns, startRun } from '../stores/runs';
import { isoDay } from './format-time';
import { paintProgress } from './paint-progress';
import { RunLine } from './RunLine';
import { runSummaries } from './run-summaries';
import { StorageNotice } from './StorageNotice';
import { useReady } from './use-ready';

interface Props {
  /** Reference of the workflow's page. */
  workflow: string;
  /** References under which the workflow was published before: its runs are listed too. */
  was: readonly string[];
  title: string;
  /** Root-relative path of the template, without the base. */
  template: string;
  /** Content hash of the template. */
  hash: string;
}

/** On a workflow's page: starts a run, lists the open ones, paints the latest one's progress. */
export default function RunStarter({ workflow, was, title, template, hash }: Props) {
  const runs = useStore($runs, { ssr: 'initial' });
  const ready = useReady(loadRuns);
  const summaries = useMemo(() => (ready ? runSummaries(runs) : []), [runs, ready]);
  const names = [workflow, ...was];
  const open = summaries.filter((run) => names.includes(run.workflow) && run.status === 'open');
  const latest = open[0];
  const [typed, setTyped] = useState<string | undefined>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    paintProgress(latest?.walk?.standing);
  }, [latest]);

  const suggested = ready
    ? jobCodeFor(
        summaries.map((run) => run.code),
        new Date(),
      )
    : '';
  const code = typed ?? suggested;

  const start = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      const response = await fetch(href(template));
      if (!response.ok) throw new Error(String(response.status));
      const text: unknown = await response.json();
      if (!isWorkflowTemplate(text)) throw new Error('not a template');
      const run = startRun(text, hash, {
        code: code.trim() || suggested,
        startedOn: isoDay(new Date()),
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
              <RunLine key={run.id} run={run} />
            ))}
          </ul>
          <p class="run-starter__painted">下面的步骤标着 {latest?.code} 的进度。</p>
        </>
      )}
      <form onSubmit={(event) => void start(event)}>
        <fieldset class="run-starter__form" disabled={!ready || busy}>
          <legend class="visually-hidden">{title}：开始一次执行</legend>
          <label class="field">
            <span class="field__label">工作编号</span>
            <input
              type="text"
              value={code}
              maxLength={40}
              autocomplete="off"
              aria-describedby="run-code-help"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button button--primary">
            开始一次执行
          </button>
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
