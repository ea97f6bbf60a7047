import type { Locator, Page } from '@playwright/test';
import { expect, ready, startRun, test } from './fixtures.ts';
import { HANDBOOK } from './published.ts';
import { openTeam, receipt } from './receipts.ts';

test.use({ baseURL: process.env['SUB_PATH_URL'] ?? '' });

/** Path of the first page of a section: pages are looked up, for the published handbook may change. */
async function firstOf(page: Page, section: string): Promise<string> {
  await page.goto(`./${HANDBOOK}/`);
  const link = page
    .getByRole('main')
    .locator(`a[href*="/${HANDBOOK}/${section}/"]:not([href*="#"])`);
  return (await link.first().getAttribute('href')) ?? '';
}

/** Expects that a place has links to the site, and each below the base. */
async function expectLinksInside(place: Locator, base = ''): Promise<void> {
  const links = await place
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !link.startsWith(new URL(base).pathname))).toEqual([]);
}

test('links and assets of a build under a sub-path stay under it', async ({ page, baseURL }) => {
  const base = new URL(baseURL ?? '');
  const outside: string[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (!url.pathname.startsWith(base.pathname)) outside.push(url.pathname);
    if (response.status() >= 400) outside.push(`${response.status()} ${url.pathname}`);
  });
  await page.goto('./');
  const technique = page.getByRole('main').locator('a[href*="/techniques/"]').first();
  const path = (await technique.getAttribute('href')) ?? '';
  expect(path.startsWith(base.pathname)).toBe(true);
  await technique.click();
  await expect(page).toHaveURL(new URL(path, base).href);
  // A link in prose.
  await expectLinksInside(page.locator('body'), baseURL);
  expect(outside).toEqual([]);
});

test('a plan, its sheet and its code stay under a sub-path', async ({ page, baseURL }) => {
  await page.goto(await firstOf(page, 'roles'));
  await page.getByRole('link', { name: '这条路线当作计划' }).click();
  await expect(page).toHaveURL(/\/kehubu\/train\/[a-z-]+\/$/);
  const address = page.url();
  await expectLinksInside(page.getByRole('main'), baseURL);
  await page.getByRole('button', { name: '显示二维码' }).click();
  await expect(page.locator('.plan-qr figcaption')).toHaveText(address);
  await page.getByRole('link', { name: '打印签到表' }).click();
  await expect(page).toHaveURL(/\/kehubu\/print\/train\//);
});

test('training and the team’s table stay under a sub-path, with keys of their own', async ({
  page,
  baseURL,
}) => {
  const expectInside = () => expectLinksInside(page.locator('body'), baseURL);
  await page.goto(await firstOf(page, 'roles'));
  await page.getByRole('link', { name: '这条路线当作计划' }).click();
  await ready(page, 'start-plan');
  await page.getByRole('button', { name: '开始这份计划' }).click();
  await page.getByRole('link', { name: '打开我的培训' }).click();
  await ready(page, 'training');
  await expectInside();
  await page
    .getByRole('button', { name: /^读过了：/ })
    .first()
    .click();
  await expect(page.getByText('做完了 1 项')).toBeVisible();
  await page.locator('.train-item__text a').first().click();
  await expect(page.locator('.page-end')).toContainText('下一项：');
  await expectInside();
  await openTeam(page, receipt('devicea0', '小王', 2));
  await page.locator('.team-table').getByRole('button', { name: '小王' }).click();
  await expectInside();
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys.filter((key) => !key.startsWith('khb.kehubu:'))).toEqual([]);
  expect(keys.some((key) => key.startsWith('khb.kehubu:team:'))).toBe(true);
});

test('islands tick and runs start under a sub-path, with keys of their own', async ({ page }) => {
  const [role, workflow] = [await firstOf(page, 'roles'), await firstOf(page, 'workflows')];
  await page.goto(role);
  await ready(page, 'checklist');
  await page.locator('.duty input').first().check();
  await startRun(page, workflow, '2026-011');
  await expect(page).toHaveURL(/\/kehubu\/runs\/#/);
  await page.reload();
  await ready(page, 'runs');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-011');
  await page.goto('./today/');
  await expect(page.locator('.today')).toContainText('2026-011');
  await page.locator('.today').getByRole('checkbox').first().click();
  await expect(page.locator('.today')).toContainText('今天做完了 1 项');
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys.length).toBeGreaterThan(2);
  expect(keys.filter((key) => !key.startsWith('khb.kehubu:'))).toEqual([]);
});

test('the settings of the host show: canonical address, noindex, feedback', async ({ page }) => {
  const technique = await firstOf(page, 'techniques');
  await page.goto(technique);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    `https://handbook.example.com${technique}`,
  );
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await expect(page.getByRole('link', { name: '反馈' })).toHaveAttribute(
    'href',
    'mailto:handbook@example.com',
  );
});
