/**
 * Whether a plan is open: one small key that pages may look at. It is written with the first plan and
 * goes with the last; `training.ts` sets it right wherever it loads.
 */
import { settingName } from '../model/setting-names.ts';
import { readBestEffort } from './best-effort-storage.ts';

/** Name of the value that says that a plan is open. */
export const HAS_PLAN = settingName('plans');

/** True when a plan may be open: then `training.ts` tells. */
export function hasPlan(): boolean {
  return readBestEffort(HAS_PLAN) !== undefined;
}
