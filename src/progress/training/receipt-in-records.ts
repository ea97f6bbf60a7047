/** The receipt that somebody's records amount to: an export is handed over as well. */
import { parseStored } from '../../model/parsed.ts';
import { settingName } from '../../model/setting-names.ts';
import { TRAINING } from '../../model/storage-names.ts';
import { parseTrainingEvent, type TrainingEvent } from './event.ts';
import { foldTraining } from './fold.ts';
import { parseLearner } from './learner.ts';
import { makeReceipt, type Receipt } from './receipt.ts';

/**
 * What a receipt of all open plans would say; nothing else of an export is looked at.
 *
 * @param values stored values by name, without the site's key
 * @param at when they were exported, in milliseconds since the epoch
 * @returns `undefined` when nobody's label is in it
 */
export function receiptInRecords(
  values: ReadonlyMap<string, string>,
  at: number,
): Receipt | undefined {
  const learner = parseStored(values.get(settingName('learner')) ?? '', parseLearner);
  if (typeof learner === 'string' || learner.value.label.trim() === '') return undefined;
  const events: TrainingEvent[] = [];
  for (const [name, text] of values) {
    if (!name.startsWith(TRAINING)) continue;
    const parsed = parseStored(text, parseTrainingEvent);
    if (typeof parsed !== 'string') events.push(parsed.value);
  }
  const { id, label } = learner.value;
  const { starts } = foldTraining(events);
  return makeReceipt({ learner: { id, label }, at: Math.trunc(at), starts, events });
}
