/** The edition that a reader saw last: what came after it is news. */
import { settingName } from '../model/setting-names.ts';
import { readBestEffort, writeBestEffort } from './best-effort-storage.ts';
import { readLastPage } from './last-page.ts';

const NAME = settingName('seen');

/**
 * The edition seen last. Of readers who were here before editions were noted: the moment at which they
 * were, in milliseconds since the epoch. `undefined` for who has never read a page of a handbook.
 */
export function readSeenEdition(): number | undefined {
  const text = readBestEffort(NAME) ?? '';
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const last = readLastPage();
  return last?.edition ?? last?.at;
}

/** Notes that the reader has put away what came up to an edition. */
export function noteSeenEdition(edition: number): void {
  writeBestEffort(NAME, String(edition));
}

/**
 * Keeps what the last page tells of the edition seen last, before a page of another edition takes its
 * place. Nothing is written of who reads one edition alone.
 */
export function keepSeenEdition(present: number): void {
  const last = readLastPage();
  if (last && last.edition !== present && readBestEffort(NAME) === undefined) {
    noteSeenEdition(last.edition ?? last.at);
  }
}
