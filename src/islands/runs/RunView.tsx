import { useEffect, useState } from 'preact/hooks';
import { href } from '../../model/address';
import { pathOf } from '../../model/address';
import { append } from '../../stores/runs';
import { formatIsoDay, formatMoment } from '../format-time';
import { Progress } from '../Progress';
import { RoundHistory } from './RoundHistory';
import { RunList } from './RunList';
import { RunStepView } from './RunStepView';
import type { RunSummary } from './run-summaries';

interface Props {
  /** Absent when this browser has no such run. */
  run: RunSummary | undefined;
}

type View = 'step' | 'list';

/** One run, from its frozen text: step by step, or as a list. */
export function RunView({ run }: Props) {
  const [view, setView] = useState<View>('step');
  const [status, setStatus] = useState('');
  useEffect(() => {
    if (run) document.title = document.title.replace(/^.*我的执行/, `${run.code} · 我的执行`);
  }, [run?.code]);

  if (!run) {
    return (
      <div class="empty">
        <h1>这里没有这次执行</h1>
        <p>执行只存在开始它的那个浏览器里。也可能它已经被彻底删除。</p>
        <p>
          <a href={href('/runs/')}>回到我的执行</a>
        </p>
      </div>
    );
  }
  const { template, walk } = run;
  if (!template || !walk) {
    return (
      <div class="empty">
        <h1>{run.code}</h1>
        <p>这次执行的流程文本读不出来了，勾选的记录还在。</p>
        <p>
          <a href={href('/runs/')}>回到我的执行</a>
        </p>
      </div>
    );
  }
  const undo = () => {
    if (run.lastEvent) append(run.id, { kind: 'undo', target: run.lastEvent });
    setStatus('已撤销上一步操作');
  };
  const open = run.status === 'open';
  return (
    <article class="run" aria-labelledby="run-title">
      <p class="breadcrumbs">
        <a href={href('/runs/')}>我的执行</a>
      </p>
      <header class="run__head">
        <h1 id="run-title">
          {run.code}
          <span class="run__workflow">{template.title}</span>
        </h1>
        <p class="run__meta">
          <span>{formatIsoDay(run.startedOn)}开始</span>
          <span>最近改动：{formatMoment(run.changedAt, Date.now())}</span>
          {walk.round > 1 && <span>第 {walk.round} 轮</span>}
          {!open && <span class="tag">{run.status === 'finished' ? '已结束' : '已删除'}</span>}
          <a href={href(pathOf(run.workflow))}>看手册里的这个流程</a>
        </p>
        <Progress label={`${run.code} 的进度`} done={walk.done} total={walk.total} unit="步" />
        <div class="run__controls">
          <div class="segmented" role="radiogroup" aria-label="怎么看">
            {(
              [
                ['step', '逐步'],
                ['list', '清单'],
              ] as const
            ).map(([value, label]) => (
              <label key={value}>
                <input
                  type="radio"
                  name="run-view"
                  value={value}
                  checked={view === value}
                  onChange={() => setView(value)}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
          <button type="button" class="button" onClick={undo} disabled={!open || !run.lastEvent}>
            撤销
          </button>
          {open ? (
            <button
              type="button"
              class={walk.complete ? 'button button--primary' : 'button'}
              onClick={() => {
                append(run.id, { kind: 'finish' });
                setStatus('执行已结束');
              }}
            >
              {walk.complete ? '结束执行' : '提前结束'}
            </button>
          ) : (
            <button
              type="button"
              class="button"
              onClick={() => {
                append(run.id, { kind: run.status === 'removed' ? 'restore' : 'reopen' });
                setStatus('执行已重新打开');
              }}
            >
              {run.status === 'removed' ? '恢复' : '重新打开'}
            </button>
          )}
        </div>
      </header>
      <p class="visually-hidden" role="status">
        {status}
      </p>
      {view === 'step' ? (
        <RunStepView run={run} template={template} walk={walk} say={setStatus} />
      ) : (
        <RunList run={run} template={template} walk={walk} say={setStatus} />
      )}
      <RoundHistory walk={walk} />
      <p class="where-kept">记录只存在这台设备的这个浏览器里。</p>
    </article>
  );
}
