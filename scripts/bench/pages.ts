/**
 * Page performance on a slow phone: `npm run bench:pages`. First and largest paint, style and layout of
 * one page of each kind; and how soon the next page is there once its link was hovered, rendered ahead
 * and fetched ahead. Prints medians, and ratios to the reading page; fails nothing, since they depend on
 * what else the machine does.
 */
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { provideBrowser } from '../../tests/support/browser/index.ts';
import { serveFolder } from '../../tests/support/static-server.ts';
import { buildVariant, VARIANTS } from '../../tests/support/variants.ts';
import { Figures } from './figures.ts';
import { traceLoad, type Load } from './trace.ts';

const figures = new Figures('bench:pages');

const PAGES = {
  reading: 'agency/techniques/client-dossier/',
  home: '',
  role: 'agency/roles/account-executive/',
  workflow: 'agency/workflows/win-new-client/',
  glossary: 'glossary/',
  today: 'today/',
};

/** Slow 4G as browsers' tools have it: 1.6 Mbit/s, 150 ms there and back; a processor four times slower. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 94_000,
};
const SLOWER = 4;
const ROUNDS = 9;

/** How long a reader hovers before clicking, in milliseconds. */
const HOVER = 1_200;
/** How long the next page may take to be painted, in milliseconds. */
const PATIENCE = 20_000;

buildVariant('root');
const { url, stop } = await serveFolder(VARIANTS.root.outDir, { compress: true });
const browser = await launch({ ...provideBrowser().launch, headless: true });
try {
  // Round by round, not page by page: what else the machine does then hits all alike.
  const loads = new Map<string, Load[]>(Object.keys(PAGES).map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, path] of Object.entries(PAGES)) {
      loads
        .get(kind)
        ?.push(await onFreshPage(browser, (page, cdp) => opened(page, cdp, url + path)));
    }
  }
  const reading = loads.get('reading') ?? [];
  for (const [kind, rounds] of loads) {
    const ratio = medianOf(rounds, 'first') / medianOf(reading, 'first');
    figures.line(
      `${kind}: first paint ${show(rounds, 'first')} (${ratio.toFixed(2)} of the reading page's), largest ${show(rounds, 'largest')}; before the first paint style ${show(rounds, 'style')} for ${show(rounds, 'styled')} elements, layout ${show(rounds, 'layout')} for ${show(rounds, 'boxes')} boxes`,
    );
  }
  const ahead: number[] = [];
  const fetched: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ahead.push(await followed(true));
    fetched.push(await followed(false));
  }
  figures.line(
    `next page, from the click to its paint, no throttling: rendered ahead ${median(ahead).toFixed(0)}, fetched ahead ${median(fetched).toFixed(0)}, ratio ${(median(ahead) / median(fetched)).toFixed(2)}; of ${ROUNDS} rounds`,
  );
  figures.save();
} finally {
  await browser.close();
  stop();
}

/** A page without anything stored or cached. */
async function onFreshPage<T>(
  inBrowser: Browser,
  act: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await inBrowser.createBrowserContext();
  try {
    const page = await context.newPage();
    return await act(page, await page.createCDPSession());
  } finally {
    await context.close();
  }
}

async function opened(page: Page, cdp: CDPSession, address: string): Promise<Load> {
  await page.setViewport({ width: 390, height: 800, isMobile: true, hasTouch: true });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', NETWORK);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return traceLoad(page, cdp, address);
}

/**
 * Hovers the link to the next page, as a reader does, and follows it.
 *
 * @param isRendered false: the browser may only fetch it ahead
 * @returns milliseconds from the click to the paint
 * @throws Error when the page was not rendered ahead and should have been, or the other way round
 */
async function followed(isRendered: boolean): Promise<number> {
  // A browser of its own: the page that takes over is another one to it.
  const own = await launch({ ...provideBrowser().launch, headless: true });
  try {
    const [page = await own.newPage()] = await own.pages();
    await page.setViewport({ width: 1280, height: 800 });
    if (!isRendered) await page.evaluateOnNewDocument(keepFromRendering);
    await page.goto(url + PAGES.reading, { waitUntil: 'networkidle0' });
    const link = 'nav.page-nav a[rel="next"]';
    const to = await page.$eval(link, (each) => (each as HTMLAnchorElement).href);
    await page.$eval(link, (each) => each.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.hover(link);
    await new Promise((resolve) => setTimeout(resolve, HOVER));
    // The click may hear no more of its own page.
    await page.click(link).catch(() => undefined);
    const paint = await page.waitForFunction(paintedAfter, { timeout: PATIENCE }, to);
    const { after, wasAhead } = (await paint.jsonValue()) as Painted;
    if (wasAhead !== isRendered)
      throw new Error(`The next page was ${wasAhead ? '' : 'not '}rendered ahead`);
    return after;
  } finally {
    await own.close();
  }
}

/** Runs in the page: takes the rules for rendering ahead out of it, those for fetching stay. */
function keepFromRendering(): void {
  new MutationObserver((_, observer) => {
    const rules = document.querySelector('script[type="speculationrules"]');
    if (!rules) return;
    observer.disconnect();
    const { prefetch } = JSON.parse(rules.textContent) as { prefetch: unknown };
    rules.textContent = JSON.stringify({ prefetch });
  }).observe(document, { childList: true, subtree: true });
}

interface Painted {
  /** Milliseconds from the opening to the paint. */
  readonly after: number;
  readonly wasAhead: boolean;
}

/** Runs in the page: what came of the address, as soon as it is painted. */
function paintedAfter(address: string): Painted | undefined {
  if (location.href !== address) return undefined;
  const [navigation] = performance.getEntriesByType('navigation');
  const { activationStart = 0 } = (navigation ?? {}) as { activationStart?: number };
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return (
    paint && {
      after: Math.max(paint.startTime - activationStart, 0),
      wasAhead: activationStart > 0,
    }
  );
}

function medianOf(rounds: readonly Load[], which: keyof Load): number {
  return median(rounds.map((load) => load[which]));
}

function show(rounds: readonly Load[], which: keyof Load): string {
  return medianOf(rounds, which).toFixed(0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
