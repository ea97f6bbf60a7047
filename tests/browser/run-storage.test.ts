/** What can go wrong with the storage while one works: nothing is lost, and the reader is told. */
import { chromium } from '@playwright/test';
import { browserArgs } from '../support/browser/index.ts';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, boxes, COMPLAINT, fillStorage, isSaved, stored } from './run-fixtures.ts';

test('two tabs tick at the same time, two hundred times, and no tick is lost', async ({
  context,
}) => {
  const one = await context.newPage();
  await startRun(one, COMPLAINT, '2026-050');
  const two = await context.newPage();
  await two.goto(one.url());
  for (const page of [one, two]) {
    await ready(page, 'runs');
    await asList(page);
  }
  const count = await boxes(one).count();
  // Each tab clicks its own boxes, on and off; both at once, as fast as they can.
  const clickAll = (from: number) => async (page: typeof one) =>
    page.evaluate(
      async ([start, all]) => {
        for (let n = 0; n < 100; n++) {
          const list = document.querySelectorAll<HTMLInputElement>('.run-steps .tick__box');
          list[start + 2 * (n % Math.floor(all / 2))]?.click();
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      },
      [from, count] as const,
    );
  await Promise.all([clickAll(0)(one), clickAll(1)(two)]);

  const events = Object.keys(await stored(one)).filter((key) => key.startsWith('khb:run:'));
  expect(events).toHaveLength(201);
  const standing = (page: typeof one) =>
    boxes(page).evaluateAll((list) => list.map((box) => (box as HTMLInputElement).checked));
  await expect.poll(() => standing(two)).toEqual(await standing(one));
  const before = await standing(one);
  await one.reload();
  await ready(one, 'runs');
  await asList(one);
  expect(await standing(one)).toEqual(before);
});

test('a run that is erased in one tab does not come back from another', async ({ context }) => {
  const one = await context.newPage();
  await startRun(one, COMPLAINT, '2026-051');
  const two = await context.newPage();
  await two.goto(one.url());
  await ready(two, 'runs');
  await asList(two);

  await one.goto(PAGES.runs);
  await ready(one, 'runs');
  await one.getByRole('button', { name: '删除执行 2026-051' }).click();
  await one.getByText('已删除（1）').click();
  one.once('dialog', (dialog) => void dialog.accept());
  // The other tab ticks in the same moment.
  await Promise.all([
    one.getByRole('button', { name: '彻底删除执行 2026-051' }).click(),
    // At the same moment, or just after the list has let go of its boxes.
    boxes(two).evaluateAll(([box]) => (box as HTMLInputElement | undefined)?.click()),
  ]);
  await expect(two.getByText('这里没有这次执行')).toBeVisible();
  expect(Object.keys(await stored(one)).filter((key) => /:(run|done|text):/.test(key))).toEqual([]);

  // Erased by mistake: it can be taken back as long as the page is open.
  await one.getByRole('button', { name: '撤销' }).click();
  await one.getByText('已删除（1）').click();
  await expect(one.getByRole('button', { name: '恢复执行 2026-051' })).toBeVisible();
});

test('everything erased in one tab stays erased, whatever another tab still holds', async ({
  context,
}) => {
  const one = await context.newPage();
  await startRun(one, COMPLAINT, '2026-052');
  const two = await context.newPage();
  await two.goto(one.url());
  await ready(two, 'runs');
  await asList(two);
  await one.goto('./progress/');
  await ready(one, 'records');
  one.once('dialog', (dialog) => void dialog.accept());
  await one.getByRole('button', { name: '清除全部记录' }).click();
  await expect(one.getByText('全部记录已经清除')).toBeVisible();
  expect(await stored(one)).toEqual({});
  await expect(two.getByText('这里没有这次执行')).toBeVisible();
  await two.reload();
  await ready(two, 'runs');
  expect(Object.keys(await stored(one)).filter((key) => /:(run|done):/.test(key))).toEqual([]);
});

test('where the storage is blocked, runs work and the page says so', async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await expect(page.getByRole('alert').filter({ hasText: '不让这个网站保存' })).toBeVisible();
  const box = page.locator('.duty .tick__box').first();
  await box.check();
  await expect(box).toBeChecked();
  await expect(page.getByRole('alert').filter({ hasText: /没有存下的记录：\d+ 条/ })).toBeVisible();
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.getByText('还没有执行')).toBeVisible();
});

test('on a full storage nothing on the screen is lost; it is saved once there is room', async ({
  page,
}) => {
  await startRun(page, COMPLAINT, '2026-053');
  await asList(page);
  await fillStorage(page);
  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
  const notice = page.getByRole('alert').filter({ hasText: '存储空间满了' });
  await expect(notice).toContainText('没有存下的记录：2 条');
  await expect(boxes(page).nth(1)).toBeChecked();
  await expect(page.locator('.save-state')).toContainText('没有存下');

  // What is not saved is in the export all the same.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: '导出全部记录' }).click(),
  ]);
  const file = await new Response(
    (await download.createReadStream()) as unknown as ReadableStream,
  ).text();
  const { values } = JSON.parse(file) as { values: Record<string, string> };
  expect(Object.keys(values).filter((name) => name.startsWith('run:'))).toHaveLength(3);

  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('junk:')) localStorage.removeItem(key);
  });
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByText('存储空间满了')).toHaveCount(0);
  await page.reload();
  await ready(page, 'runs');
  await asList(page);
  await expect(page.locator('.run-steps .tick__box:checked')).toHaveCount(2);
});

test('a key that was spoilt by hand is set aside; the rest works', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-054');
  await asList(page);
  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
  await isSaved(page);
  const spoilt = await page.evaluate(() => {
    const key = Object.keys(localStorage).find(
      (each) => each.startsWith('khb:run:') && localStorage.getItem(each)?.includes('"tick"'),
    );
    localStorage.setItem(key ?? '', '{"v":1,"id":');
    return key ?? '';
  });
  await page.reload();
  await ready(page, 'runs');
  await expect(page.getByRole('alert').filter({ hasText: '有 1 条记录坏了' })).toBeVisible();
  await asList(page);
  await expect(page.locator('.run-steps .tick__box:checked')).toHaveCount(1);
  const aside = (await stored(page))[spoilt.replace('khb:', 'khb:aside:')];
  expect(JSON.parse(aside ?? '{}')).toMatchObject({ text: '{"v":1,"id":' });
  await page.getByRole('link', { name: '看看是哪些' }).click();
  await ready(page, 'records');
  await expect(page.getByRole('region', { name: '另存的坏记录' })).toBeVisible();
});

test('what a newer version wrote is left alone, and the page says so', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-055');
  const newer = '{"v":9,"id":"n","at":1,"kind":"tick","step":"x","round":1}';
  const key = await page.evaluate((text) => {
    const run = location.hash.slice(1);
    localStorage.setItem(`khb:run:${run}:n`, text);
    return `khb:run:${run}:n`;
  }, newer);
  await page.reload();
  await ready(page, 'runs');
  await expect(page.getByRole('alert').filter({ hasText: '新版网站写下的' })).toBeVisible();
  expect((await stored(page))[key]).toBe(newer);
});

test('after coming back from the back/forward cache, what was removed stays removed', async ({
  baseURL,
}) => {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '',
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: browserArgs(),
  });
  try {
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
    const page = await context.newPage();
    await startRun(page, COMPLAINT, '2026-056');
    await asList(page);
    await boxes(page).nth(0).check();
    await page.evaluate(() => {
      window.addEventListener('pageshow', (event) => {
        document.documentElement.dataset['restored'] = String(event.persisted);
      });
    });
    await page.goto(PAGES.home);
    const other = await context.newPage();
    await other.goto('./progress/');
    await ready(other, 'records');
    other.once('dialog', (dialog) => void dialog.accept());
    await other.getByRole('button', { name: '清除全部记录' }).click();
    await expect(other.getByText('全部记录已经清除')).toBeVisible();

    // Playwright waits for a load that never comes when the page was kept.
    await page.evaluate(() => setTimeout(() => history.back(), 0));
    await expect(page.locator('html')).toHaveAttribute('data-restored', 'true');
    await expect(page.getByText('这里没有这次执行')).toBeVisible();
    const left = await stored(page);
    expect(Object.keys(left).filter((key) => /:(run|done|text):/.test(key))).toEqual([]);
  } finally {
    await browser.close();
  }
});
