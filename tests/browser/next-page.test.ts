import type { Page } from '@playwright/test';
import { expect, PAGES, ready, test } from './fixtures.ts';

/** Addresses that the browser has prefetched, as it goes on. */
async function watchPrefetches(page: Page): Promise<string[]> {
  const urls: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
    if (status === 'Ready') urls.push(new URL(prefetchUrl).pathname);
  });
  await session.send('Preload.enable');
  return urls;
}

test('the next page is fetched when the reader makes for its link', async ({ page }) => {
  const fetched = await watchPrefetches(page);
  await page.goto(PAGES.technique);
  const next = page.locator('a[rel="next"]');
  const path = await next.evaluate((link: HTMLAnchorElement) => link.pathname);
  await next.hover();
  await expect.poll(() => fetched).toContain(path);
});

test('links within the page and to a whole handbook are not fetched ahead', async ({ page }) => {
  const fetched = await watchPrefetches(page);
  await page.goto(PAGES.overview);
  const overview = new URL(page.url()).pathname;
  await page.locator('.site-footer').scrollIntoViewIfNeeded();
  for (const link of [
    page.locator('main a[href^="#"]').last(),
    page.locator('a[href*="/print/"]').first(),
  ]) {
    if ((await link.count()) === 0) continue;
    await link.hover();
    await page.waitForTimeout(600);
  }
  // What is allowed comes later than what is not: then the wait was long enough.
  const allowed = page.locator('.site-footer a[href$="/glossary/"]');
  await allowed.hover();
  await expect.poll(() => fetched.filter((path) => path.endsWith('/glossary/'))).toHaveLength(1);
  expect(fetched.filter((path) => path === overview || path.includes('/print/'))).toEqual([]);
});

test('the next page is just there: no fade makes its reader wait', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.addInitScript(() => {
    addEventListener('pagereveal', (event) => {
      const { viewTransition } = event as Event & { viewTransition?: unknown };
      document.documentElement.dataset['faded'] = String(Boolean(viewTransition));
    });
  });
  await page.goto(PAGES.technique);
  await page.locator('a[rel="next"]').click();
  await page.waitForURL((url) => !url.pathname.includes('client-dossier'));
  await expect(page.locator('html')).toHaveAttribute('data-faded', 'false');
});

test('a page that is prerendered writes nothing until it is looked at', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
  });
  for (const [path, island] of [
    [PAGES.technique, undefined],
    [PAGES.role, 'checklist'],
    [PAGES.workflow, 'run-starter'],
  ] as const) {
    await page.goto(path);
    if (island) await ready(page, island);
    await expect(page.locator('select[data-theme-choice]')).toBeEnabled();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  }
  await page.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')));
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['khb:set:last']);
});
