/** Judges stored values, and those of an imported file: usable, damaged, or of a newer version. */
import { isWorkflowTemplate, type WorkflowTemplate } from '../model/template';
import { isDutyMark, type DutyMark } from './duty-marks';
import { isNewerEvent, isRunEvent, type RunEvent } from './event';
import { isNewerPackedRun, unpackRun, type Unpacked } from './packed';

/** How a value is judged; a usable one comes back in the shape of this version. */
export type Verdict<T> = { readonly value: T } | 'damaged' | 'newer';

/** An event of an open run. */
export function judgeEvent(value: unknown): Verdict<RunEvent> {
  if (isRunEvent(value)) return { value };
  return isNewerEvent(value) ? 'newer' : 'damaged';
}

/** All events of a run under one key; an earlier version's form comes back as today's. */
export function judgePackedRun(value: unknown): Verdict<Unpacked> {
  const unpacked = unpackRun(value);
  if (unpacked) return { value: unpacked };
  return isNewerPackedRun(value) ? 'newer' : 'damaged';
}

/** A frozen text. */
export function judgeTemplate(value: unknown): Verdict<WorkflowTemplate> {
  if (isWorkflowTemplate(value)) return { value };
  return isOfVersionAfter(1, value) ? 'newer' : 'damaged';
}

/** A duty's mark. */
export function judgeDutyMark(value: unknown): Verdict<DutyMark> {
  if (isDutyMark(value)) return { value };
  return isOfVersionAfter(1, value) ? 'newer' : 'damaged';
}

/** Parses a text and judges what is in it. */
export function judgeText<T>(text: string, judge: (value: unknown) => Verdict<T>): Verdict<T> {
  try {
    return judge(JSON.parse(text));
  } catch {
    return 'damaged';
  }
}

function isOfVersionAfter(version: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('v' in value)) return false;
  return Number.isInteger(value.v) && (value.v as number) > version;
}
