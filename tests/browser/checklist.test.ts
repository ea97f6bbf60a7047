import type { Page } from '@playwright/test';
import { expect, PAGES, ready, test } from './fixtures.ts';

const boxes = '.duty input[type="checkbox"]';

test('a tick says when it was made and is there after a reload', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  const duty = page.locator('.duty-group .duty').first();
  const box = duty.getByRole('checkbox');
  await expect(page.getByRole('main').getByText('只存在这台设备的这个浏览器里')).toBeHidden();
  await box.check();
  await expect(duty.getByText(/^今天 \d\d:\d\d\s*勾选/)).toBeVisible();
  await expect(page.getByText(/^已保存 \d\d:\d\d:\d\d$/)).toBeVisible();
  await expect(page.getByRole('main').getByText('只存在这台设备的这个浏览器里')).toBeVisible();
  await page.reload();
  await ready(page, 'checklist');
  await expect(box).toBeChecked();
  await expect(page.getByRole('progressbar', { name: '客户专员：本期动作' })).toHaveAttribute(
    'aria-valuetext',
    /^已完成 1 项，共 \d+ 项$/,
  );
  await box.uncheck();
  await page.reload();
  await ready(page, 'checklist');
  await expect(box).not.toBeChecked();
});

test('a box is named by its duty, and cannot be ticked before the page is ready', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(PAGES.role);
  const first = page.locator(boxes).first();
  await expect(first).toBeDisabled();
  const text = await page.locator('.duty .tick__text').first().innerText();
  await expect(page.getByRole('checkbox', { name: text, exact: true })).toHaveCount(1);
  await context.close();
});

test('two tabs agree', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  for (const page of [one, two]) {
    await page.goto(PAGES.role);
    await ready(page, 'checklist');
  }
  await one.locator(boxes).nth(0).check();
  await two.locator(boxes).nth(1).check();
  await expect(two.locator(boxes).nth(0)).toBeChecked();
  await expect(one.locator(boxes).nth(1)).toBeChecked();
  await one.locator(boxes).nth(1).uncheck();
  await expect(two.locator(boxes).nth(1)).not.toBeChecked();
  await one.reload();
  await ready(one, 'checklist');
  await expect(one.locator(boxes).nth(0)).toBeChecked();
  await expect(one.locator(boxes).nth(1)).not.toBeChecked();
});

test('clearing can be undone', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.locator(boxes).nth(0).check();
  await page.locator(boxes).nth(2).check();
  await page.getByRole('button', { name: '清空本期勾选' }).click();
  await expect(page.locator(`${boxes}:checked`)).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator(`${boxes}:checked`)).toHaveCount(2);
  await page.reload();
  await ready(page, 'checklist');
  await expect(page.locator(`${boxes}:checked`)).toHaveCount(2);
});

test('the filter shows open or done duties only', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  const all = await page.locator('.duty:visible').count();
  await page.locator(boxes).nth(0).check();
  await page.getByRole('radio', { name: '已完成' }).check();
  await expect(page.locator('.duty:visible')).toHaveCount(1);
  await page.getByRole('radio', { name: '未完成' }).check();
  await expect(page.locator('.duty:visible')).toHaveCount(all - 1);
});

/** The filter by cadence that is called so. */
const filter = (page: Page, name: string) =>
  page
    .getByRole('list', { name: '按周期筛选' })
    .getByRole('link', { name: new RegExp(`^${name}`) });

test('a cadence’s filter shows as many duties as it says, stands in the address, and goes back', async ({
  page,
}) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  const shown = page.locator('.duty:visible');
  const all = await shown.count();
  await expect(filter(page, '全部')).toHaveText(`全部 ${all}`);
  for (const [name, fragment, tag] of [
    ['今天', 'daily', '每天'],
    ['一次', 'once', '一次'],
  ] as const) {
    await filter(page, name).click();
    await expect(page).toHaveURL(new RegExp(`#${fragment}$`));
    await expect(filter(page, name)).toHaveAttribute('aria-current', 'true');
    const tags = await shown.locator('.tag').allInnerTexts();
    expect(new Set(tags)).toEqual(new Set([tag]));
    await expect(filter(page, name)).toHaveText(`${name} ${tags.length}`);
  }
  await page.goBack();
  await expect(filter(page, '今天')).toHaveAttribute('aria-current', 'true');
  await page.goBack();
  await expect(filter(page, '全部')).toHaveAttribute('aria-current', 'true');
  await expect(shown).toHaveCount(all);
  await page.goForward();
  await expect(filter(page, '今天')).toHaveAttribute('aria-current', 'true');

  // The self-appraisal is no cadence of acts.
  await filter(page, '自评').click();
  await expect(page.locator('.checklist > .duty-group:visible')).toHaveCount(0);
  expect(await shown.count()).toBe(await page.locator('.appraisal .duty').count());
});

test('a link to a filter leads to the filtered list; groups tell of what it leaves', async ({
  page,
}) => {
  await page.goto(`${PAGES.role}#daily`);
  await ready(page, 'checklist');
  await expect(filter(page, '今天')).toBeInViewport();
  await expect(page.locator('.duty:visible').first()).toBeInViewport();
  const groups = page.locator('.duty-group:visible');
  for (const group of await groups.all()) {
    const duties = await group.locator('.duty:visible').count();
    expect(duties).toBeGreaterThan(0);
    await expect(group.getByText(`已完成 0 项，共 ${duties} 项`)).toBeVisible();
  }
  // With both choices, the counts are of what one would see.
  const daily = await page.locator('.duty:visible').count();
  await page.locator('.duty:visible input').first().check();
  await page.getByRole('radio', { name: '未完成' }).check();
  await expect(filter(page, '今天')).toHaveText(`今天 ${daily - 1}`);
  await expect(page.locator('.duty:visible')).toHaveCount(daily - 1);
});

test('whoever arrives at a duty or a group sees it, whatever was filtered', async ({ page }) => {
  await page.goto(`${PAGES.role}#daily`);
  await ready(page, 'checklist');
  const weekly = page.locator('.duty[data-cadence="weekly"]').last();
  await expect(weekly).toBeHidden();
  const id = await weekly.getAttribute('id');
  await page.evaluate((id) => (location.hash = `#${id}`), id);
  await expect(weekly).toBeInViewport();
  await expect(weekly).toHaveAttribute('data-arrived', '');
  await expect(filter(page, '全部')).toHaveAttribute('aria-current', 'true');

  await page.getByRole('radio', { name: '已完成' }).check();
  await expect(page.locator('.duty:visible')).toHaveCount(0);
  await page.evaluate(() => (location.hash = '#all'));
  await page.evaluate((id) => (location.hash = `#${id}`), id);
  await expect(weekly).toBeInViewport();
  await expect(page.getByRole('radio', { name: '全部' })).toBeChecked();

  // A group is there with what is left of it; one that a cadence leaves nothing of comes back.
  await filter(page, '自评').click();
  const group = page.locator('.checklist > .duty-group').last();
  await expect(group).toBeHidden();
  const name = await group.getAttribute('id');
  await page.evaluate((name) => (location.hash = `#${name}`), name);
  await expect(group.getByRole('heading')).toBeInViewport();
});

test('without JavaScript all duties are shown, and what explains them opens', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${PAGES.role}#daily`);
  await expect(page.locator('.duty:not(:visible)')).toHaveCount(0);
  await expect(page.locator('#daily')).toBeInViewport();
  const more = page.locator('.duty__more').first();
  await expect(more.locator('> :not(summary)').first()).toBeHidden();
  await more.locator('summary').click();
  await expect(more.locator('> :not(summary)').first()).toBeVisible();
  await context.close();
});

test('name and count of a group stay in sight while its duties scroll', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  const group = page.locator('.duty-group').first();
  const last = group.locator('.duty').last();
  await last.evaluate((row) => row.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.evaluate(() => scrollBy({ top: 200, behavior: 'instant' }));
  await expect(group.locator('.duty').first()).not.toBeInViewport();
  await expect(group.getByRole('heading')).toBeInViewport();
  await expect(group.getByText(/^已完成 0 项，共 \d+ 项$/)).toBeInViewport();
  // It covers nothing that one arrives at, and a link back to it leads to its beginning.
  await page.evaluate((id) => (location.hash = `#${id}`), await last.getAttribute('id'));
  const head = await group.locator('.duty-group__head').boundingBox();
  await expect
    .poll(async () => (await last.boundingBox())?.y)
    .toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
  await page.evaluate((id) => (location.hash = `#${id}`), await group.getAttribute('id'));
  await expect(group.locator('.duty').first()).toBeInViewport();
});

test('a new period opens the box again and keeps the past one', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T10:00:00+08:00') });
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  const daily = page.locator('.duty', { has: page.getByText('每天', { exact: true }) }).first();
  const once = page.locator('.duty', { has: page.getByText('一次', { exact: true }) }).first();
  await daily.getByRole('checkbox').check();
  await once.getByRole('checkbox').check();
  const text = await daily.locator('.tick__text').innerText();
  // The page stays open over midnight.
  await page.clock.fastForward('15:00:00');
  await expect(daily.getByRole('checkbox')).not.toBeChecked();
  await expect(once.getByRole('checkbox')).toBeChecked();
  await page.getByText('以往各期').click();
  const past = page.locator('.past__period', { hasText: '2026 年 11 月 23 日' });
  await expect(past).toContainText(text);
});

test('standards are appraised apart and do not count in the acts’ progress', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  const bar = page.getByRole('progressbar', { name: '客户专员：本期动作' });
  const before = await bar.getAttribute('aria-valuetext');
  const appraisal = page.getByRole('region', { name: '季度自评' }).first();
  await appraisal.getByRole('checkbox').first().check();
  await expect(page.getByRole('progressbar', { name: '客户专员：季度自评' })).toHaveAttribute(
    'aria-valuetext',
    /^已完成 1 项/,
  );
  expect(await bar.getAttribute('aria-valuetext')).toBe(before);
});

test('a deep link leads to the duty, also when restored marks move it', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.locator(boxes).nth(0).check();
  const last = page.locator('.duty-group .duty').last();
  const id = await last.getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`${PAGES.role}#${id}`);
  await ready(page, 'checklist');
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('data-arrived', '');
});

test('the keyboard alone ticks a duty and undoes clearing', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  const box = page.locator(boxes).first();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if (await box.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(box).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
});

test('the home page counts what is open of one’s own checklist', async ({ page }) => {
  // A day that is worked: on others nothing daily is due.
  await page.clock.setFixedTime(new Date('2026-11-25T10:00:00+08:00'));
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  const daily = page.locator('.checklist > .duty-group .duty', {
    has: page.locator('.tag', { hasText: '每天' }),
  });
  const total = await daily.count();
  expect(total).toBeGreaterThan(1);
  await page.goto(PAGES.home);
  const counts = page.locator('.desk__duties');
  await expect(counts).toHaveText(new RegExp(`^今天还有 ${total} 项，这一周还有 \\d+ 项`));
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  for (const duty of await daily.all()) await duty.getByRole('checkbox').check();
  await page.goto(PAGES.home);
  // Each count leads to the duties that it counts.
  await counts.getByRole('link', { name: /^这一周还有/ }).click();
  await ready(page, 'checklist');
  await expect(filter(page, '本周')).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.duty[data-cadence="weekly"]:visible').first()).toBeInViewport();
  await page.goto(PAGES.today);
  await page.getByRole('link', { name: '打开客户专员的清单' }).click();
  await ready(page, 'checklist');
  await expect(filter(page, '今天')).toHaveAttribute('aria-current', 'true');
  await expect(daily.first()).toBeInViewport();
  await page.goto(PAGES.home);
  await expect(counts).toHaveText(/^这一周还有 \d+ 项/);
});
