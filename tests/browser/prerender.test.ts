/**
 * A next page that is rendered before its reader opens it. Playwright makes prefetching of it, puppeteer
 * lets the browser do what it does for people.
 */
import { expect, test } from '@playwright/test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { plainLaunch } from '../support/browser/index.ts';
import { PAGES } from './fixtures.ts';
import { keptReceipt, receipt } from './receipts.ts';

const BASE = process.env['FIXTURE_URL'] ?? '';
const addressOf = (path: string) => new URL(path, BASE).href;

/** A box that takes clicks. */
const BOX = '.duty .tick__box:enabled';

const stored = (page: Page) => page.evaluate(() => ({ ...localStorage }) as Record<string, string>);

/** Pages that the browser keeps rendered ahead. */
interface Ahead {
  /** Paths of those it keeps now. */
  readonly kept: () => string[];
  /** Most of them at one time. */
  readonly most: () => number;
  /** Paths of all it has begun. */
  readonly begun: ReadonlySet<string>;
}

/** Asked of the browser as a whole: it renders nothing ahead for a page that is being inspected. */
async function watchAhead(browser: Browser): Promise<Ahead> {
  const kept = new Map<string, string>();
  const begun = new Set<string>();
  let most = 0;
  const session = await browser.target().createCDPSession();
  session.on('Target.targetInfoChanged', ({ targetInfo: { targetId, subtype, url } }) => {
    if (subtype !== 'prerender') return void kept.delete(targetId);
    if (!url) return;
    const { pathname } = new URL(url);
    kept.set(targetId, pathname);
    begun.add(pathname);
    most = Math.max(most, kept.size);
  });
  session.on('Target.targetDestroyed', ({ targetId }) => void kept.delete(targetId));
  await session.send('Target.setDiscoverTargets', { discover: true, filter: [{}] });
  return { kept: () => [...kept.values()], most: () => most, begun };
}

/** Makes for a link, as a reader does. */
async function hover(page: Page, link: string): Promise<void> {
  await page.$eval(link, (each) => each.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.hover(link);
}

/** Opens a link, and expects that its page was rendered before. @param address of that page */
async function openRenderedAhead(page: Page, link: string, address: string): Promise<void> {
  // The page that takes over is another one to the browser; the click may hear no more of its own.
  await page.click(link).catch(() => undefined);
  await page.waitForFunction((to) => location.href === to, {}, address);
  const wasAhead = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return (navigation as { activationStart?: number } | undefined)?.activationStart ?? 0;
  });
  expect(wasAhead).toBeGreaterThan(0);
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What two ticked boxes of the role's list leave in the storage. */
async function tickTwo(browser: Browser): Promise<[string, string][]> {
  const page = await browser.newPage();
  await page.goto(addressOf(PAGES.role));
  await page.waitForSelector(BOX);
  await page.$$eval(BOX, (boxes) => {
    for (const box of boxes.slice(0, 2)) (box as HTMLInputElement).click();
  });
  const marks = async () =>
    Object.entries(await stored(page)).filter(([key]) => key.startsWith('khb:mark:'));
  await expect.poll(async () => (await marks()).length).toBe(2);
  const written = await marks();
  await page.evaluate(() => localStorage.clear());
  await page.close();
  return written;
}

test('the next page is rendered ahead, writes nothing before it is shown, and shows what was done meanwhile', async () => {
  const browser = await launch({ ...plainLaunch(), headless: true });
  try {
    const [damaged, ticked] = await tickTwo(browser);
    if (!damaged || !ticked) throw new Error('Nothing was ticked');
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const ahead = await watchAhead(browser);
    await page.goto(addressOf(PAGES.overview));
    // What cannot be read is set aside under another name, which is a write as well.
    await page.evaluate((key) => localStorage.setItem(key, '{'), damaged[0]);
    const before = await stored(page);
    expect(JSON.parse(before['khb:set:last'] ?? '{}')).toMatchObject({ path: '/agency/' });

    const role = addressOf(PAGES.role);
    const { pathname } = new URL(role);
    const link = `main a[href="${pathname}"]`;
    await hover(page, link);
    await expect.poll(ahead.kept).toEqual([pathname]);
    // Its scripts have time to do what they must not.
    await wait(3_000);
    expect(await stored(page)).toEqual(before);

    await page.evaluate(([key, value]) => {
      localStorage.setItem(key, value);
      localStorage.setItem('khb:set:theme', 'dark');
    }, ticked);
    await openRenderedAhead(page, link, role);
    await page.waitForSelector('.duty .tick__box:checked');
    expect(await page.$$eval('.duty .tick__box:checked', (boxes) => boxes.length)).toBe(1);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    const last = async () => JSON.parse((await stored(page))['khb:set:last'] ?? '{}') as unknown;
    await expect.poll(last).toMatchObject({ path: pathname });
    expect(Object.values(await stored(page)).some((value) => value.includes('"text":"{"'))).toBe(
      true,
    );
  } finally {
    await browser.close();
  }
});

test('the team’s table is rendered ahead, and shows a receipt that was taken in another tab meanwhile', async () => {
  const browser = await launch({ ...plainLaunch(), headless: true });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const ahead = await watchAhead(browser);
    await page.goto(addressOf(PAGES.training));
    const team = addressOf(PAGES.team);
    const { pathname } = new URL(team);
    const link = `main a[href="${pathname}"]`;
    await page.waitForSelector(link);
    await page.evaluate(
      ([key, value]) => {
        localStorage.clear();
        localStorage.setItem(key, value);
      },
      keptReceipt(receipt('devicea0', '小王', 1)),
    );
    const before = await stored(page);
    await hover(page, link);
    await expect.poll(ahead.kept).toEqual([pathname]);
    await wait(3_000);
    expect(await stored(page)).toEqual(before);
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key, value),
      keptReceipt(receipt('deviceb0', '小李', 2)),
    );
    await openRenderedAhead(page, link, team);
    await page.waitForSelector('.team-table tbody tr');
    const rows = () =>
      page.$$eval('.team-table tbody tr', (all) => all.map((each) => each.textContent ?? ''));
    await expect.poll(async () => (await rows()).length).toBe(2);
    expect((await rows()).some((text) => text.includes('小李'))).toBe(true);
  } finally {
    await browser.close();
  }
});

test('never more than two pages are kept, and none of /print/', async () => {
  const browser = await launch({ ...plainLaunch(), headless: true });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const ahead = await watchAhead(browser);
    await page.goto(addressOf(PAGES.overview));
    const pages = await page.$$eval('main a[href^="/agency/techniques/"]', (links) =>
      links.slice(0, 3).map((each) => each.getAttribute('href') ?? ''),
    );
    for (const path of ['/print/agency/', ...pages]) {
      await hover(page, `main a[href="${path}"]`);
      await wait(1_500);
    }
    await expect.poll(() => [...ahead.begun]).toEqual(pages);
    expect(ahead.most()).toBe(2);
  } finally {
    await browser.close();
  }
});
