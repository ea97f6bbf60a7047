/**
 * Page performance on a slow phone: `npm run bench:pages`. First and largest paint of one page of each kind, and of the next page after its link was hovered. Prints
 * medians, in milliseconds; fails nothing, since they depend on what else the machine does.
 */
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { provideBrowser } from '../../tests/support/browser/index.ts';
import { serveFolder } from '../../tests/support/static-server.ts';
import { buildVariant, VARIANTS } from '../../tests/support/variants.ts';
import { Figures } from './figures.ts';

const figures = new Figures('bench:pages');

const PAGES = {
  reading: 'agency/techniques/client-dossier/',
  home: '',
  role: 'agency/roles/account-executive/',
  workflow: 'agency/workflows/win-new-client/',
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
const HOVER = 500;

buildVariant('root');
const { url, stop } = await serveFolder(VARIANTS.root.outDir, { compress: true });
const browser = await chromium.launch(provideBrowser().launch);
for (const [kind, path] of Object.entries(PAGES)) {
  const rounds = await times(() => withPage(browser, (page) => opened(page, url + path)));
  figures.line(
    `${kind}: first paint ${median(rounds, 0)}, largest ${median(rounds, 1)}, of ${ROUNDS} rounds`,
  );
}
const next = await times(() => withPage(browser, (page) => followed(page, url + PAGES.reading)));
figures.line(
  `next page, from the click: first paint ${median(next, 0)}, largest ${median(next, 1)}`,
);
await browser.close();
stop();
figures.save();

type Paints = readonly [first: number, largest: number];

/** A page without anything stored or cached, throttled. */
async function withPage<T>(browser: Browser, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const result = await act(page);
  await context.close();
  return result;
}

async function opened(page: Page, address: string): Promise<Paints> {
  await page.goto(address, { waitUntil: 'networkidle' });
  return paints(page);
}

/** Hovers the link to the next page, as a reader does, and follows it. */
async function followed(page: Page, address: string): Promise<Paints> {
  await page.goto(address, { waitUntil: 'networkidle' });
  const link = page.locator('a[rel="next"]');
  await link.hover();
  await page.waitForTimeout(HOVER);
  await link.click();
  await page.waitForURL((to) => to.href !== address);
  await page.waitForLoadState('networkidle');
  return paints(page);
}

/** Milliseconds from the navigation to the paints. */
function paints(page: Page): Promise<Paints> {
  return page.evaluate(
    () =>
      new Promise<readonly [number, number]>((resolve) => {
        new PerformanceObserver((list) => {
          const largest = list.getEntries().at(-1)?.startTime ?? 0;
          const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
          resolve([first, largest]);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

async function times(measure: () => Promise<Paints>): Promise<Paints[]> {
  const rounds: Paints[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure());
  return rounds;
}

function median(rounds: readonly Paints[], which: 0 | 1): string {
  const sorted = rounds.map((paint) => paint[which]).sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0);
}
