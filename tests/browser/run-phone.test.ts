/** A run on a phone: its step first, done with one tap, and nothing else in the way. */
import type { Locator, Page } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, COMPLAINT, decide } from './run-fixtures.ts';

test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });

const step = (page: Page) => page.locator('.walkthrough > .run-step');
const done = (page: Page) => page.getByRole('button', { name: /^做完了/ });
const bottomOf = async (what: Locator) => {
  const box = await what.boundingBox();
  return (box?.y ?? Infinity) + (box?.height ?? 0);
};

/** The run's head as drawn: how many lines of text it has. */
const headHeight = (page: Page) =>
  page.locator('.run__head').evaluate((head) => head.getBoundingClientRect().height);

test('the step’s box and 做完了，下一步 are in sight at once, under one line of head', async ({
  page,
}) => {
  await startRun(page, COMPLAINT, '2026-130');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await bottomOf(step(page).getByRole('checkbox'))).toBeLessThan(406);
  expect(await bottomOf(done(page))).toBeLessThanOrEqual(812);
  const width = await done(page).evaluate((button) => button.getBoundingClientRect().width);
  expect(width).toBeGreaterThan(330);
  expect(await headHeight(page)).toBeLessThan(64);
  await expect(page.locator('.run__head h1')).toContainText('2026-130');
  await expect(page.locator('.run__count')).toHaveText(/^0\/\d+ 步$/);
  for (const hidden of ['复制、打印、导出和更多', '提前结束……', '编号和截止日期']) {
    await expect(page.getByText(hidden)).toBeHidden();
  }
  await page.getByRole('button', { name: '更多' }).tap();
  await page.getByText('编号和截止日期').tap();
  await page.getByLabel('项目编号').fill('2026-139');
  // What is left unfinished is in sight when one comes back.
  await page.reload();
  await ready(page, 'runs');
  await expect(page.getByLabel('项目编号')).toHaveValue('2026-139');
});

test('one tap ticks and goes on, a double click once, and 撤销 is at hand', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-131');
  const title = step(page).locator('.tick__text');
  const first = await title.innerText();
  await done(page).tap();
  await expect(title).not.toHaveText(first);
  await expect(page.locator('.run__count')).toHaveText(/^1\//);
  const second = await title.innerText();
  await page.getByRole('button', { name: '撤销' }).tap();
  await expect(title).toHaveText(first);
  await done(page).dblclick();
  await expect(title).toHaveText(second);
  await expect(page.locator('.run__count')).toHaveText(/^1\//);
  // Paging ticks nothing.
  await page.getByRole('button', { name: '下一步', exact: true }).tap();
  await expect(title).not.toHaveText(second);
  await expect(page.locator('.run__count')).toHaveText(/^1\//);
});

test('the next step is seen from its top after a long one', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-132');
  await page.setViewportSize({ width: 375, height: 420 });
  await done(page).scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  const first = await step(page).locator('.tick__text').innerText();
  await done(page).tap();
  await expect(step(page).locator('.tick__text')).not.toHaveText(first);
  await expect(step(page).getByRole('checkbox')).toBeInViewport();
});

test('a draft at another step is told of above the step that is shown, with the way to it', async ({
  page,
}) => {
  await startRun(page, COMPLAINT, '2026-133');
  const title = step(page).locator('.tick__text');
  const first = await title.innerText();
  await page.getByRole('button', { name: /^写备注/ }).tap();
  await page.getByRole('textbox', { name: '备注' }).fill('客户下午三点');
  const hint = page.locator('.walkthrough__drafts');
  await expect(hint).toHaveCount(0);
  await done(page).tap();
  await expect(title).not.toHaveText(first);
  await expect(hint).toContainText('没存的草稿在：');
  await page.reload();
  await ready(page, 'runs');
  await hint.getByRole('link').tap();
  await expect(title).toHaveText(first);
  await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('客户下午三点');
  await page.getByRole('button', { name: '存备注' }).tap();
  await page.getByRole('button', { name: '回到第一个未完成的步骤' }).tap();
  await expect(hint).toHaveCount(0);
});

test('a step gets an owner and a day, which survive a reload while they are typed', async ({
  page,
}) => {
  await startRun(page, COMPLAINT, '2026-134');
  const title = await step(page).locator('.tick__text').innerText();
  await page.getByRole('button', { name: /^定人和日期/ }).tap();
  await page.getByLabel('谁做').fill('小');
  await page.getByLabel('哪天以前做完').fill('2026-11-24');
  await page.reload();
  await ready(page, 'runs');
  await expect(page.getByLabel('谁做')).toHaveValue('小');
  await expect(page.getByLabel('哪天以前做完')).toHaveValue('2026-11-24');
  await page.getByRole('button', { name: '自己', exact: true }).tap();
  await page.getByRole('button', { name: '存人和日期' }).tap();
  await expect(step(page).locator('.step__meta')).toContainText('谁做：自己');
  await expect(step(page).locator('.deadline')).toContainText(
    '已过期：应在2026 年 11 月 24 日前做完',
  );
  await expect(page.locator('.run-sheet')).toContainText('谁做：自己');
  await expect(page.locator('.run-sheet')).toContainText('定在 2026-11-24 前');

  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  const late = page.getByRole('region', { name: '已过期' });
  await expect(late).toContainText('已过期：应在2026 年 11 月 24 日前做完，谁做：自己');
  await page.goto(PAGES.home);
  await ready(page, 'desk');
  const item = page.locator('[data-section="overdue"] .today__item', { hasText: title });
  await expect(item).toContainText('谁做：自己');
  await item.getByRole('checkbox').tap();
  await expect(page.locator('[data-section="overdue"]')).toHaveCount(0);
});

test('seals show their role within the border and stand in one row', async ({ page }) => {
  await startRun(page, PAGES.workflow, '2026-135');
  await asList(page);
  await decide(page.locator('.gate').first());
  const signing = page.locator('.run-step:has(.signatures input:nth-of-type(1))').filter({
    has: page.locator('.signatures label:nth-of-type(2)'),
  });
  // On to the first gate that two sign.
  for (let i = 0; i < 40 && (await signing.count()) === 0; i++) {
    const open = page.locator('.run-step[data-standing="open"]').first();
    if (await open.locator('.gate').count()) await decide(open);
    else await open.getByRole('checkbox').check();
  }
  const title = await signing.first().locator('.gate__title').innerText();
  await decide(signing.first());
  const signed = page.locator('.run-step', { hasText: title.replace(/^\d+\s*/, '') }).first();
  const seals = signed.locator('.seal-mark .seal-square');
  await expect(seals).toHaveCount(2);
  const [one, two] = await Promise.all([0, 1].map((n) => seals.nth(n).boundingBox()));
  expect(one?.y).toBeCloseTo(two?.y ?? 0, 0);
  for (const seal of await seals.all()) {
    const outside = await seal.evaluate((svg) => {
      const border = svg.querySelector('rect')?.getBBox();
      if (!border) return ['no border'];
      return [...svg.querySelectorAll('text')].flatMap((text) => {
        const { x, y, width, height } = text.getBBox();
        const fits = x > border.x + 1.5 && x + width < border.x + border.width - 1.5;
        return fits && y > border.y - 3 && y + height < border.y + border.height + 3
          ? []
          : [text.textContent];
      });
    });
    expect(outside).toEqual([]);
  }
  await expect(page.locator('.run-sheet__signer .seal-square').first()).toBeAttached();
});
