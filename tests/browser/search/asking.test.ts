/** Questions, pinyin and nonsense: what the search says of them, and shows for them. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { pagesOf } from './ask.ts';

async function ask(page: Page, query: string): Promise<void> {
  await page.goto(`./search/#q=${encodeURIComponent(query)}`);
  await expect(page.locator('[data-search-output]')).toHaveAttribute('data-filled', query);
}

const status = (page: Page) => page.locator('[data-search-status]');
const links = (page: Page, match = '') => page.locator(`main a[data-match${match}]`);

test('who signs is answered with the names, beside their label', async ({ page }) => {
  await ask(page, '谁签字');
  await expect(status(page)).toHaveText(/^“谁签字”：\d+ 页可能有答案，\d+ 页有原话$/);
  const first = links(page).first();
  await expect(first.locator('.place__text')).toHaveText(/^谁签字：\S+、\S+$/);
  await expect(first.locator('.place__text mark')).toHaveText('谁签字');
  // What was typed stands in no running text: each of its places is a label that is kept.
  const [, exact] = (await status(page).innerText()).match(/(\d+) 页有原话/) ?? [];
  const hrefs = await links(page, '="exact"').evaluateAll((all) =>
    all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  expect(pagesOf(hrefs)).toHaveLength(Number(exact));
});

test('what to do on the first day leads to the routes of the roles', async ({ page }) => {
  await ask(page, '第一天做什么');
  const first = links(page).first();
  await expect(first).toHaveAttribute('href', /\/roles\/[a-z-]+\/#route$/);
  await expect(first.locator('mark').first()).toHaveText('第一天');
});

test('a question about nothing that is here finds nothing', async ({ page }) => {
  await ask(page, '空调坏了怎么办');
  await expect(links(page)).toHaveCount(0);
  await expect(page.getByText('没有找到“空调坏了怎么办”。')).toBeVisible();
});

test('labels that stand beside each other are no phrase', async ({ page }) => {
  await ask(page, '总监签字关键');
  await expect(links(page, '="exact"')).toHaveCount(0);
});

test('pinyin says what it was taken for', async ({ page }) => {
  await ask(page, 'baojia');
  await expect(status(page)).toHaveText(/^按拼音找到“报价”，\d+ 页$/);
});

test('shorter words are offered only when they find something', async ({ page }) => {
  await ask(page, 'zzzz');
  await expect(page.getByText('没有找到“zzzz”。')).toBeVisible();
  await expect(page.locator('.search-choices')).toHaveCount(0);
  await ask(page, '工作单鑫鑫鑫');
  await expect(page.locator('.search-choices button')).toHaveText(['工作单']);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });

  test('results begin in the upper half; the filters are one line that opens', async ({ page }) => {
    await ask(page, '会议纪要');
    const first = page.locator('.hit').first();
    expect((await first.boundingBox())?.y).toBeLessThan(812 / 2);
    const fold = page.getByRole('button', { name: /^筛选/ });
    await expect(fold).toHaveText(/全部手册，全部类别$/);
    expect((await fold.boundingBox())?.height).toBeLessThanOrEqual(48);
    const roles = page.getByRole('radio', { name: 'A 岗位' });
    await expect(roles).toBeHidden();

    await fold.click();
    await expect(fold).toHaveAttribute('aria-expanded', 'true');
    await roles.check();
    await expect(fold).toHaveText(/全部手册，A 岗位$/);
    await expect(page).toHaveURL(/kind=roles$/);
    await expect(page.locator('[data-search-output]')).toHaveAttribute('data-filled', '会议纪要');
    const paths = await links(page).evaluateAll((all) =>
      all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !path.includes('/roles/'))).toEqual([]);
    await fold.click();
    await expect(roles).toBeHidden();
    // A link that asks with a filter says so in the line, without a tap.
    await page.reload();
    await expect(fold).toHaveText(/全部手册，A 岗位$/);
    await expect(roles).toBeHidden();
  });
});
