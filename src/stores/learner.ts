/** Who hands receipts over from this device: a random id, and the label that was typed. */
import { randomId } from '../model/random-id.ts';
import { settingName } from '../model/setting-names.ts';
import { MAX_LABEL } from '../progress/training/event.ts';
import { parseLearner, type StoredLearner } from '../progress/training/learner.ts';
import type { Learner } from '../progress/training/receipt.ts';
import { readRecord } from './records.ts';
import { writeValue } from './storage/values.ts';

const LEARNER = settingName('learner');

/** The learner of this device, with an id that is made when it is asked for first; without a label: ''. */
export function learner(): Learner {
  const { id, label } = readRecord(LEARNER, parseLearner) ?? write(randomId(), '');
  return { id, label };
}

/** The label as it was kept; empty when none was typed. Writes nothing. */
export function learnerLabel(): string {
  return readRecord(LEARNER, parseLearner)?.label ?? '';
}

/** Keeps the label. @param label what goes beyond `MAX_LABEL` characters is cut off */
export function setLearnerLabel(label: string): void {
  write(learner().id, label.trim().slice(0, MAX_LABEL));
}

function write(id: string, label: string): StoredLearner {
  const value: StoredLearner = { v: 1, id, label };
  writeValue(LEARNER, JSON.stringify(value));
  return value;
}
