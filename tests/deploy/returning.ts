/** What a reader waits for who comes back: the page's own answer, and that is short. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { provideBrowser } from '../support/browser/index.ts';
import type { Server } from './servers.ts';

/** An answer without a body has its headers only, in bytes. */
const HEADERS_ONLY = 1_000;

/** Missing from the types of the DOM: https://www.w3.org/TR/resource-timing/ */
interface Loaded extends PerformanceResourceTiming {
  readonly renderBlockingStatus?: 'blocking' | 'non-blocking';
}

/** One visit, as the browser tells it; sizes are bytes that came over the network. */
interface Visit {
  readonly page: number;
  /** Paths of what the first paint waited for beside the page. */
  readonly blocking: readonly string[];
  /** Sizes of files with a hash in their name, by path. */
  readonly hashed: Readonly<Record<string, number>>;
}

/**
 * Visits pages twice in one browser.
 *
 * @returns what a second visit waited for and should not have; and a fault when the visits show nothing
 */
export async function waitsOfReturning(server: Server, base: string): Promise<string[]> {
  const browser = await chromium.launch(provideBrowser().launch);
  try {
    const faults: string[] = [];
    for (const path of ['agency/', 'agency/workflows/win-new-client/', 'today/', '']) {
      faults.push(...(await faultsOf(browser, server.origin + base + path)));
    }
    return faults;
  } finally {
    await browser.close();
  }
}

async function faultsOf(browser: Browser, address: string): Promise<string[]> {
  const context = await browser.newContext();
  try {
    const first = await visit(await context.newPage(), address);
    const second = await visit(await context.newPage(), address);
    const asked = Object.entries(second.hashed).filter(([, size]) => size > 0);
    return [
      ...(first.page > HEADERS_ONLY ? [] : [`${address} came as ${first.page} bytes at first`]),
      ...(Object.keys(first.hashed).length > 0 ? [] : [`${address} loads no file`]),
      ...(second.page > 0 ? [] : [`${address} was not asked for again: editions may mix`]),
      ...(second.page < HEADERS_ONLY ? [] : [`${address} was sent again, ${second.page} bytes`]),
      ...[first, second].flatMap(({ blocking }) =>
        blocking.map((file) => `the first paint of ${address} waits for ${file}`),
      ),
      ...asked.map(([file]) => `${address} asks for ${file} again`),
    ];
  } finally {
    await context.close();
  }
}

async function visit(page: Page, address: string): Promise<Visit> {
  await page.goto(address, { waitUntil: 'networkidle' });
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const loaded = performance.getEntriesByType('resource') as Loaded[];
    const pathOf = ({ name }: Loaded) => new URL(name).pathname;
    const hashed = loaded.filter((each) => pathOf(each).includes('/_astro/'));
    return {
      page: (navigation as PerformanceNavigationTiming).transferSize,
      blocking: loaded.filter((each) => each.renderBlockingStatus === 'blocking').map(pathOf),
      hashed: Object.fromEntries(hashed.map((each) => [pathOf(each), each.transferSize])),
    };
  });
}
