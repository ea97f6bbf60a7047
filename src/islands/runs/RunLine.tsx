import type { ComponentChildren } from 'preact';
import { href } from '../../model/address';
import { formatMoment } from '../format-time';
import { Progress } from '../Progress';
import type { RunSummary } from './run-summaries';

interface Props {
  run: RunSummary;
  /** Its buttons. */
  children?: ComponentChildren;
}

/** One run in a list: code, workflow, progress, next step, last change. */
export function RunLine({ run, children }: Props) {
  const { walk, template } = run;
  const next = walk?.current?.step.title;
  return (
    <li class="run-line" data-status={run.status}>
      <a class="run-line__link" href={href(`/runs/#${run.id}`)}>
        <span class="run-line__code">{run.code}</span>{' '}
        <span class="run-line__title">{template?.title ?? '文本缺失'}</span>
      </a>
      {walk && (
        <Progress label={`${run.code} 的进度`} done={walk.done} total={walk.total} unit="步" />
      )}
      <p class="run-line__meta">
        {run.status !== 'open' ? (
          <span>{run.status === 'finished' ? '已结束' : '已删除'}</span>
        ) : next ? (
          <span>下一步：{next}</span>
        ) : (
          <span>各步都已做完，可以结束</span>
        )}
        <span>最近改动：{formatMoment(run.changedAt, Date.now())}</span>
      </p>
      {children && <p class="run-line__actions">{children}</p>}
    </li>
  );
}
