/** The worker, as the pages of the site see it. */
import { href } from '../../model/address.ts';
import { SITE_KEY } from '../../stores/site-key.ts';
import type { FaultKind } from '../shared/fault.ts';
import { WORKER_FILE } from '../shared/manifest.ts';
import type { Ask, KeepAnswer, Status } from '../shared/messages.ts';
import { cachePrefix } from '../shared/names.ts';

/** How long the worker may be silent, in milliseconds, until it is taken for ended. */
const PATIENCE = { answer: 10_000, progress: 45_000 };

const siteAddress = () => new URL(href('/'), location.href).href;

/** This site's registration: one of a site above it on the same origin is not meant. */
export async function ownRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  const found = await navigator.serviceWorker.getRegistration(siteAddress());
  return found?.scope === siteAddress() ? found : undefined;
}

/** How a worker stands; absent when it does not answer. */
export function statusOf(worker: ServiceWorker): Promise<Status | undefined> {
  return askOnce(worker, { kind: 'status' });
}

/** What is kept on this device; absent when nothing was ever asked for. */
export async function readStatus(): Promise<Status | undefined> {
  const worker = (await ownRegistration())?.active;
  return worker ? statusOf(worker) : undefined;
}

/**
 * `refused`: the browser lets the site keep nothing, as in a private window; `absent`: the host answers,
 * and not with the worker.
 */
export type KeepOutcome = 'whole' | FaultKind | 'refused' | 'absent';

/**
 * Keeps handbooks, from where an earlier time broke off. Registers the worker: nothing did before.
 *
 * @param onProgress is told bytes
 */
export async function keep(
  handbooks: readonly string[],
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<KeepOutcome> {
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register(href(`/${WORKER_FILE}`), {
      scope: href('/'),
      updateViaCache: 'none',
    });
  } catch (error) {
    // A script that does not come is a TypeError, whatever the cause.
    if ((error as Error).name !== 'TypeError') return 'refused';
    return fetch(href(`/${WORKER_FILE}`), { cache: 'no-store' }).then(
      () => 'absent' as const,
      () => 'network' as const,
    );
  }
  let hasRenewed = false;
  for (;;) {
    const worker = await activeWorker(registration);
    if (!worker) return 'network';
    const answer = await askToKeep(worker, handbooks, onProgress, signal);
    if (answer.kind === 'whole') return 'whole';
    if (answer.kind !== 'broken-off') continue;
    // A worker of an edition before that has nothing to keep up gives way at once.
    if (answer.fault !== 'changed' || hasRenewed || !(await renewed(registration))) {
      return answer.fault;
    }
    hasRenewed = true;
  }
}

/** Removes a handbook. @returns how it stands; absent when nothing is left */
export async function forget(handbook: string): Promise<Status | undefined> {
  const registration = await ownRegistration();
  const worker = registration?.active;
  const status = worker && (await askOnce<Status>(worker, { kind: 'forget', handbook }));
  const isLeft = status && status.whole.length + Object.keys(status.begun).length > 0;
  if (isLeft) return status;
  // Also where the worker has come to grief.
  const prefix = cachePrefix(SITE_KEY, href('/'));
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration?.unregister();
  return undefined;
}

/** Puts the edition that waits in the place of the one that answers. */
export function takeOver(waiting: ServiceWorker): void {
  waiting.postMessage({ kind: 'take-over' } satisfies Ask);
}

async function activeWorker(
  registration: ServiceWorkerRegistration,
): Promise<ServiceWorker | undefined> {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (!worker) return undefined;
  await settled(worker, ['activated', 'redundant']);
  return registration.active ?? undefined;
}

/** Looks for another worker. @returns whether it is in place */
async function renewed(registration: ServiceWorkerRegistration): Promise<boolean> {
  const before = registration.active;
  try {
    await registration.update();
  } catch {
    return false;
  }
  const { installing } = registration;
  if (installing) await settled(installing, ['activated', 'redundant', 'installed']);
  if (registration.waiting === installing && installing) {
    // It has not come to taking the place yet, or waits for the reader.
    await Promise.race([
      settled(installing, ['activated', 'redundant']),
      new Promise((resolve) => setTimeout(resolve, 2000)),
    ]);
  }
  return registration.active !== before;
}

function settled(worker: ServiceWorker, states: readonly ServiceWorkerState[]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (states.includes(worker.state)) resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

function askOnce<T>(worker: ServiceWorker, ask: Ask): Promise<T | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data as T);
    setTimeout(() => resolve(undefined), PATIENCE.answer);
    worker.postMessage(ask, [port2]);
  });
}

function askToKeep(
  worker: ServiceWorker,
  handbooks: readonly string[],
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<KeepAnswer> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let silence: ReturnType<typeof setTimeout>;
    const end = (answer: KeepAnswer) => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      port1.close();
      resolve(answer);
    };
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => end({ kind: 'broken-off', fault: 'network' }), PATIENCE.progress);
    };
    const stop = () => port1.postMessage('stop');
    port1.onmessage = ({ data }) => {
      const answer = data as KeepAnswer;
      listen();
      if (answer.kind === 'progress') onProgress(answer.done, answer.total);
      else end(answer);
    };
    signal.addEventListener('abort', stop);
    listen();
    worker.postMessage({ kind: 'keep', handbooks } satisfies Ask, [port2]);
    if (signal.aborted) stop();
  });
}
