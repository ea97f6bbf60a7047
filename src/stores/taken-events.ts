/** Takes back what a receipt brought. Loaded with what reads receipts, not with every plan. */
import { TRAINING } from '../model/storage-names.ts';
import { takeOut } from './storage/erase.ts';

/**
 * Removes events that `takeCountersigned` took. They are not withdrawn: the receipt still has them, and
 * they can be taken again.
 *
 * @param ids of the events
 */
export function removeTaken(ids: readonly string[]): void {
  takeOut(ids.map((id) => TRAINING + id));
}
