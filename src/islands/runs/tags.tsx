import { runDue } from '../../progress/deadline';
import { formatIsoDay } from '../format-time';
import type { RunHead } from './run-summaries';

const STATUS = { open: '', finished: '已结束', archived: '已归档', removed: '已删除' } as const;

/** How a run stands, unless it is simply open. */
export function StatusTag({ run }: { run: RunHead }) {
  const words = STATUS[run.status];
  return words ? <span class="tag">{words}</span> : null;
}

/** By when the job is to be done, and whether that is past. */
export function DueTag({ run, now }: { run: RunHead; now: Date }) {
  if (!run.dueOn || run.status === 'removed') return null;
  const overdue = run.status === 'open' && runDue(run, +now)?.standing === 'overdue';
  return (
    <span class="due" data-late={overdue ? '' : undefined}>
      {overdue ? '已过期：' : '截止：'}
      {formatIsoDay(run.dueOn)}
    </span>
  );
}
