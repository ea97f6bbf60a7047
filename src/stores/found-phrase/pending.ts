/** Whether a phrase was handed to a page: what every page asks, before it loads what marks the phrase. */
import { settingName } from '../../model/setting-names.ts';
import { readBestEffort } from '../best-effort-storage.ts';

/** Name of the value that holds the phrase. */
export const FOUND_NAME = settingName('found');

/** The event that tells the open page of a phrase that was handed to it. */
export const PHRASE_PENDING = 'found-phrase';

/** True when a phrase waits to be taken. */
export function isPhrasePending(): boolean {
  return readBestEffort(FOUND_NAME) !== undefined;
}
