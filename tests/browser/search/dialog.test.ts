/** The dialog over any page: keys, input methods, answers that come too late, recent queries. */
import type { Page } from '@playwright/test';
import { expect, PAGES, ready, test } from '../fixtures.ts';

const OPEN = 'dialog.search-dialog[open]';

async function openDialog(page: Page, keys = '/'): Promise<void> {
  await page.keyboard.press(keys);
  await page.locator(OPEN).waitFor();
}

function output(page: Page) {
  return page.locator(`${OPEN} .search-output`);
}

test('opens by its keys and its link, and Escape gives the focus back', async ({ page }) => {
  await page.goto(PAGES.technique);
  for (const keys of ['/', 'Control+k', 'Meta+k']) {
    await openDialog(page, keys);
    await expect(page.getByRole('searchbox', { name: '搜索手册' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator(OPEN)).toHaveCount(0);
  }
  const link = page.getByRole('link', { name: '搜索' });
  await link.click();
  await expect(page.locator(OPEN)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
  // With Caps Lock the key of the letter is its capital.
  await page
    .locator('body')
    .dispatchEvent('keydown', { key: 'K', ctrlKey: true, bubbles: true, cancelable: true });
  await expect(page.locator(OPEN)).toBeVisible();
  await page.keyboard.press('Escape');
  // Boxes and choices take no slash: after a tick it opens the search as ever.
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  for (const control of [
    page.getByRole('radio', { name: '全部' }),
    page.locator('.duty .tick__box').first(),
    page.getByLabel('外观'),
  ]) {
    await control.focus();
    await openDialog(page);
    await page.keyboard.press('Escape');
    await expect(control).toBeFocused();
  }
  // A slash that is typed somewhere is a slash.
  await page.goto(PAGES.workflow);
  await page.getByLabel('项目编号').fill('');
  await page.getByLabel('项目编号').press('/');
  await expect(page.locator(OPEN)).toHaveCount(0);
  // Also between the parts of a date, where some keyboards write days so.
  await page.getByText('开始和截止日期').click();
  await page.getByLabel('开始日期').press('/');
  await expect(page.locator(OPEN)).toHaveCount(0);
  // The search is asked for all the same by its other keys.
  await openDialog(page, 'Control+k');
});

test('nothing of the search loads before it is used', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(PAGES.technique);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /search|dialog|session|pagefind/.test(path))).toEqual([]);
});

test('Enter leads to the very step, which is marked; the mark can be taken away', async ({
  page,
}) => {
  await page.goto(PAGES.technique);
  await openDialog(page);
  await page.keyboard.type('客户确认');
  await expect(output(page)).toHaveAttribute('data-filled', '客户确认');
  const first = page.locator(`${OPEN} a[data-match]`).first();
  await expect(first).toHaveAttribute('data-match', 'exact');
  const address = await first.getAttribute('href');
  expect(address).toMatch(/\/workflows\/.*#[a-z-]+$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${address}`);
  const item = page.locator(`[id="${address?.split('#')[1]}"]`);
  await expect(item).toBeInViewport();
  await expect(item).toContainText('客户确认');
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('found-phrase') ?? [])].map((range) => String(range)),
    );
  await expect.poll(marked).toContain('客户确认');
  expect(new Set(await marked())).toEqual(new Set(['客户确认']));
  await expect(page.getByText(/^这一页标出了 \d+ 处$/)).toBeVisible();
  await page.getByRole('button', { name: '去掉标记' }).click();
  expect(await marked()).toEqual([]);
  expect(await item.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.reload();
  await expect(page.getByRole('button', { name: '去掉标记' })).toHaveCount(0);
});

test('what was found in a fold of a duty is shown open, and marked', async ({ page }) => {
  await page.goto(PAGES.technique);
  await openDialog(page);
  const phrase = '下班前发给经理';
  await page.keyboard.type(phrase);
  await expect(output(page)).toHaveAttribute('data-filled', phrase);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/roles/account-executive/#inform-superior');
  const duty = page.locator('#inform-superior');
  await expect(duty.getByText(phrase)).toBeVisible();
  await expect(duty.getByText(phrase)).toBeInViewport();
  await expect(page.locator('.duty__more[open]')).toHaveCount(1);
});

test('a result on the page that is open scrolls there and marks', async ({ page }) => {
  await page.goto(PAGES.workflow);
  await openDialog(page);
  await page.keyboard.type('按客户要求给有关部门填写工作单');
  await expect(output(page)).toHaveAttribute('data-filled', /填写工作单/);
  await page.locator(`${OPEN} a[href*="win-new-client/#"]`).first().click();
  await expect(page.locator(OPEN)).toHaveCount(0);
  await expect(page.getByRole('button', { name: '去掉标记' })).toBeVisible();
});

test('arrow keys go through the results, and typing goes on in the field', async ({ page }) => {
  await page.goto(PAGES.home);
  await openDialog(page);
  const field = page.getByRole('searchbox', { name: '搜索手册' });
  await page.keyboard.type('工作单');
  await expect(output(page)).toHaveAttribute('data-filled', '工作单');
  const links = page.locator(`${OPEN} a[data-match]`);
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('x');
  await expect(field).toBeFocused();
});

test('while an input method composes, nothing is searched and Enter is its own', async ({
  page,
}) => {
  await page.goto(PAGES.home);
  await openDialog(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', {
    text: 'gong',
    selectionStart: 4,
    selectionEnd: 4,
  });
  await expect(page.getByRole('searchbox', { name: '搜索手册' })).toHaveValue('gong');
  await page.keyboard.press('Enter');
  await client.send('Input.imeSetComposition', {
    text: '工作',
    selectionStart: 2,
    selectionEnd: 2,
  });
  await page.waitForTimeout(300);
  await expect(output(page)).not.toHaveAttribute('data-answered', /./);
  await expect(page.locator(OPEN)).toBeVisible();
  await client.send('Input.insertText', { text: '工作单' });
  await expect(output(page)).toHaveAttribute('data-answered', '工作单');
});

test('an answer that comes too late is dropped', async ({ page }) => {
  await page.goto(PAGES.home);
  await openDialog(page);
  // The words of the first query are held back until the second is answered.
  await page.keyboard.type('客户');
  await expect(output(page)).toHaveAttribute('data-filled', '客户');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let holding = true;
  await page.route('**/*.pf_index', async (route) => {
    if (holding) await held;
    await route.continue();
  });
  await page.getByRole('searchbox', { name: '搜索手册' }).fill('垄断协议');
  await page.waitForTimeout(100);
  holding = false;
  await page.getByRole('searchbox', { name: '搜索手册' }).fill('客户');
  await expect(output(page)).toHaveAttribute('data-filled', '客户');
  release();
  await page.waitForTimeout(300);
  await expect(output(page)).toHaveAttribute('data-answered', '客户');
  await expect(page.locator(`${OPEN} .search-status`)).toContainText('“客户”');
});

test('recent queries are offered, can be asked again, and cleared', async ({ page }) => {
  await page.goto(PAGES.home);
  await openDialog(page);
  await page.keyboard.type('刊例价');
  await expect(output(page)).toHaveAttribute('data-filled', '刊例价');
  await page.keyboard.press('Enter');
  await page.waitForURL(/glossary/);
  await openDialog(page);
  await page.getByRole('button', { name: '刊例价' }).click();
  await expect(output(page)).toHaveAttribute('data-filled', '刊例价');
  await page.getByRole('searchbox', { name: '搜索手册' }).fill('');
  await page.getByRole('button', { name: '清除' }).click();
  await expect(page.getByRole('button', { name: '刊例价' })).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('khb:set:queries'))).toBeNull();
});

test('nothing that is typed is asked of the host', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
  await page.goto(PAGES.home);
  await openDialog(page);
  await page.keyboard.type('回扣');
  await expect(output(page)).toHaveAttribute('data-filled', '回扣');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#/);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('回扣'))).toEqual([]);
});
