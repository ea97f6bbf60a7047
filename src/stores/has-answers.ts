/** Whether review questions were answered: one small key that pages may look at; `answers.ts` sets it right. */
import { settingName } from '../model/setting-names.ts';
import { readBestEffort } from './best-effort-storage.ts';

/** Name of the value that says that there are answers. */
export const HAS_ANSWERS = settingName('review');

/** True when there may be answers: then `answers.ts` tells. */
export function hasAnswers(): boolean {
  return readBestEffort(HAS_ANSWERS) !== undefined;
}
