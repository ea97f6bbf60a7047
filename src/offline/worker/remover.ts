/**
 * The worker of a site without offline reading (`OFFLINE=0`): takes the place of one that was published
 * before at once, removes what that kept, and itself. Open pages are left as they are.
 */
import { forgetAll } from './memory.ts';
import { worker } from './scope.ts';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) =>
  event.waitUntil(forgetAll().then(() => worker.registration.unregister())),
);
