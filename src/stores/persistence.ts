/** Whether the browser promises to keep what is stored, and when it was last exported. */
import { atom } from 'nanostores';
import { listNames, readValue, writeValue } from './storage';

/**
 * What the browser answered: `granted`, it clears the data only when the reader does; `denied`, it
 * may clear them when space runs short; `unknown`, not asked yet, or it has no answer.
 */
export type Persistence = 'granted' | 'denied' | 'unknown';

export const $persistence = atom<Persistence>('unknown');

/** Name of the value that tells when this browser exported last. */
export const EXPORTED = 'set:exported';
/** An export older than this is out of date: 14 days, in milliseconds. */
export const EXPORT_AGE = 14 * 86_400_000;

let asked: Promise<void> | undefined;

/** Asks the browser to keep the data, once in a page and only when there is something to lose. */
export function askToPersist(): Promise<void> {
  asked ??= ask(true);
  return asked;
}

/** Finds out how it stands, without asking the browser for anything. */
export function readPersistence(): Promise<void> {
  return ask(false);
}

async function ask(forIt: boolean): Promise<void> {
  try {
    const { storage } = navigator;
    const granted = (await storage.persisted()) || (forIt && (await storage.persist()));
    if (forIt || granted) $persistence.set(granted ? 'granted' : 'denied');
  } catch {
    // An old browser, or a page that is not served securely: it stays unknown.
  }
}

/** Notes that everything was exported. */
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
  return ['run:', 'done:', 'mark:'].some((prefix) => listNames(prefix).length > 0);
}
