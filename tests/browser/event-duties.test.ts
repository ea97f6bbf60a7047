/** Duties that are done whenever something happens, and once a year; forms that duties and steps use. */
import { PARTS } from '../support/parts.ts';
import { expect, settled, test } from './fixtures.ts';
import { publishFolder } from './run-fixtures.ts';

const ROLE = './sales/roles/account-rep/';
const TEXT = '丢单当天报给销售经理';

test.beforeEach(async ({ context, baseURL }) => {
  await publishFolder(context, baseURL ?? '', PARTS.own.outDir);
});

test('a duty is counted each time, never open, and the last time can be taken back', async ({
  page,
}) => {
  await page.goto(ROLE);
  await settled(page);
  const row = page.locator('#report-loss');
  const button = row.getByRole('button', { name: `做了一次：${TEXT}` });
  await expect(row.getByRole('checkbox')).toHaveCount(0);
  await expect(button).toBeEnabled();
  const open = page.getByText('共 3 项').first();
  await expect(open).toBeVisible();
  await button.click();
  await button.click();
  await expect(row).toContainText('本周 2 次');
  await row.getByRole('button', { name: `撤销一次：${TEXT}` }).click();
  await expect(row).toContainText('本周 1 次');
  await page.reload();
  await expect(row).toContainText('本周 1 次');
  await expect(open).toBeVisible();
});

test('it is counted in 今天 too, and both pages show the same', async ({ page }) => {
  await page.goto(ROLE);
  await settled(page);
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  await page.goto('./today/');
  const fold = page.locator('details', { hasText: '逢事：发生了就记一次' });
  await fold.locator('summary').click();
  await fold.getByRole('button', { name: `做了一次：${TEXT}` }).click();
  await expect(fold).toContainText('本周 1 次');
  await page.goto(ROLE);
  await expect(page.locator('#report-loss')).toContainText('本周 1 次');
});

test('past weeks tell how often; a yearly duty is ticked for its year', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-18T10:00:00+08:00'));
  await page.goto(ROLE);
  await settled(page);
  await page
    .locator('#report-loss')
    .getByRole('button', { name: /^做了一次/ })
    .click();
  await page.locator('#check-clients').getByRole('checkbox').check();
  await page.clock.setFixedTime(new Date('2027-01-04T10:00:00+08:00'));
  await page.goto(ROLE);
  await settled(page);
  await expect(page.locator('#check-clients').getByRole('checkbox')).not.toBeChecked();
  await page.getByText('以往各期').click();
  const past = page.locator('[data-past]');
  await expect(past).toContainText('2026 年第 47 周 逢事');
  await expect(past).toContainText('1 次');
  await expect(past).toContainText('2026 年 每年');
});

test('filters by cadence offer both, and the address keeps them', async ({ page }) => {
  await page.goto(`${ROLE}#event`);
  await settled(page);
  await expect(page.locator('.duty:visible')).toHaveCount(1);
  await page.locator('a#yearly').click();
  await expect(page.locator('.duty:visible')).toHaveText([/年底把客户名单核一遍/]);
  await expect(page).toHaveURL(/#yearly$/);
});

test('they are listed among the records, and go with their role', async ({ page }) => {
  await page.goto(ROLE);
  await settled(page);
  await page
    .locator('#report-loss')
    .getByRole('button', { name: /^做了一次/ })
    .click();
  await expect(page.locator('#report-loss')).toContainText('本周 1 次');
  await page.goto('./progress/');
  const row = page.locator('.records__list li', { hasText: '1 次逢事' });
  await expect(row).toContainText('销售代表');
  await row.getByRole('button').click();
  await page.goto(ROLE);
  await settled(page);
  await expect(page.locator('#report-loss')).not.toContainText('本周');
});

test('a form stands where its author placed it, linked from the duty and the step that use it', async ({
  page,
}) => {
  for (const user of [ROLE, './sales/workflows/first-visit/']) {
    await page.goto(user);
    await page.getByRole('link', { name: '拜访单', exact: true }).click();
    await expect(page).toHaveURL(/opening-words\/#visit-sheet$/);
  }
  const form = page.locator('figure#visit-sheet');
  await expect(form.locator('.template__example')).toContainText('长风机械厂');
  await expect(form.locator('table').nth(1).locator('th')).toHaveText([
    '话题',
    '客户原话',
    '下一步',
  ]);
});

test('a form is copied with all its columns and blank rows, without its example', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./sales/techniques/opening-words/');
  await page.getByRole('button', { name: '复制：拜访单' }).click();
  await expect(page.locator('[data-copied]')).toHaveCount(1);
  const text = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r', '');
  const [fields = '', table = ''] = text.split('\n\n');
  expect(fields.split('\n').map((line) => line.split('\t'))).toEqual([
    ['栏目', '怎么填', '填写'],
    ['客户', '全称', ''],
    ['见谁', '姓名和职务', ''],
    ['经理签字', '', ''],
  ]);
  const [title, head, ...rows] = table.split('\n');
  expect([title, head]).toEqual(['谈了什么', '话题\t客户原话\t下一步']);
  expect(rows).toEqual(Array<string>(6).fill('\t\t'));
});
