/** What is being typed is lost by nothing but saving it or giving it up. */
import type { Page } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, COMPLAINT, decide, fillStorage, stored } from './run-fixtures.ts';

const drafts = async (page: Page) =>
  Object.keys(await stored(page)).filter((key) => key.startsWith('khb:draft:'));
const note = (page: Page) => page.getByRole('textbox', { name: '备注' });

async function typeNote(page: Page, text: string): Promise<void> {
  await page
    .getByRole('button', { name: /^写备注/ })
    .first()
    .click();
  await note(page).fill(text);
}

test('a note survives paging, another view, a reload and a second tab, and is offered where it was typed', async ({
  page,
  context,
}) => {
  await startRun(page, COMPLAINT, '2026-120');
  await typeNote(page, '客户下午三点');
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await expect(note(page)).toHaveCount(0);
  await page.getByRole('button', { name: '上一步', exact: true }).click();
  await expect(note(page)).toHaveValue('客户下午三点');
  await asList(page);
  await expect(page.locator('.run-steps > li').first().locator('textarea')).toHaveValue(
    '客户下午三点',
  );
  await expect(note(page)).toHaveCount(1);
  await page.reload();
  await ready(page, 'runs');
  await expect(note(page)).toHaveValue('客户下午三点');
  await expect(page.getByText('这是上次没存的草稿')).toBeVisible();

  const second = await context.newPage();
  await second.goto(page.url());
  await ready(second, 'runs');
  await expect(note(second)).toHaveValue('客户下午三点');
  await note(second).fill('客户下午三点再来');
  await expect(note(page)).toHaveValue('客户下午三点再来');
  await page.getByRole('button', { name: '存备注' }).click();
  await expect(page.locator('.note-text')).toContainText('客户下午三点再来');
  await expect(note(second)).toHaveCount(0);
  expect(await drafts(page)).toEqual([]);
});

test('a draft outlives the browser; given up, it is gone', async ({ browser, baseURL }) => {
  const first = await browser.newContext({ baseURL: baseURL ?? '' });
  const page = await first.newPage();
  await startRun(page, COMPLAINT, '2026-121');
  await typeNote(page, '客户下午三点');
  await expect.poll(() => drafts(page)).toHaveLength(1);
  const url = page.url();
  const storageState = await first.storageState();
  await first.close();
  const later = await browser.newContext({ baseURL: baseURL ?? '', storageState });
  const again = await later.newPage();
  await again.goto(url);
  await ready(again, 'runs');
  await expect(note(again)).toHaveValue('客户下午三点');
  await again.getByRole('button', { name: '不改了' }).click();
  await expect(note(again)).toHaveCount(0);
  expect(await drafts(again)).toEqual([]);
  await later.close();
});

test('reasons, dates and codes, signers and the start form are kept as well', async ({ page }) => {
  await startRun(page, PAGES.workflow, '2026-122');
  await asList(page);
  await decide(page.locator('.gate').first());
  const signer = page.locator('.gate .signatures input').first();
  await signer.fill('王敏');
  const skip = page.getByRole('button', { name: /^跳过：/ }).first();
  await skip.click();
  const why = page.getByLabel(/为什么跳过/);
  await why.fill('客户不要');
  await page.getByRole('button', { name: '提前结束……' }).click();
  await page.getByLabel('为什么提前结束').fill('客户撤');
  await page.getByText('编号和截止日期').click();
  await page.getByLabel('项目编号').fill('2026-922');
  await page.getByLabel(/截止日期/).fill('2026-12-24');
  await page.reload();
  await ready(page, 'runs');
  await asList(page);
  await expect(signer).toHaveValue('王敏');
  await expect(why).toHaveValue('客户不要');
  await expect(page.getByLabel('为什么提前结束')).toHaveValue('客户撤');
  await expect(page.getByLabel('项目编号')).toHaveValue('2026-922');
  await expect(page.getByLabel(/截止日期/)).toHaveValue('2026-12-24');
  await page.getByRole('button', { name: '存下' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-922');

  await page.goto(COMPLAINT);
  await ready(page, 'run-starter');
  await page.getByLabel('项目编号').fill('2026-923');
  await page.getByText('开始和截止日期').click();
  await page.getByLabel('截止日期').fill('2026-12-25');
  await page.reload();
  await ready(page, 'run-starter');
  await expect(page.getByLabel('项目编号')).toHaveValue('2026-923');
  await page.getByText('开始和截止日期（填了一半）').click();
  await expect(page.getByLabel('截止日期')).toHaveValue('2026-12-25');
  await page.getByRole('button', { name: '开始一次执行' }).click();
  await page.waitForURL(/\/runs\/#[a-z0-9]+$/);
  await expect
    .poll(async () => (await drafts(page)).filter((key) => key.includes(':page:')))
    .toEqual([]);
});

test('drafts are listed at /progress/, and erased with their run', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-123');
  await typeNote(page, '客户下午三点');
  await page.goto(PAGES.progress);
  await ready(page, 'records');
  const section = page.getByRole('region', { name: '没存的草稿' });
  await expect(section).toContainText('执行 2026-123 备注');
  await expect(section).toContainText('客户下午三点');
  await section.getByRole('button', { name: /^删除草稿/ }).click();
  await expect(section).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(section).toContainText('客户下午三点');
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await page.getByRole('button', { name: '删除执行 2026-123' }).click();
  await page.getByText('已删除（1）').click();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: '彻底删除执行 2026-123' }).click();
  await expect.poll(() => drafts(page)).toEqual([]);
});

test('a draft that finds no room stays on the screen, and the page says so', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-124');
  await fillStorage(page);
  await typeNote(page, '客户下午三点再来电');
  await expect(page.locator('.storage-notice')).toContainText(/没有存下|存不下|满/);
  await expect(note(page)).toHaveValue('客户下午三点再来电');
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByRole('button', { name: '上一步', exact: true }).click();
  await expect(note(page)).toHaveValue('客户下午三点再来电');
});
