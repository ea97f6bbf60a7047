/** Whether the browser promises to keep what is stored. */
import { atom } from 'nanostores';

/**
 * What the browser answered: `granted`, it clears the data only when the reader does; `denied`, it
 * may clear them when space runs short; `unknown`, not asked yet, or it has no answer.
 */
export type Persistence = 'granted' | 'denied' | 'unknown';

export const $persistence = atom<Persistence>('unknown');

/** False where the browser has no answer: a page that is not served securely cannot ask. */
export function canAskToPersist(): boolean {
  return typeof (navigator as Partial<Navigator>).storage?.persist === 'function';
}

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
