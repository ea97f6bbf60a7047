import { expect, ready, startRun, test } from './fixtures.ts';

test.use({ baseURL: process.env['SUB_PATH_URL'] ?? '' });

test('links and assets of a build under a sub-path stay under it', async ({ page, baseURL }) => {
  const base = new URL(baseURL ?? '');
  const outside: string[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (!url.pathname.startsWith(base.pathname)) outside.push(url.pathname);
    if (response.status() >= 400) outside.push(`${response.status()} ${url.pathname}`);
  });
  await page.goto('./');
  await page.getByRole('main').getByRole('link', { name: '客户档案' }).click();
  await expect(page).toHaveURL(`${base.href}agency/techniques/client-dossier/`);
  // A link in prose.
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !link.startsWith(base.pathname))).toEqual([]);
  expect(outside).toEqual([]);
});

test('islands tick and runs start under a sub-path, with keys of their own', async ({ page }) => {
  await page.goto('./agency/roles/account-executive/');
  await ready(page, 'checklist');
  await page.locator('.duty input').first().check();
  await startRun(page, './agency/workflows/win-new-client/', '2026-011');
  await expect(page).toHaveURL(/\/kehubu\/runs\/#/);
  await page.reload();
  await ready(page, 'runs');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-011');
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys.length).toBeGreaterThan(2);
  expect(keys.filter((key) => !key.startsWith('khb.kehubu:'))).toEqual([]);
});

test('the settings of the host show: canonical address, noindex, feedback', async ({ page }) => {
  await page.goto('./agency/techniques/client-dossier/');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    'https://handbook.example.com/kehubu/agency/techniques/client-dossier/',
  );
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await expect(page.getByRole('link', { name: '反馈' })).toHaveAttribute(
    'href',
    'mailto:handbook@example.com',
  );
});
