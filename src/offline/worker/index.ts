/**
 * The worker of the site, published as `sw.js` with the list of the build's files. It is registered when
 * a reader keeps a handbook on the device, and answers for what is kept.
 */
import type { Ask, KeepAnswer } from '../shared/messages.ts';
import { answer } from './answers.ts';
import { activate, forget, install, keep, status } from './keeping.ts';
import { worker, type Told } from './scope.ts';

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', answer);
worker.addEventListener('message', (event) => event.waitUntil(hear(event)));

async function hear({ data, ports: [port] }: Told): Promise<void> {
  const ask = data as Ask;
  switch (ask.kind) {
    case 'take-over':
      return worker.skipWaiting();
    case 'status':
      port?.postMessage(await status());
      return;
    case 'forget':
      await forget(ask.handbook);
      port?.postMessage(await status());
      return;
    case 'keep':
      await keep(
        ask.handbooks,
        (said: KeepAnswer) => port?.postMessage(said),
        (stop) => {
          // Whatever the page says while it waits, it means stop.
          if (port) port.onmessage = stop;
        },
      );
  }
}
