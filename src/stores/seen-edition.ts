/** The edition that a reader saw last: what came after it is news. `last-page.ts` keeps it. */
import { readBestEffort, writeBestEffort } from './best-effort-storage.ts';
import { readLastPage, SEEN } from './last-page.ts';

/**
 * The edition seen last. Of readers who were here before editions were noted: the moment at which they
 * were, in milliseconds since the epoch. `undefined` for who has never read a page of a handbook.
 */
export function readSeenEdition(): number | undefined {
  const text = readBestEffort(SEEN) ?? '';
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const last = readLastPage();
  return last?.edition ?? last?.at;
}

/** Notes that the reader has put away what came up to an edition. */
export function noteSeenEdition(edition: number): void {
  writeBestEffort(SEEN, String(edition));
}
