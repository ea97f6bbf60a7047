/** Tells the page's stores what changes, in this tab and in other ones. */
import { onShownLate } from '../shown.ts';
import { untouchable } from './quarantine.ts';
import { nameOf } from './stored.ts';
import { guardsOn, retryUnsaved, unsaved } from './unsaved.ts';

type Listener = (name: string, value: string | undefined) => void;

/** Whoever writes and listens: it knows what it wrote, and does not hear of it again. */
export type Writer = object;

const listeners = new Set<{ prefix: string; listener: Listener; writer: Writer | undefined }>();
const reloaders = new Set<() => void>();

let attached = false;

/**
 * Calls back whenever a value with the prefix changes, in this tab or in another one.
 *
 * @param writer whose own writes are passed over
 * @returns a function that ends the subscription
 */
export function onValueChange(prefix: string, listener: Listener, writer?: Writer): () => void {
  attach();
  const entry = { prefix, listener, writer };
  listeners.add(entry);
  return () => listeners.delete(entry);
}

/**
 * Calls back when everything has to be read again: the page came back from the back/forward cache, or
 * is shown after it was rendered ahead, or the whole storage was cleared.
 *
 * @returns a function that ends the subscription
 */
export function onReload(reload: () => void): () => void {
  attach();
  reloaders.add(reload);
  return () => reloaders.delete(reload);
}

/** Tells of a change, all but the one who made it. */
export function announce(name: string, value: string | undefined, origin?: Writer): void {
  for (const { prefix, listener, writer } of listeners) {
    if (name.startsWith(prefix) && (!writer || writer !== origin)) listener(name, value);
  }
}

function reloadAll(): void {
  for (const reload of reloaders) reload();
}

function attach(): void {
  if (attached || typeof window === 'undefined') return;
  attached = true;
  window.addEventListener('storage', (event) => {
    if (event.key === null) {
      retryUnsaved();
      return reloadAll();
    }
    const name = nameOf(event.key);
    if (name === undefined) return;
    const mine = unsaved.get(name);
    // What another tab wrote or erased is later than what this one could not write, unless told so.
    const isKept = event.newValue !== null && mine !== undefined;
    const hadUnsaved = !(isKept && guardsOn(name, mine).includes(true)) && unsaved.delete(name);
    if (event.newValue === null) untouchable.delete(name);
    announce(name, event.newValue ?? undefined);
    if (hadUnsaved || unsaved.size > 0) retryUnsaved();
  });
  onShownLate(() => {
    retryUnsaved();
    reloadAll();
  });
}
