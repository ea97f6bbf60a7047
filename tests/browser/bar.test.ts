/** The bar that stays at the top: it opens 目录 and 本页, says where one reads, and hides nothing. */
import type { Page } from '@playwright/test';
import { expect, PAGES, ready, test } from './fixtures.ts';

const PHONE = { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true };

/** Lower edge of the bar, from the top of the window. */
function barEdge(page: Page): Promise<number> {
  return page.locator('.site-header').evaluate((bar) => bar.getBoundingClientRect().bottom);
}

/** Upper edge of an element, from the top of the window. */
function topOf(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);
}

/** Opens a fold, and waits until the script is there that closes it. */
async function open(page: Page, fold: '.site-menu' | '.page-menu'): Promise<void> {
  await page.locator(`${fold} > summary`).tap();
  await page.locator('.site-header[data-ready]').waitFor();
}

/** The heading that the bar names. */
const here = (page: Page) => page.locator('[data-here]');

test.describe('on a phone', () => {
  test.use(PHONE);

  test('one bar stands before the first word, and stays', async ({ page }) => {
    await page.goto(PAGES.role);
    expect(await barEdge(page)).toBeLessThanOrEqual(48);
    expect(await topOf(page, 'h1')).toBeLessThan(160);
    await page.evaluate(() => window.scrollTo(0, 3000));
    expect(await barEdge(page)).toBeLessThanOrEqual(48);
    const bar = page.getByRole('banner');
    await expect(bar.locator('summary')).toHaveText([/^目录$/, /^本页/]);
    for (const fold of await bar.locator('summary').all()) await expect(fold).toBeInViewport();
    await expect(bar.getByRole('link', { name: '搜索' })).toBeInViewport();
    await bar.getByRole('link', { name: '今天' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('今天');
  });

  test('本页 says under which heading one reads, and a link of it closes it', async ({ page }) => {
    await page.goto(PAGES.technique);
    await expect(here(page)).toHaveText('客户档案');
    const contents = page.getByRole('navigation', { name: '本页内容' });
    await open(page, '.page-menu');
    const link = contents.getByRole('link').nth(1);
    const name = await link.innerText();
    await link.tap();
    await expect(contents).toBeHidden();
    await expect(here(page)).toHaveText(name);
    await expect(page.getByRole('heading', { name, level: 2 })).toBeInViewport();
    // The last heading counts at the end, however short what it stands over.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(here(page)).toHaveText(
      (await page.locator('.page-menu .toc a').last().textContent()) ?? '',
    );
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(here(page)).toHaveText('客户档案');
  });

  test('what it opened closes by Escape, by a tap beside it, and when the other opens', async ({
    page,
  }) => {
    await page.goto(PAGES.technique);
    const menu = page.getByRole('navigation', { name: '手册目录' });
    const contents = page.getByRole('navigation', { name: '本页内容' });
    await open(page, '.site-menu');
    await expect(menu).toBeVisible();
    await expect(page.getByLabel('外观')).toBeInViewport();
    await open(page, '.page-menu');
    await expect(contents).toBeVisible();
    await expect(menu).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(contents).toBeHidden();
    await expect(page.locator('.page-menu > summary')).toBeFocused();
    await open(page, '.page-menu');
    await page.touchscreen.tap(180, 700);
    await expect(contents).toBeHidden();
  });

  test('opening it moves nothing', async ({ page }) => {
    await page.goto(PAGES.technique);
    const before = await topOf(page, 'h1');
    await page.locator('.site-menu > summary').tap();
    expect(await topOf(page, 'h1')).toBe(before);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('本页 leads to a heading, which stands under what is still open', async ({ page }) => {
      await page.goto(PAGES.technique);
      await page.locator('.page-menu > summary').tap();
      const link = page.locator('.page-menu .toc a').nth(1);
      const target = (await link.getAttribute('href')) ?? '';
      await link.tap();
      const edge = await page
        .locator('.page-menu .fold__panel')
        .evaluate((panel) => panel.getBoundingClientRect().bottom);
      const top = await topOf(page, `[id="${decodeURIComponent(target.slice(1))}"]`);
      expect(top).toBeGreaterThanOrEqual(edge);
      expect(top).toBeLessThan(812);
    });
  });
});

for (const width of [375, 1440]) {
  test(`at ${width} what is arrived at or focused stands under the bar`, async ({ page }) => {
    test.slow(); // some hundred stops
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`${PAGES.workflow}#client-confirms`);
    expect(await topOf(page, '#client-confirms')).toBeGreaterThanOrEqual(await barEdge(page));
    await page.goto(PAGES.role);
    await ready(page, 'checklist');
    await page.locator('.site-footer a').first().focus();
    const edge = await barEdge(page);
    let stops = 0;
    for (; stops < 400; stops += 1) {
      await page.keyboard.press('Shift+Tab');
      const at = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const isIn = focused.closest('main') !== null;
        const { bottom, top } = focused.getBoundingClientRect();
        return { isIn, bottom, top, html: focused.outerHTML.slice(0, 80) };
      });
      if (!at.isIn && stops > 12) break;
      if (at.isIn) expect(at.top, at.html).toBeGreaterThanOrEqual(edge);
    }
    expect(stops).toBeGreaterThan(40);
  });
}

test('on a wide screen 本页目录 marks the heading one reads under, and nothing moves', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await page.goto(PAGES.technique);
  const contents = page.getByRole('navigation', { name: '本页目录' });
  const boxes = () =>
    contents
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => [link.clientWidth, link.clientHeight, (link as HTMLElement).offsetTop]),
      );
  const before = await boxes();
  await expect(contents.locator('[aria-current]')).toHaveCount(0);
  for (const nth of [2, 0]) {
    const link = contents.getByRole('link').nth(nth);
    await link.click();
    await expect(contents.locator('[aria-current]')).toHaveText((await link.textContent()) ?? '');
    expect(await boxes()).toEqual(before);
  }
});
