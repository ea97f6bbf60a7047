/**
 * How a run is counted, and said so: what does not apply and what was left out is never counted as done,
 * and critical steps that were left out are named. Whatever tells how far a run is asks here.
 */
import type { TemplateStep } from '../../model/template.ts';
import type { StepMark } from './marks.ts';
import { isOpen, type Visit, type Walk } from './walk.ts';

/** How a passage was settled; `inapplicable`: an optional step that this job does not need. */
export type Settled = 'open' | 'done' | 'inapplicable' | 'skipped';

export interface RunCount {
  readonly done: number;
  /** Optional steps that this job does not need (不适用). */
  readonly inapplicable: number;
  /** Steps that were left out although they always apply, or for a reason (跳过). */
  readonly skipped: number;
  /** Short names of the critical steps among the skipped ones, in authored order. */
  readonly skippedCritical: readonly string[];
  /** Steps that wait, also those behind a gate that is not decided. */
  readonly open: number;
  /** All steps but those that the way passed by: the sum of the four. */
  readonly total: number;
}

/** Counts the steps of a run that lie on its way or ahead of it. */
export function countRun(walk: Walk): RunCount {
  const live = walk.live.map((visit) => ({ step: visit.step, settled: settledAs(visit) }));
  const of = (settled: Settled) => live.filter((each) => each.settled === settled);
  const ahead = [...walk.standing.values()].filter((standing) => standing === 'ahead').length;
  const skipped = of('skipped');
  return {
    done: of('done').length,
    inapplicable: of('inapplicable').length,
    skipped: skipped.length,
    skippedCritical: skipped.flatMap(({ step }) => (step.critical ? [step.short] : [])),
    open: of('open').length + ahead,
    total: live.length + ahead,
  };
}

/** How a passage was settled. */
export function settledAs(visit: Visit): Settled {
  if (isOpen(visit)) return 'open';
  if (visit.mark?.kind !== 'skipped') return 'done';
  return isInapplicable(visit.step, visit.mark) ? 'inapplicable' : 'skipped';
}

/** What a step that was left out is called: with its reason, or 不适用 for one that is optional. */
export function skipWords(step: TemplateStep, mark: { readonly reason?: string }): string {
  if (mark.reason) return `已跳过：${mark.reason}`;
  return isInapplicable(step, mark) ? '不适用' : '已跳过';
}

/** How far a run is: `做了 22，不适用 2，跳过 1（关键：签合同），共 25 步`. */
export function countWords(count: RunCount): string {
  const { done, total } = count;
  const left = leftWords(count);
  if (left.length === 0) return `已完成 ${done} 步，共 ${total} 步`;
  return [`做了 ${done}`, ...left, `共 ${total} 步`].join('，');
}

/** What is said of a run in which no step waits: that all is done, only where all is done. */
export function settledWords(count: RunCount): string {
  if (count.skipped > 0) return `没有待办的步骤了，但不是都做了：${leftWords(count).join('，')}`;
  return count.inapplicable > 0 ? '用得上的各步都已做完' : '各步都已做完';
}

function leftWords({ inapplicable, skipped, skippedCritical }: RunCount): string[] {
  const critical = skippedCritical.length > 0 ? `（关键：${skippedCritical.join('、')}）` : '';
  return [
    ...(inapplicable > 0 ? [`不适用 ${inapplicable}`] : []),
    ...(skipped > 0 ? [`跳过 ${skipped}${critical}`] : []),
  ];
}

function isInapplicable(
  step: TemplateStep,
  mark: Pick<StepMark & { kind: 'skipped' }, 'reason'>,
): boolean {
  return step.optional !== undefined && !mark.reason;
}

/** What is said of an open run in which no step waits: how its steps were settled, and that it can end. */
export function readyToFinishWords(walk: Walk): string {
  return `${settledWords(countRun(walk))}；可以结束`;
}
