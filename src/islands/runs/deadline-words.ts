import { formatIsoDay } from '../../model/format-day.ts';
import type { DatedStep } from '../../progress/runs/deadline.ts';
import { formatMoment } from '../shared/format-time.ts';

export interface DeadlineWords {
  readonly words: string;
  /** True when the time is past and the step is not done, or was done too late. */
  readonly late: boolean;
  /** What the reckoning leaves open. */
  readonly note?: string;
}

/** A deadline in words: `今天 14:03 前做完`, `已过期：应在 2026 年 11 月 26 日前做完`. */
export function deadlineWords({ deadline, standing }: DatedStep, now: Date): DeadlineWords {
  const by = deadline.day ? formatIsoDay(deadline.day) : formatMoment(deadline.at, +now);
  const words = {
    due: `${by}前做完`,
    overdue: `已过期：应在${by}前做完`,
    kept: `按时（限${by}前）`,
    late: `晚了（限${by}前）`,
  }[standing];
  // The handbook's limit comes first: the day that was set is not hidden by it.
  const later =
    deadline.set && deadline.set !== deadline.day ? [`定的是${formatIsoDay(deadline.set)}。`] : [];
  const uncovered =
    deadline.uncovered.length > 0
      ? [`${deadline.uncovered.join('、')} 年的放假安排还没有录入，只避开了周末。`]
      : [];
  const notes = [...later, ...uncovered];
  return {
    words,
    late: standing === 'overdue' || standing === 'late',
    ...(notes.length > 0 ? { note: notes.join('') } : {}),
  };
}
