/** What one does with a run beside ticking: notes, reasons, signatures, dates, copies, paper. */
import { readFileSync } from 'node:fs';
import type { Download } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, boxes, COMPLAINT, decide } from './run-fixtures.ts';

const NOW = new Date('2026-11-23T10:00:00+08:00');

async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

test('a note stays with its step, can be changed and taken back', async ({ page }) => {
  await startRun(page, COMPLAINT);
  await page.getByRole('button', { name: /^写备注/ }).click();
  await expect(page.getByText('别写客户里的个人姓名、电话')).toBeVisible();
  await page.getByRole('textbox', { name: '备注' }).fill('客户下午三点再来电\n<b>别漏</b>');
  await page.getByRole('button', { name: '存备注' }).click();
  await page.reload();
  await ready(page, 'runs');
  await expect(page.locator('.note-text')).toContainText('客户下午三点再来电\n<b>别漏</b>');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.note-text')).toHaveCount(0);
});

test('a critical step is left out only with a reason, which stays visible', async ({ page }) => {
  await startRun(page, COMPLAINT);
  await asList(page);
  const step = page.locator('.run-steps > li', { hasText: '24 小时内首次回复客户' });
  await step.getByRole('button', { name: /^跳过/ }).click();
  await step.getByRole('button', { name: '跳过这一步' }).click();
  await expect(step.getByRole('alert')).toContainText('写一句为什么跳过');
  await step.getByLabel('这是关键步骤，为什么跳过').fill('客户当面已得到答复');
  await step.getByRole('button', { name: '跳过这一步' }).click();
  await expect(step.locator('.step__stamp')).toContainText('已跳过：客户当面已得到答复');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(step.locator('.step__stamp')).toHaveCount(0);
});

test('a sign-off asks for a name and says that it is a statement, not an approval', async ({
  page,
}) => {
  await startRun(page, PAGES.workflow);
  await asList(page);
  await decide(page.locator('.gate').first());
  const gate = page.locator('.gate:has(.signatures)').first();
  await expect(gate).toContainText('自行声明');
  await gate.locator('.gate__outcome').first().click();
  await expect(gate.getByRole('alert')).toContainText('先写上签字人');
  await expect(page.locator('.seal-mark')).toHaveCount(0);
  await gate.locator('.signatures input').first().fill('王敏');
  await gate.locator('.gate__outcome').first().click();
  await expect(page.locator('.seal-mark')).toContainText('王敏');
  await expect(page.locator('.seal-mark')).toContainText('自行声明');
});

test('a step with a time limit says by when, and turns overdue while the page is open', async ({
  page,
}) => {
  await page.clock.install({ time: NOW });
  await startRun(page, COMPLAINT, '2026-070');
  await asList(page);
  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
  const deadline = page
    .locator('.run-steps > li', { hasText: '24 小时内首次回复' })
    .locator('.deadline');
  await expect(deadline).toContainText('11 月 24 日 10:0');
  await page.clock.fastForward('24:01:00');
  await expect(deadline).toContainText('已过期');
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.getByRole('region', { name: '已过期' })).toContainText('2026-070');
});

test('the board sorts by due date, filters by workflow, archives and duplicates', async ({
  page,
}) => {
  await page.clock.setFixedTime(NOW);
  for (const [workflow, code, due] of [
    [PAGES.workflow, '2026-071', '2026-12-20'],
    [COMPLAINT, '2026-072', '2026-12-01'],
    [COMPLAINT, '2026-073', '2026-11-20'],
  ] as const) {
    await page.goto(workflow);
    await ready(page, 'run-starter');
    await page.getByText('开始和截止日期').click();
    await page.getByLabel('项目编号').fill(code);
    await page.getByLabel('截止日期').fill(due);
    await page.getByRole('button', { name: '开始一次执行' }).click();
    await page.waitForURL(/\/runs\/#[a-z0-9]+$/);
  }
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.getByRole('region', { name: '已过期' })).toContainText('2026-073');
  const open = page.getByRole('region', { name: '进行中' }).locator('.run-line__code');
  await page.getByLabel('排序').selectOption('due');
  await expect(open).toHaveText(['2026-072', '2026-071']);
  await page.getByLabel('流程').selectOption({ label: '投诉处理' });
  await expect(open).toHaveText(['2026-072']);

  await page.getByRole('link', { name: /2026-072/ }).click();
  await page.getByText('复制、打印、导出和更多').click();
  await page.getByRole('button', { name: '复制为新的执行' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-074');
  await page.getByRole('button', { name: '提前结束……' }).click();
  await page.getByLabel('为什么提前结束').fill('重复登记');
  await page.getByRole('button', { name: '提前结束', exact: true }).click();
  await page.getByText('复制、打印、导出和更多').click();
  await page.getByRole('button', { name: '归档', exact: true }).click();
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await page.getByText('已归档（1）').click();
  await expect(page.locator('.bin')).toContainText('2026-074');
});

test('a run is copied as text and downloaded as a calendar', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await startRun(page, COMPLAINT, '2026-075');
  await asList(page);
  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
  await page.getByText('复制、打印、导出和更多').click();
  await page.getByRole('button', { name: '复制文字' }).click();
  await expect(page.getByRole('status').filter({ hasText: '文字已复制' })).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^2026-075 投诉处理\n/);
  expect(text).toMatch(/^☑ 1 接下投诉，听客户讲完，客户服务代表（\d{4}-\d\d-\d\d \d\d:\d\d）$/m);
  expect(text).toMatch(/^☐ 3 24 小时内首次回复客户/m);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载日历文件' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('2026-075.ics');
  const calendar = await contentOf(file);
  expect(calendar).toContain('BEGIN:VCALENDAR\r\n');
  expect(calendar).toContain('24 小时内首次回复客户');
});

test('a printed run is a sheet with its ticks, its note and lines for signatures', async ({
  page,
}) => {
  await startRun(page, PAGES.workflow, '2026-076');
  await asList(page);
  await boxes(page).nth(0).check();
  await page
    .getByRole('button', { name: /^写备注/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: '备注' }).fill('先看同行案例');
  await page.getByRole('button', { name: '存备注' }).click();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.run-sheet');
  await expect(sheet).toBeVisible();
  await expect(page.locator('.run')).toBeHidden();
  await expect(sheet).toContainText('2026-076');
  await expect(sheet.locator('.run-sheet__box', { hasText: '☑' })).toHaveCount(1);
  expect(await sheet.locator('.run-sheet__box', { hasText: '☐' }).count()).toBeGreaterThan(10);
  await expect(sheet).toContainText('备注：先看同行案例');
  await expect(sheet.locator('.run-sheet__signature').first()).toBeVisible();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  // Fonts in the file are subsets without words to search for; pages and size tell a sheet from none.
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(3);
});
