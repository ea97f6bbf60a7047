/** A site that publishes a part of the handbooks, or one of its own, as its readers find it. */
import { extractText, getDocumentProxy } from 'unpdf';
import { PDF_OPTIONS } from '../../scripts/pdf-options.ts';
import { PARTS } from '../support/parts.ts';
import { violations } from './axe.ts';
import { expect, ready, settled, startRun, test } from './fixtures.ts';
import { asList, boxes, COMPLAINT, decide, publishFolder } from './run-fixtures.ts';

/** Home, a page of each kind, and the pages that adapt to how many handbooks there are. */
const KINDS = {
  one: [
    './',
    './agency/',
    './agency/roles/account-executive/',
    './agency/workflows/win-new-client/',
    './agency/techniques/client-dossier/',
    './agency/rules/conduct/',
    './search/',
    './sources/',
  ],
  own: [
    './',
    './sales/',
    './sales/roles/account-rep/',
    './sales/workflows/first-visit/',
    './sales/techniques/opening-words/',
    './sales/rules/pricing/',
    './training/roles/team-member/',
    './training/workflows/main-job/',
    './search/',
    './sources/',
  ],
} as const;

test.describe.configure({ timeout: 120_000 });

for (const name of ['one', 'own'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('home and a page of each kind have no violation', async ({ page, context, baseURL }) => {
        await publishFolder(context, baseURL ?? '', PARTS[name].outDir);
        for (const address of KINDS[name]) {
          await page.goto(address);
          await settled(page);
          expect(await violations(page), address).toEqual([]);
        }
      });
    });
  }

  for (const width of [375, 768, 1440]) {
    test(`${name}: nothing is wider than a window of ${width} pixels`, async ({
      page,
      context,
      baseURL,
    }) => {
      await publishFolder(context, baseURL ?? '', PARTS[name].outDir);
      await page.setViewportSize({ width, height: 900 });
      for (const address of KINDS[name].slice(0, 4)) {
        await page.goto(address);
        await settled(page);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(over, address).toBeLessThanOrEqual(0);
      }
    });
  }
}

test('a site of one handbook asks for a role only, and searches without a choice of handbooks', async ({
  page,
  context,
  baseURL,
}) => {
  await publishFolder(context, baseURL ?? '', PARTS.one.outDir);
  await page.goto('./');
  await settled(page);
  await expect(page.locator('.doors button')).toHaveText(['客户总监', '客户经理', '客户专员']);
  await expect(page.locator('.site-header__nav a')).toHaveText(['手册总览', '术语表', '今天']);
  await page.goto('./search/#q=工作单');
  await expect(page.locator('[data-filled="工作单"]')).toBeVisible();
  await expect(page.locator('.hit').first()).toBeVisible();
  await expect(page.locator('.hit .tag')).toHaveCount(0);
  await expect(page.locator('input[name=handbook]')).toHaveCount(0);
});

test('runs and ticks of a handbook that is no longer published are read, exported and erased', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto('./service/roles/account-manager/');
  await ready(page, 'checklist');
  await page.locator('.duty .tick__box').first().check();
  await startRun(page, COMPLAINT, '2026-071');
  await asList(page);
  await boxes(page).first().check();

  await publishFolder(context, baseURL ?? '', PARTS.one.outDir);
  await page.reload();
  await ready(page, 'runs');
  await expect(page.locator('#run-title')).toContainText('投诉');
  await expect(page.locator('.notice')).toContainText('照样能看、能勾到底');
  await asList(page);
  await boxes(page).nth(1).check();
  await expect(page.locator('.run-steps .tick__box:checked')).toHaveCount(2);

  await page.goto('./');
  await settled(page);
  // The page that was read last is not there any more.
  await expect(page.locator('.desk__last')).toHaveCount(0);
  await page.goto('./runs/');
  await ready(page, 'runs');
  await expect(page.locator('.run-line')).toContainText(['2026-071']);

  await page.goto('./progress/');
  await ready(page, 'records');
  await page.getByText('1 次执行').last().click();
  await expect(page.locator('.records')).not.toContainText('service/workflows');
  const role = page.locator('.records__list li', { hasText: 'service/roles/account-manager' });
  await expect(role).toContainText('本站现在没有这一页');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出全部记录' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^xinghe-\d{4}-\d\d-\d\d\.json$/);
  await role.getByRole('button', { name: /^删除/ }).click();
  await expect(role).toHaveCount(0);
});

test('a handbook of one’s own is read, ticked, run, searched and printed', async ({
  page,
  context,
  baseURL,
}) => {
  test.slow(); // five pages
  await publishFolder(context, baseURL ?? '', PARTS.own.outDir);
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('远舟贸易工作手册');
  await page.locator('.handbook-column').first().getByRole('link', { name: '销售部手册' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('销售部手册');

  await page.goto('./sales/roles/account-rep/');
  await ready(page, 'checklist');
  const duty = page.getByRole('checkbox', { name: '下班前登记当天的拜访' });
  await duty.check();
  await page.reload();
  await ready(page, 'checklist');
  await expect(duty).toBeChecked();
  const box = page.locator('.duty .tick__box').first();
  const hue = await box.evaluate((element) => getComputedStyle(element).getPropertyValue('--hue'));
  expect(hue).not.toBe('');

  await startRun(page, './sales/workflows/first-visit/', '2026-072');
  await asList(page);
  for (const n of [0, 1, 2]) await boxes(page).nth(n).check();
  await decide(page.locator('.gate').first());
  await expect(page.locator('.seal-mark').first()).toBeVisible();
  await page.getByRole('button', { name: '结束执行' }).click();
  await expect(page.locator('.run__meta')).toContainText('已结束');

  await page.goto('./search/#q=口头报价');
  const hit = page.locator('.hit').first();
  await expect(hit).toContainText('报价规矩');
  await expect(hit.locator('.tag')).toHaveText('销售部');
  await page.getByLabel('客户服务部').check();
  await expect(page.locator('[data-search-status]')).toContainText('没有');

  await page.goto('./print/sales/');
  const document = await getDocumentProxy(new Uint8Array(await page.pdf(PDF_OPTIONS)));
  expect(document.numPages).toBeGreaterThan(4);
  const { text } = await extractText(document, { mergePages: true });
  expect(text).toContain('A');
  await expect(page.locator('.book__cover')).toContainText('远舟贸易有限公司');
  await expect(page.locator('.book')).toContainText('请经理批报价');
});

test('a handbook that is begun can be read, ticked, run, searched and printed, its blanks outlined', async ({
  page,
  context,
  baseURL,
}) => {
  test.slow(); // four pages
  await publishFolder(context, baseURL ?? '', PARTS.own.outDir);
  await page.goto('./training/roles/team-member/');
  await ready(page, 'checklist');
  const blanks = page.locator('main [data-unwritten]');
  const count = await blanks.count();
  expect(count).toBeGreaterThan(5);
  for (const blank of await blanks.all()) {
    await expect(blank).toContainText('待写：');
    await expect(blank).toHaveCSS('outline-style', 'dotted');
  }
  const duty = page.locator('.duty .tick__box').first();
  await duty.check();
  await page.reload();
  await ready(page, 'checklist');
  await expect(duty).toBeChecked();
  await expect(blanks).toHaveCount(count);

  await startRun(page, './training/workflows/main-job/', '2026-073');
  await asList(page);
  await boxes(page).first().check();
  await decide(page.locator('.gate').first());
  for (const n of [1, 2]) await boxes(page).nth(n).check();
  await page.getByRole('button', { name: '结束执行' }).click();
  await expect(page.locator('.run__meta')).toContainText('已结束');

  await page.goto('./search/#q=培训部');
  await expect(page.locator('.hit').first()).toBeVisible();

  await page.goto('./print/training/');
  await page.emulateMedia({ media: 'print' });
  const printed = page.locator('.book [data-unwritten]').first();
  await expect(printed).toHaveCSS('outline-style', 'dotted');
});
