/** The site on the company's own server, over plain HTTP: what browsers keep from it has a stand-in. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { addressOf } from './plan-links.ts';
import { openTeam, paste } from './receipts.ts';
import { expect, PAGES, ready, startRun, test as base } from './fixtures.ts';
import { asList, boxes, COMPLAINT, isSaved, openMore, stored } from './run-fixtures.ts';

/** A browser that takes a name of an intranet for this machine: no localhost, and so not trusted. */
const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [
        ...(launchOptions.args ?? []),
        '--host-resolver-rules=MAP intranet.test 127.0.0.1',
      ];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
});

test.use({ baseURL: (process.env['FIXTURE_URL'] ?? '').replace('127.0.0.1', 'intranet.test') });

test.beforeEach(async ({ page }) => {
  await page.goto(PAGES.home);
  const missing = await page.evaluate(() => ({
    isSecure: isSecureContext,
    clipboard: typeof navigator.clipboard,
    storage: typeof navigator.storage,
    worker: typeof navigator.serviceWorker,
    randomUUID: typeof crypto.randomUUID,
    subtle: typeof crypto.subtle,
  }));
  const none = 'undefined';
  expect(missing).toEqual({
    isSecure: false,
    clipboard: none,
    storage: none,
    worker: none,
    randomUUID: none,
    subtle: none,
  });
});

async function contentOf(download: Download): Promise<string> {
  const path = await download.path();
  return readFileSync(path, 'utf8');
}

/** What the clipboard holds, as it is pasted: nobody may read it here. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    document.querySelector('#paste-here')?.remove();
    const field = document.createElement('textarea');
    field.id = 'paste-here';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  return page.locator('#paste-here').inputValue();
}

test('a run is begun, ticked and kept; its text is copied and its dates are a calendar file', async ({
  page,
}) => {
  await startRun(page, COMPLAINT, '2026-201');
  await asList(page);
  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
  await isSaved(page);
  await page.reload();
  await ready(page, 'runs');
  await openMore(page);
  await page.getByText('复制、打印、导出和更多').click();
  await page.getByRole('button', { name: '复制文字' }).click();
  const said = page.getByRole('status').filter({ hasText: '文字已复制' });
  await expect(said).toBeInViewport();
  expect(await pasted(page)).toMatch(/^2026-201 投诉处理\n/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载日历文件' }).click(),
  ]);
  expect(await contentOf(file)).toContain('24 小时内首次回复客户');
});

test('an item’s link and a template are copied', async ({ page }) => {
  await page.goto(PAGES.workflow);
  const link = page.locator('#client-confirms .self-link');
  await link.click();
  await expect(link).toHaveAttribute('data-copied', '已复制');
  expect(await pasted(page)).toMatch(/^http:\/\/intranet\.test:.*#client-confirms$/);
  await page.goto(PAGES.technique);
  await page.locator('.template').first().getByRole('button', { name: /^复制/ }).click();
  await expect(page.locator('#page-status')).toContainText('已复制');
  expect(await pasted(page)).toMatch(/^类别\t栏目/);
});

test('records go out and come in: as a file, locked, and as text; nothing is asked of a browser that cannot answer', async ({
  page,
}, info) => {
  test.setTimeout(180_000);
  await startRun(page, COMPLAINT, '2026-202');
  await page.goto(PAGES.progress);
  await ready(page, 'records');
  await expect(page.getByText('这里问不了浏览器能不能长期保留')).toBeVisible();
  await expect(page.getByRole('button', { name: '问一问浏览器' })).toHaveCount(0);

  await page.getByLabel('用口令锁上文件').check();
  await page.getByLabel('口令', { exact: true }).fill('秋天的第一杯茶，八分烫');
  await page.getByLabel('再输一次').fill('秋天的第一杯茶，八分烫');
  const [locked] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: '导出全部记录' }).click(),
  ]);
  const file = info.outputPath('locked.age');
  await locked.saveAs(file);
  await page.getByRole('button', { name: '存好了' }).click();
  expect(await stored(page)).toHaveProperty('khb:set:exported');

  await page.getByRole('button', { name: '做成文字' }).click();
  const copies = page.getByRole('button', { name: /^复制第/ });
  await expect(copies.first()).toBeVisible();
  const texts: string[] = [];
  for (const copy of await copies.all()) {
    await copy.click();
    await expect(copy).toHaveText('已复制');
    texts.push(await pasted(page));
  }
  expect(texts[0]).toMatch(/^KHB1x\./);
  const runs = async () =>
    Object.fromEntries(
      Object.entries(await stored(page)).filter(([key]) => key.startsWith('khb:run:')),
    );
  const before = await runs();
  const erase = async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: '清除全部记录' }).click();
    await expect(page.getByText('全部记录已经清除')).toBeVisible();
  };
  const importIt = () => page.getByRole('button', { name: '导入', exact: true }).click();
  await erase();
  await page.getByLabel('或者粘贴文字').fill(texts.join('\n'));
  await page.getByRole('button', { name: '读这段文字' }).click();
  await importIt();
  await expect.poll(runs).toEqual(before);

  await erase();
  await page.getByLabel('导出的文件').setInputFiles(file);
  await page.getByLabel('这个文件用口令锁着').fill('秋天的第一杯茶，八分烫');
  await page.getByRole('button', { name: '打开' }).click();
  await expect(page.getByRole('row', { name: /2026-202/ })).toBeVisible({ timeout: 60_000 });
  await importIt();
  await expect.poll(runs).toEqual(before);
});

test('a plan in a link is begun, and a receipt of it comes to the team by text', async ({
  page,
}) => {
  const address = await addressOf({
    edition: 1,
    titleFrom: 'agency',
    items: [{ ref: 'agency/rules/conduct', need: 'read', day: 1 }],
  });
  await page.goto(`${address}&from=singlemessage`);
  await page.getByRole('button', { name: '开始这份计划' }).click();
  await page.goto(PAGES.training);
  await ready(page, 'training');
  await page.getByRole('button', { name: /^读过了：/ }).click();
  await page.locator('#receipt > summary').click();
  await page.getByLabel('姓名或工号').fill('小王');
  await page.getByRole('button', { name: '做成回执' }).click();
  const text = await page.getByRole('textbox', { name: '第 1 段' }).inputValue();
  expect(text).toMatch(/^【回执】.+ · 1\/1 · .+\nKHB1t\./);
  await page.getByRole('button', { name: '复制第 1 段' }).click();
  expect((await pasted(page)).replaceAll('\r', '')).toBe(text);
  await openTeam(page);
  await paste(page, text);
  await expect(page.locator('.team-table tbody tr')).toContainText('小王');
});
