/** When everything was last exported, and whether it is time to do so again. */
import { settingName } from '../model/setting-names.ts';
import {
  ANSWERS,
  DRAFTS,
  EVENTS,
  MARKS,
  OCCURRENCES,
  PACKED_RUNS,
  TEAM,
  TRAINING,
} from '../model/storage-names.ts';
import { listNames, readValue, writeValue } from './storage/values.ts';

/** Name of the value that tells when this browser exported last. */
export const EXPORTED = settingName('exported');
/** An export older than this is out of date: 14 days, in milliseconds. */
export const EXPORT_AGE = 14 * 86_400_000;

/** Notes that everything was exported, once it is known to be kept: a file that was offered may never arrive. */
export function noteExport(now: number): void {
  writeValue(EXPORTED, String(now));
}

/** When everything was last exported, in milliseconds since the epoch; `undefined`: never. */
export function lastExport(): number | undefined {
  const at = Number(readValue(EXPORTED));
  return Number.isFinite(at) && at > 0 ? at : undefined;
}

/** True when open runs have not been exported for a fortnight since they began. */
export function isExportDue(openSince: readonly number[], now: number): boolean {
  const exported = lastExport() ?? 0;
  // A time to come was noted by a clock that was wrong, and is no reason to wait for it.
  const since = Math.max(exported <= now ? exported : 0, Math.min(...openSince));
  return openSince.length > 0 && now - since > EXPORT_AGE;
}

/** True when anything of the reader's is stored. */
export function hasSomethingToLose(): boolean {
  const prefixes = [EVENTS, PACKED_RUNS, MARKS, OCCURRENCES, DRAFTS, TRAINING, TEAM, ANSWERS];
  return prefixes.some((prefix) => listNames(prefix).length > 0);
}
