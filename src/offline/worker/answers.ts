/**
 * How requests are answered: a page that is kept comes from the device, others from the network; and
 * each page gets its files from the edition that it belongs to.
 */
import { isOfSite, urlBelow } from '../shared/address.ts';
import { groupOf, isHashed, isPacked, MISSING_PAGE, SITE } from '../shared/manifest.ts';
import { closed, editionsIn, NETWORK, opened } from '../shared/tabs.ts';
import { HANDBOOKS, SITE_ADDRESS } from './build.ts';
import { deleteEdition, keptAnywhere, keptFile } from './editions.ts';
import { BY_URL, VERSION } from './entries.ts';
import { remember, remembered } from './memory.ts';
import { worker, type Fetched } from './scope.ts';

/** Answers what is the site's; everything else goes its way as if there were no worker. */
export function answer(event: Fetched): void {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = urlBelow(request.url, SITE_ADDRESS);
  if (url === undefined) return;
  if (request.mode === 'navigate') {
    if (isOfSite(url, SITE_ADDRESS, BY_URL.keys())) event.respondWith(answerPage(event, url));
  } else if (BY_URL.has(url) || isPacked(url) || isHashed(url)) {
    event.respondWith(answerFile(event, url));
  }
}

async function answerPage(event: Fetched, url: string): Promise<Response> {
  const { request, resultingClientId: id } = event;
  event.waitUntil(tidy());
  const kept = await ownFile(url);
  if (kept) {
    event.waitUntil(remember((memory) => withTab(memory, id, undefined)));
    return kept;
  }
  if (!url.endsWith('/') && (await ownFile(`${url}/`))) {
    const { pathname, search } = new URL(request.url);
    return Response.redirect(new URL(`${pathname}/${search}`, request.url).href, 302);
  }
  try {
    const response = await fetch(request);
    event.waitUntil(remember((memory) => withTab(memory, id, NETWORK)));
    return response;
  } catch {
    const missing = await ownFile(MISSING_PAGE);
    if (!missing) return Response.error();
    event.waitUntil(remember((memory) => withTab(memory, id, undefined)));
    return new Response(missing.body, { status: 503, headers: missing.headers });
  }
}

async function answerFile({ request, clientId }: Fetched, url: string): Promise<Response> {
  const { tabs } = await remembered();
  const edition = tabs[clientId]?.edition ?? VERSION;
  if (edition === NETWORK && !isHashed(url)) {
    try {
      return await fetch(request);
    } catch {
      // Without a network, what is kept is better than nothing.
    }
  }
  const isOwn = edition === VERSION || edition === NETWORK;
  const kept = await (isOwn ? ownFile(url) : keptFile(edition, url));
  return kept ?? (isHashed(url) ? await keptAnywhere(url) : undefined) ?? fetch(request);
}

/** What is kept of this edition, and belongs to something that is whole. */
async function ownFile(url: string): Promise<Response | undefined> {
  const { whole } = await remembered();
  const group = groupOf(url, HANDBOOKS);
  const isWhole = group === SITE ? whole.length > 0 : group && whole.includes(group);
  return isWhole ? keptFile(VERSION, url) : undefined;
}

/** Removes the editions whose last page was closed. */
async function tidy(): Promise<void> {
  const before = await remembered();
  if (Object.keys(before.tabs).length === 0) return;
  const open = (await worker.clients.matchAll({ type: 'window' })).map(({ id }) => id);
  const after = await remember((memory) => {
    const tabs = closed(memory.tabs, open, Date.now());
    return tabs === memory.tabs ? memory : { ...memory, tabs };
  });
  const needed = editionsIn(after.tabs);
  for (const edition of editionsIn(before.tabs)) {
    const isGone = !needed.has(edition) && edition !== VERSION && edition !== NETWORK;
    if (isGone) await deleteEdition(edition);
  }
}

type Memory = Awaited<ReturnType<typeof remembered>>;

function withTab(memory: Memory, id: string, edition: string | undefined): Memory {
  const tabs = opened(memory.tabs, id, edition, Date.now());
  return tabs === memory.tabs ? memory : { ...memory, tabs };
}
