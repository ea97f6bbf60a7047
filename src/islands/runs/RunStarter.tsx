import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { isoDay } from '../../model/format-day.ts';
import type { PresentWorkflow } from '../../model/run-index.ts';
import { draftOnPage } from '../../model/storage-names.ts';
import type { Holidays } from '../../model/workdays.ts';
import { jobCodeFor } from '../../progress/runs/job-code.ts';
import { useDraft } from '../shared/use-draft.ts';
import { Late } from '../shared/Late.tsx';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { loadLazyRuns, useLazyRuns } from './use-lazy-runs.ts';

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
  const { runs, ready, failed } = useLazyRuns();
  const draft = (field: string) => (ready ? draftOnPage(workflow, field) : undefined);
  const code = useDraft(draft('code'));
  const startedOn = useDraft(draft('started'));
  const dueOn = useDraft(draft('due'));
  // How often it could not be started.
  const [failures, setFailures] = useState(0);
  const [busy, setBusy] = useState(false);

  const now = new Date();
  const suggested = ready ? jobCodeFor(runs?.codesInUse() ?? [], now) : '';

  const start = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      const { startPresent } = await loadLazyRuns();
      const run = await startPresent(present, {
        code: code.text?.trim() || suggested,
        startedOn: startedOn.text || isoDay(new Date()),
        ...(dueOn.text ? { dueOn: dueOn.text } : {}),
        edition,
      });
      for (const each of [code, startedOn, dueOn]) each.drop();
      location.assign(href(`/runs/#${run}`));
    } catch {
      setFailures(failures + 1);
      setBusy(false);
    }
  };

  return (
    <div class="run-starter" data-search="off" data-ready={ready ? '' : undefined}>
      {failed && <Late what="进行中的执行没有取到。" />}
      {runs && (
        <runs.OpenRuns workflow={[workflow, ...was]} holidays={holidays}>
          {(list, [latest]) => (
            <>
              <p>进行中的执行：</p>
              {list}
              <p class="run-starter__painted">下面的步骤标着 {latest?.code} 的进度。</p>
              <runs.Painted run={latest} />
            </>
          )}
        </runs.OpenRuns>
      )}
      <form onSubmit={(event) => void start(event)}>
        <fieldset class="run-starter__form" disabled={!ready} aria-busy={busy || undefined}>
          <legend class="visually-hidden">{present.title}：开始一次执行</legend>
          <label class="field">
            <span class="field__label">项目编号</span>
            <input
              type="text"
              value={code.text ?? suggested}
              maxLength={40}
              autocomplete="off"
              aria-describedby="run-code-help"
              onInput={(event) => code.write(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button button--primary">
            开始一次执行
          </button>
          <details class="run-starter__dates">
            <summary>开始和截止日期{(startedOn.text ?? dueOn.text) && '（填了一半）'}</summary>
            <div class="run-starter__fields">
              <label class="field">
                <span class="field__label">开始日期</span>
                <input
                  type="date"
                  value={startedOn.text ?? (ready ? isoDay(now) : '')}
                  onInput={(event) => startedOn.write(event.currentTarget.value)}
                />
              </label>
              <label class="field">
                <span class="field__label">截止日期（可以不填）</span>
                <input
                  type="date"
                  value={dueOn.text ?? ''}
                  onInput={(event) => dueOn.write(event.currentTarget.value)}
                />
              </label>
            </div>
          </details>
        </fieldset>
        {failures > 0 && (
          <Late isAsked key={failures} what="流程的文字没有取到，执行还没有开始。" />
        )}
        <p id="run-code-help" class="field__help">
          每件工作单独开始一次。用编号，别写客户里的个人姓名；记录只存在这台设备的这个浏览器里。
        </p>
      </form>
      <StorageNotice />
    </div>
  );
}
