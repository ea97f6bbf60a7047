/** How much script a page runs until something is there. */
import type { BrowserContext } from '@playwright/test';

/** Longest wait, and the pause between two looks, in milliseconds. */
const PATIENCE = 30_000;
const PAUSE = 20;

/**
 * Opens a page and waits until so many elements are there and painted. Looked for over the browser's own
 * protocol: scripts that a test runner injects into the page would count as the page's.
 *
 * @returns milliseconds of script
 * @throws Error when they do not come
 */
export async function scriptUntil(
  context: BrowserContext,
  path: string,
  selector: string,
  count = 1,
): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const ask = async (expression: string): Promise<unknown> => {
    const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true });
    return result.value;
  };
  await session.send('Performance.enable');
  await page.goto(path);
  const begun = performance.now();
  while (
    !(await ask(`document.querySelectorAll(${JSON.stringify(selector)}).length >= ${count}`))
  ) {
    if (performance.now() - begun > PATIENCE) throw new Error(`${path}: no ${count} ${selector}`);
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  // The frame that paints it has its share.
  await ask('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  const { metrics } = await session.send('Performance.getMetrics');
  await page.close();
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1000;
}
