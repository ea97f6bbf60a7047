/** The search page: its address, filters, going back, and what it says when it has nothing to list. */
import type { Page } from '@playwright/test';
import { test as bare } from '@playwright/test';
import { violations } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { HANDBOOK } from '../published.ts';

const LINKS = 'main a[data-match]';

async function filled(page: Page, query: string): Promise<void> {
  await expect(page.locator('[data-search-output]')).toHaveAttribute('data-filled', query);
}

test('#q= and ?q= list the same, and ?q= leaves the address', async ({ page }) => {
  const query = '客户档案';
  await page.goto(`./search/#q=${encodeURIComponent(query)}`);
  await filled(page, query);
  const hrefs = () =>
    page.locator(LINKS).evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  const own = await hrefs();
  expect(own.length).toBeGreaterThan(20);
  await expect(page.locator('[data-search-status]')).toHaveText(/^“客户档案”：\d+ 页，\d+ 处$/);
  await page.goto('./');
  await page.goto(`./search/?q=${encodeURIComponent(query)}`);
  await filled(page, query);
  const url = new URL(page.url());
  expect(url.search).toBe('');
  expect(new URLSearchParams(url.hash.slice(1)).get('q')).toBe(query);
  expect(await hrefs()).toEqual(own);
});

test('an exact result holds the phrase where its link leads, a related one need not', async ({
  page,
}) => {
  await page.goto('./search/#q=AE');
  await filled(page, 'AE');
  const related = page.locator('main a[data-match="related"]');
  await expect(related.filter({ hasText: '客户专员' }).first()).toBeVisible();
  await page.goto(`./search/#q=${encodeURIComponent('客戶檔案')}`);
  await filled(page, '客戶檔案');
  await expect(page.locator('main a[data-match="exact"]').first()).toContainText('客户档案');
});

test('a first search loads what its letters need: pinyin no engine, a word of the site no pinyin', async ({
  page,
  context,
}) => {
  const loadedFor = async (query: string) => {
    const own = await context.newPage();
    const files: string[] = [];
    own.on('request', (request) => files.push(new URL(request.url()).pathname));
    await own.goto(`./search/#q=${encodeURIComponent(query)}`);
    await filled(own, query);
    await own.close();
    const loads = (name: string) => files.some((file) => file.endsWith(`/${name}`));
    return { engine: loads('engine.pagefind'), pinyin: loads('pinyin.pack') };
  };
  await page.goto('./');
  expect(await loadedFor('客户档案')).toEqual({ engine: true, pinyin: false });
  expect(await loadedFor('kehudangan')).toEqual({ engine: false, pinyin: true });
  expect(await loadedFor('AE')).toEqual({ engine: true, pinyin: false });
  // Begins a word of the site, and could be pinyin all the same.
  expect(await loadedFor('bri')).toEqual({ engine: true, pinyin: true });
});

test('filters by handbook and kind stand in the address and narrow the list', async ({ page }) => {
  await page.goto(`./search/#q=${encodeURIComponent('客户经理')}`);
  await filled(page, '客户经理');
  await page.getByRole('radio', { name: '客户服务部' }).check();
  await page.getByRole('radio', { name: 'B 流程' }).check();
  await expect(page).toHaveURL(/handbook=service&kind=workflows$/);
  await filled(page, '客户经理');
  const paths = await page
    .locator(LINKS)
    .evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname));
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !path.startsWith('/service/workflows/'))).toEqual([]);
  await page.reload();
  await filled(page, '客户经理');
  await expect(page.getByRole('radio', { name: 'B 流程' })).toBeChecked();
  await page.getByRole('radio', { name: '术语' }).check();
  await expect(page.locator(LINKS).first()).toHaveAttribute('href', /^\/glossary\/#/);
});

test('back from a result, the query and its results stand where they stood', async ({ page }) => {
  await page.goto('./');
  await page.goto('./search/');
  await page.getByRole('searchbox').fill('工作单');
  await filled(page, '工作单');
  const link = page.locator(LINKS).nth(12);
  await link.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(100);
  await link.click();
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('工作单');
  await filled(page, '工作单');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before / 2);
  // One step further back is the page before the search: typing made no steps.
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('搜索');
});

test('more places of a page are shown on demand', async ({ page }) => {
  await page.goto(`./search/#q=${encodeURIComponent('工作单')}`);
  await filled(page, '工作单');
  const hit = page.locator('.hit').first();
  await expect(hit.locator('a[data-match]')).toHaveCount(3);
  const count = Number((await hit.locator('.hit__count').innerText()).match(/\d+/)?.[0]);
  await hit.getByRole('button', { name: /^还有 \d+ 处$/ }).click();
  await expect(hit.locator('a[data-match]')).toHaveCount(count);
  await expect(hit.locator('a[data-match]').nth(3)).toBeFocused();
  await expect(hit.locator('a[data-match]').last()).toHaveAttribute('href', /#/);
});

test('when nothing is found it says so, and offers shorter words', async ({ page }) => {
  await page.goto(`./search/#q=${encodeURIComponent('工作单鑫鑫鑫')}`);
  await expect(page.getByText('没有找到“工作单鑫鑫鑫”。')).toBeVisible();
  await expect(page.locator(LINKS)).toHaveCount(0);
  await expect(page.locator('main').getByRole('link', { name: '术语表' })).toBeVisible();
  await page.getByRole('button', { name: '工作单', exact: true }).click();
  await filled(page, '工作单');
});

// The browser reports each refused request in the console: without the watch of the other tests.
bare('when the index cannot be had it says so, and tries again', async ({ page }) => {
  await page.goto('./search/');
  await page.route('**/*.pf_*', (route) => route.abort());
  await page.getByRole('searchbox').fill('工作单');
  await expect(page.getByText(/搜索的索引没有取到/).first()).toBeVisible();
  await page.unroute('**/*.pf_*');
  await page.getByRole('button', { name: '再试一次' }).click();
  await filled(page, '工作单');
  await expect(page.locator(LINKS).first()).toBeVisible();
});

bare('a part of the index that is lost on the way is no “nothing found”', async ({ page }) => {
  await page.goto(`./search/#q=${encodeURIComponent('客户')}`);
  await filled(page, '客户');
  await page.context().setOffline(true);
  await page.getByRole('searchbox').fill('垄断协议');
  await expect(page.getByText(/搜索的索引没有取到/).first()).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '再试一次' }).click();
  await filled(page, '垄断协议');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the header leads to a page with the glossary and the overviews', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: '搜索' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('搜索');
    const main = page.locator('main');
    await expect(main.getByRole('link')).toHaveCount(4);
    await expect(main.getByRole('searchbox')).toHaveCount(0);
    await main.getByRole('link', { name: '术语表' }).click();
    await expect(page).toHaveURL(/\/glossary\/$/);
  });
});

test('under a sub-path it finds, leads and marks as well', async ({ browser }) => {
  const base = process.env['SUB_PATH_URL'] ?? '';
  expect(base, 'SUB_PATH_URL: the build under a sub-path is not served').not.toBe('');
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}${HANDBOOK}/`);
  const workflow = page.getByRole('main').locator('a[href*="/workflows/"]:not([href*="#"])');
  await workflow.first().click();
  const query = await page.locator('li.step .step__title').first().innerText();
  await page.goto(`${base}search/#q=${encodeURIComponent(query)}`);
  await filled(page, query);
  const first = page.locator(LINKS).first();
  await expect(first).toHaveAttribute('href', /^\/kehubu\/.*#/);
  await first.click();
  await expect(page.getByRole('button', { name: '去掉标记' })).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(/^\/kehubu\//);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1440]) {
    test.describe(`axe, ${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test('page, dialog and mark have no violation', async ({ page }) => {
        await page.goto('./search/');
        await expect(page.getByRole('searchbox')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.getByRole('searchbox').fill('客户档案');
        await filled(page, '客户档案');
        expect(await violations(page)).toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth > innerWidth,
        );
        expect(sideways).toBe(false);
        await page.locator(LINKS).nth(1).click();
        await expect(page.getByRole('button', { name: '去掉标记' })).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('/');
        await expect(page.locator('dialog[open]')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.type('工作单');
        await expect(page.locator('dialog [data-filled="工作单"]')).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}
