import { readBuiltSite } from '../content/built-site';
import { weighPage } from '../budget/page-weight';
import { expect, PAGES, settled, test } from './fixtures';

declare global {
  interface Window {
    /** What moved, set by the page's own observer. */
    moved: string[];
  }
}

/** Missing from the types of the DOM: https://wicg.github.io/layout-instability/ */
interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Element | null }[];
}

const FOLDER = 'dist-test/root';
const KINDS = [
  'home',
  'overview',
  'role',
  'workflow',
  'technique',
  'rules',
  'runs',
  'progress',
  'search',
  'glossary',
  'editions',
] as const;

test.describe('what the budget counts', () => {
  const built = new Map(readBuiltSite(FOLDER).map((page) => [page.address, page]));

  for (const kind of KINDS) {
    test(`is what a browser asks for: ${kind}`, async ({ page, baseURL }) => {
      const asked = new Set<string>();
      page.on('request', (request) => asked.add(new URL(request.url()).pathname.slice(1)));
      await page.goto(PAGES[kind], { waitUntil: 'networkidle' });
      const address = new URL(PAGES[kind], baseURL).pathname;
      const counted = weighPage(FOLDER, built.get(address)!).files;
      // Icon and manifest are asked for at the browser's leisure.
      const loaded = (file: string) => !/^favicon\.|\.webmanifest$/.test(file);
      const files = [address.slice(1), ...counted].filter(loaded);
      expect([...asked].filter(loaded).sort()).toEqual(files.sort());
    });
  }
});

test.describe('nothing moves while a page loads', () => {
  for (const kind of KINDS) {
    for (const width of [360, 1280]) {
      test(`${kind} at ${width}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        // As on a slow machine, where the first paint comes before the whole page is parsed.
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        await page.addInitScript(() => {
          window.moved = [];
          new PerformanceObserver((list) => {
            for (const { sources } of list.getEntries() as LayoutShift[]) {
              window.moved.push(
                ...sources.map(({ node }) => `${node?.nodeName} ${node?.className}`),
              );
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(PAGES[kind], { waitUntil: 'networkidle' });
        await settled(page);
        // What is drawn by then is reported in the next frame but one.
        await page.waitForTimeout(300);
        expect(await page.evaluate(() => window.moved)).toEqual([]);
      });
    }
  }
});
