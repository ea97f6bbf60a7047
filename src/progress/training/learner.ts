/** Who hands receipts over from a device, as it is stored. */
import { isOfVersionAfter, isRecord, type Parsed } from '../../model/parsed.ts';
import { isId } from '../event-envelope.ts';
import { MAX_LABEL } from './event.ts';
import type { Learner } from './receipt.ts';

export interface StoredLearner extends Learner {
  /** Version of this shape. */
  readonly v: 1;
}

/** Parses what is stored of the learner; the label is empty until it is typed. */
export function parseLearner(value: unknown): Parsed<StoredLearner> {
  if (isOfVersionAfter(1, value)) return 'newer';
  if (!isRecord(value)) return 'damaged';
  const { v, id, label } = value;
  const isLearner = v === 1 && isId(id) && typeof label === 'string' && label.length <= MAX_LABEL;
  return isLearner ? { value: { v: 1, id, label } } : 'damaged';
}
