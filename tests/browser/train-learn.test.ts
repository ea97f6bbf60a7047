import { expect, PAGES, ready, test } from './fixtures.ts';

test('begins', async ({ page }) => {
  await page.goto('./train/');
  await ready(page, 'training');
  await expect(page.locator('.training')).toContainText('还没有开始的计划');
  await page.goto(PAGES.home);
});
