/** The team's table: receipts pasted as a chat has them, what it says, and how it leaves. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, ready, test } from './fixtures.ts';
import { openTeam, paste, receipt, RECEIPT_AT, RUN, textOf } from './receipts.ts';
import { stored } from './run-fixtures.ts';

/** What the table says of somebody. */
const rowOf = (page: Page, name: string) =>
  page.locator('.team-table tbody tr').filter({ hasText: name });
const expectCells = (page: Page, name: string, words: readonly string[]) =>
  expect(rowOf(page, name).locator('td')).toHaveText(words);

test('receipts of several people, pasted at once, become a table', async ({ page }) => {
  await openTeam(
    page,
    receipt('devicea0', '小王', 2),
    receipt('deviceb0', '小李', 1),
    receipt('devicec0', '007', 0),
  );
  await expect(page.locator('.team-take [role=status]')).toHaveText('读进来 3 份回执。');
  await expectCells(page, '小王', ['有', '带教', '停']);
  await expectCells(page, '小李', ['有', '晚', '停']);
  await expectCells(page, '007', ['晚', '晚', '停']);
  await expect(rowOf(page, '小王')).toContainText('2/2');
  await expect(rowOf(page, '小王')).toContainText('回执 5 天前');
  // A second time changes nothing, and says so.
  await paste(page, await textOf(receipt('devicea0', '小王', 2)));
  await expect(page.locator('.team-take [role=status]')).toHaveText(
    '1 份回执这里都有了，没有新的。',
  );
  // Nothing of it is the reader's own.
  const names = Object.keys(await stored(page)).filter((key) => key.startsWith('khb:train:'));
  expect(names).toEqual([]);
});

test('what is cut is said, and what is whole is taken', async ({ page }) => {
  await openTeam(page);
  const cut = (await textOf(receipt('deviceb0', '小李', 1))).replace(/.{30}\n收到$/, '');
  await paste(page, await textOf(receipt('devicea0', '小王', 2)), cut);
  const words = page.locator('.team-take [role=status]');
  await expect(words).toContainText('读进来 1 份回执');
  await expect(words).toContainText('有一份不全：一共 1 段，少了第 1 段');
  // What is not whole stays in the box.
  await expect(page.getByRole('textbox', { name: /回执的文字/ })).not.toHaveValue('');
});

test('what was taken in is taken back, and can be taken again', async ({ page }) => {
  await openTeam(page, receipt('devicea0', '小王', 1));
  await paste(page, await textOf(receipt('devicea0', '小王', 2)));
  await paste(page, await textOf(receipt('deviceb0', '小李', 1)));
  await expectCells(page, '小王', ['有', '带教', '停']);
  await page.getByRole('button', { name: '撤销：不读进来' }).click();
  await expect(rowOf(page, '小李')).toHaveCount(0);
  await expectCells(page, '小王', ['有', '带教', '停']);
  await paste(page, await textOf(receipt('deviceb0', '小李', 1)));
  await expectCells(page, '小李', ['有', '晚', '停']);
});

test('files are taken, several at once, an export among them', async ({ page }) => {
  await openTeam(page);
  const own = JSON.stringify({
    format: 'client-service-handbook-progress',
    v: 1,
    site: 'khb',
    exportedAt: RECEIPT_AT,
    values: {
      'set:learner': JSON.stringify({ v: 1, id: 'deviced0', label: '小赵' }),
      'train:s': JSON.stringify({
        ...{ v: 1, id: 's', at: RECEIPT_AT, kind: 'start', day: '2026-11-16' },
        plan: receipt('x', 'x', 0).plans[0]?.plan,
      }),
    },
  });
  await page.locator('input[type=file]').setInputFiles([
    {
      name: '小王.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(await textOf(receipt('devicea0', '小王', 2))),
    },
    { name: '导出.json', mimeType: 'application/json', buffer: Buffer.from(own) },
    { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff]) },
  ]);
  await expect(page.locator('.team-take [role=status]')).toContainText('读进来 2 份回执');
  await expect(page.locator('.team-take [role=status]')).toContainText('“照片.jpg”不是回执');
  await expectCells(page, '小赵', ['晚', '晚', '停']);
});

test('somebody who is looked at: what is missing goes back into the chat, and erasing can be undone', async ({
  page,
}) => {
  await openTeam(page, receipt('devicea0', '小王', 2), receipt('deviceb0', '小李', 1));
  await page.getByRole('button', { name: '小李' }).click();
  await expect(page.getByRole('heading', { name: '小李' })).toBeFocused();
  const text = page.getByRole('textbox', { name: '还差的，粘回聊天里' }).first();
  await expect(text).toHaveValue(/^小李，还差：.+（带教看着做过，应在 11 月 17 日，已过）。$/);
  await page.getByRole('button', { name: '删除小李的回执' }).click();
  await expect(rowOf(page, '小李')).toHaveCount(0);
  expect(Object.keys(await stored(page)).filter((key) => key.includes('deviceb0'))).toEqual([]);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(rowOf(page, '小李')).toHaveCount(1);
});

test('somebody who follows no plan has a row, a history, and can be erased alone', async ({
  page,
}) => {
  const left = receipt('devicec0', '老张', 2, { plans: [], gone: ['devicec0s'] });
  await openTeam(page, receipt('devicea0', '小王', 2), left);
  await expect(rowOf(page, '老张')).toContainText('没有在跟的计划');
  await page.getByRole('button', { name: '老张' }).click();
  const person = page.getByRole('region', { name: '老张' });
  await expect(person).toContainText('现在没有在跟的计划');
  await person.getByText('确认过的 2 次').click();
  await expect(person.getByRole('listitem').last()).toContainText('带教：李姐（自行声明）');
  await person.getByRole('button', { name: '删除老张的回执' }).click();
  await expect(rowOf(page, '老张')).toHaveCount(0);
  await expect(rowOf(page, '小王')).toHaveCount(1);
});

test('two devices under one label are asked about, and joined or kept apart', async ({ page }) => {
  await openTeam(
    page,
    receipt('devicea0', '小王', 1),
    receipt('deviceb0', ' 小王', 2),
    receipt('devicec0', '王明', 0),
  );
  await expect(page.locator('.team-questions')).toContainText('两台设备的回执都写着“小王”');
  await page.getByRole('button', { name: '两个人' }).click();
  await expect(page.locator('.team-questions')).toHaveCount(0);
  await expect(rowOf(page, '小王（设备 devi）')).toHaveCount(2);
  // One person with two devices under two labels: the manager says so.
  await rowOf(page, '王明').getByRole('button').click();
  await page.getByRole('combobox', { name: '和谁是一个人' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: '合在一起' }).click();
  await expect(page.locator('.team-table tbody tr')).toHaveCount(2);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.locator('.team-table tbody tr')).toHaveCount(3);
});

test('filters show whom they name, and the ways out give what is shown', async ({ page }) => {
  await openTeam(
    page,
    receipt('devicea0', '小王', 2),
    receipt('deviceb0', '小李', 1, {
      runs: [
        { ...RUN, due: '2026-11-24' },
        { ...RUN, code: '=1+1' },
      ],
    }),
  );
  await page.getByRole('radio', { name: '还差的' }).check();
  await expect(page.locator('.team-table tbody tr')).toHaveCount(1);
  // Late by now, although the receipt could not know it.
  await expect(page.locator('.team-runs tbody tr').first()).toContainText('晚了');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存成表格（CSV）', exact: true }).click(),
  ]);
  const csv = readFileSync(await file.path(), 'utf8');
  expect(csv.startsWith('\uFEFF"姓名或工号"')).toBe(true);
  expect(csv).toContain('"小李"');
  expect(csv).not.toContain('"小王"');
  const [runs] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '执行存成表格（CSV）' }).click(),
  ]);
  expect(readFileSync(await runs.path(), 'utf8')).toContain(`"'=1+1"`);
  await page.getByRole('button', { name: '没有', exact: true }).click();
  await expect(page.getByText('请用“表格做成文字”')).toBeVisible();
  await page.getByRole('button', { name: '表格做成文字' }).click();
  await expect(page.getByRole('textbox', { name: /粘进表格软件/ })).toHaveValue(/小李\t第一周\t/);
});

test('it is seen, exported and erased at /progress/', async ({ page }) => {
  await openTeam(page, receipt('devicea0', '小王', 2));
  await page.getByRole('link', { name: '导出全部记录' }).click();
  const team = page.getByRole('region', { name: '团队的回执' });
  await expect(team).toContainText('小王');
  await team.getByRole('button', { name: '删除小王的回执' }).click();
  await expect(team).toHaveCount(0);
  expect(Object.keys(await stored(page)).filter((key) => key.startsWith('khb:team:'))).toEqual([]);
});

test('without the handbook’s part the receipts are kept, and it is said', async ({
  page,
  faults,
}) => {
  await page.route('**/current/training.json', (route) => route.abort());
  await page.goto('./team/');
  await ready(page, 'team');
  await paste(page, await textOf(receipt('devicea0', '小王', 2)));
  await expect(page.getByRole('alert').filter({ hasText: '回执还在' })).toBeVisible();
  expect(Object.keys(await stored(page)).some((key) => key.startsWith('khb:team:'))).toBe(true);
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true);
  faults.length = 0;
});

for (const [width, colorScheme] of [
  [375, 'light'],
  [1280, 'dark'],
] as const) {
  test(`axe finds nothing at ${width} pixels, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await openTeam(
      page,
      receipt('devicea0', '小王', 1, { runs: [RUN] }),
      receipt('deviceb0', '小王', 2),
    );
    await page.getByRole('button', { name: /小王/ }).first().click();
    expect(await violations(page)).toEqual([]);
    const [width_, inner] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth,
    ]);
    expect(width_).toBeLessThanOrEqual(inner ?? 0);
  });
}

test('on paper: the table without what is pressed', async ({ page }) => {
  await openTeam(page, receipt('devicea0', '小王', 1));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.team-table')).toBeVisible();
  for (const place of ['.team-take', '.team-filters', '.team-out']) {
    await expect(page.locator(place).first()).toBeHidden();
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what it needs', async ({ page }) => {
    await page.goto('./team/');
    // Playwright's switch leaves <noscript> undrawn, so its text is read from the markup.
    expect(await page.locator('main noscript').innerHTML()).toContain('读回执要用 JavaScript');
    await expect(page.getByText('自行声明')).toBeVisible();
  });
});
