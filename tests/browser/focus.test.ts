/** What had the focus is taken away: the focus goes on to something, and never falls to the body. */
import type { Locator, Page } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, COMPLAINT } from './run-fixtures.ts';

/** Focuses a control, waits until the island keeps it, and presses a key. */
async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await control.focus();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press(key);
}

/** Where the focus is, by its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const label = at?.closest('label')?.textContent ?? at?.textContent ?? '';
    return at === document.body ? 'body' : (at?.getAttribute('aria-label') ?? label.trim());
  });
}

test('a tick under 未完成 hides its row: the next duty’s box has the focus', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.getByRole('radio', { name: '未完成' }).check();
  const boxes = page.locator('.duty .tick__box');
  await press(page, boxes.nth(0), 'Space');
  await expect(page.locator('.duty').nth(0)).toBeHidden();
  await expect(boxes.nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(boxes.nth(2)).toBeFocused();
});

test('after 清空 the focus is on 撤销, and after that on 清空 again', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.locator('.duty .tick__box').first().check();
  const clear = page.getByRole('button', { name: '清空本期勾选' });
  await press(page, clear);
  await expect(page.getByRole('button', { name: '撤销' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(clear).toBeFocused();
});

test('after 删除 on the board the focus is on 撤销, and after that on the run’s 删除', async ({
  page,
}) => {
  await startRun(page, COMPLAINT, '2026-001');
  await startRun(page, COMPLAINT, '2026-002');
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  const remove = page.getByRole('button', { name: '删除执行 2026-001' });
  await press(page, remove);
  await expect(page.getByRole('button', { name: '撤销' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remove).toBeFocused();

  // Erased for good, and a run opened: each goes somewhere.
  await page.keyboard.press('Enter');
  await page.getByText('已删除（1）').click();
  page.once('dialog', (dialog) => void dialog.accept());
  await press(page, page.getByRole('button', { name: '彻底删除执行 2026-001' }));
  await expect(page.getByRole('button', { name: '撤销' })).toBeFocused();
  await press(page, page.getByRole('link', { name: /2026-002/ }));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('in a run the focus goes from step to step, and comes back from its forms', async ({
  page,
}) => {
  await startRun(page, COMPLAINT, '2026-001');
  const box = page.locator('.walkthrough .tick__box');
  const first = await page.locator('.walkthrough .tick__text').innerText();
  await press(page, box, 'Space');
  await expect(page.locator('.walkthrough .tick__text')).not.toHaveText(first);
  await expect(box).toBeFocused();

  await press(page, page.getByRole('button', { name: /^写备注/ }));
  await page.keyboard.type('已约下周三');
  await press(page, page.getByRole('button', { name: '存备注' }));
  await expect(page.locator('.note-text')).toBeVisible();
  expect(await focused(page)).toMatch(/备注/);

  await press(page, page.getByRole('button', { name: /^跳过/ }));
  await press(page, page.getByRole('button', { name: '算了' }));
  expect(await focused(page)).toMatch(/^跳过/);

  await press(page, page.getByRole('button', { name: '提前结束……' }));
  await page.keyboard.type('客户撤回了投诉');
  await press(page, page.getByRole('button', { name: '提前结束', exact: true }));
  await expect(page.getByRole('button', { name: '重新打开' })).toBeFocused();
});

test('a button that is switched off hands the focus on', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-001');
  await asList(page);
  await page.locator('.run-steps .tick__box').first().check();
  await press(page, page.getByRole('button', { name: '撤销' }));
  await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled();
  await expect.poll(() => focused(page)).not.toBe('body');
});

test('on the records page each deed hands the focus to what tells of it', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.locator('.duty .tick__box').first().check();
  await page.goto(PAGES.progress);
  await ready(page, 'records');
  await press(page, page.getByRole('button', { name: /^删除.*的清单/ }));
  await expect(page.getByRole('button', { name: '撤销' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已撤销')).toBeVisible();
  await expect.poll(() => focused(page)).not.toBe('body');

  await press(page, page.getByRole('button', { name: '导出全部记录' }));
  await expect(page.getByText('文件存好了吗？')).toBeVisible();
  await expect.poll(() => focused(page)).toBe('导出全部记录');

  page.once('dialog', (dialog) => void dialog.accept());
  await press(page, page.getByRole('button', { name: '清除全部记录' }));
  await expect(page.getByRole('button', { name: '撤销' })).toBeFocused();
});
