/** Pages that the reader confirmed as read or practised, for the reviews. */
import { parseReference } from '../model/reference.ts';
import { isConfirm } from '../progress/training/event.ts';
import { endingsOf } from '../progress/training/fold.ts';
import { $training } from './training.ts';

/**
 * References of the pages, those first that were confirmed last. Reads the storage only where it is called.
 *
 * @param nameNow gives the present name of a reference
 */
export function acknowledgedPages(nameNow: (ref: string) => string): string[] {
  const events = [...$training.get().values()];
  const { withdrawn } = endingsOf(events);
  const confirmed = events
    .filter(isConfirm)
    .filter(({ id }) => !withdrawn.has(id))
    .sort((a, b) => b.at - a.at)
    .map(({ ref }) => parseReference(nameNow(ref)).page);
  return [...new Set(confirmed)];
}
