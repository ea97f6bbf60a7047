import { formatIsoDay } from '../../model/format-day.ts';
import { runDue } from '../../progress/runs/deadline.ts';
import { RUN_STATUS_LABEL } from '../../progress/runs/fold.ts';
import type { RunHead } from '../../stores/runs/summaries.ts';

/** How a run stands, unless it is simply open. */
export function StatusTag({ run }: { run: RunHead }) {
  return run.status === 'open' ? null : <span class="tag">{RUN_STATUS_LABEL[run.status]}</span>;
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
