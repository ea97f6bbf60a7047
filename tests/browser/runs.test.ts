import type { Page } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { decide } from './run-fixtures.ts';

/** Does the shown step: ticks it, or presses the outcome at the given place. */
async function doStep(page: Page, outcome = 0): Promise<void> {
  const step = page.locator('.walkthrough > .run-step');
  const where = await page.locator('.walkthrough__where').innerText();
  const box = step.getByRole('checkbox');
  if (await box.count()) await box.click();
  else await decide(step, outcome);
  await expect
    .poll(
      async () =>
        (await page.locator('.walkthrough__where').innerText()) !== where ||
        (await page.getByText('各步都已做完').count()) > 0,
    )
    .toBe(true);
}

/** Place of the first outcome of the shown gate that leads back. */
async function backAt(page: Page): Promise<number> {
  const outcomes = await page.locator('.walkthrough .gate__outcome').allInnerTexts();
  return outcomes.findIndex((text) => text.includes('回到第'));
}

/** The title of the step that is shown. */
function shown(page: Page) {
  return page.locator('.walkthrough > .run-step').locator('.tick__text, .gate__title');
}

test('a run goes through the “no” branch, comes back, and is finished', async ({ page }) => {
  await startRun(page, PAGES.workflow, '2026-031');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-031');

  // To the first gate.
  while ((await page.locator('.walkthrough .gate').count()) === 0) await doStep(page);
  await expect(page.locator('.walkthrough')).toContainText('第 2 阶段');

  // Past it, then to the gate that sends work back: 提出建议 → a second round.
  let before = 0;
  for (let i = 0; i < 40; i++) {
    const back = page.locator('.walkthrough .gate__outcome', { hasText: '回到第' });
    if (await back.count()) {
      before = await page
        .locator('progress')
        .first()
        .evaluate((bar: HTMLProgressElement) => bar.value);
      await decide(page.locator('.walkthrough > .run-step'), await backAt(page));
      break;
    }
    await doStep(page);
  }
  await expect(page.locator('.run__meta')).toContainText('第 2 轮');
  const after = await page
    .locator('progress')
    .first()
    .evaluate((bar: HTMLProgressElement) => bar.value);
  expect(after).toBeLessThanOrEqual(before);
  await page.locator('.rounds > summary').click();
  await expect(page.locator('.rounds')).toContainText('第 1 轮');

  // The marks survive a reload, and the run goes on at its first open step.
  const title = await shown(page).innerText();
  await page.reload();
  await ready(page, 'runs');
  await expect(shown(page)).toHaveText(title);

  // Forward to the end, taking the way on at each gate.
  for (let i = 0; i < 60; i++) {
    if (await page.getByText('各步都已做完').count()) break;
    await doStep(page);
  }
  await page.getByRole('button', { name: '结束执行' }).click();
  await expect(page.locator('.run__meta')).toContainText('已结束');
  await page.getByRole('link', { name: '我的执行' }).first().click();
  const finished = page.getByRole('region', { name: '已结束' });
  await expect(finished).toContainText('2026-031');

  // Finished can be opened again, with everything on it.
  await finished.getByRole('button', { name: '重新打开' }).click();
  await expect(page.getByRole('region', { name: '进行中' })).toContainText('2026-031');
  await page.reload();
  await ready(page, 'runs');
  await page.getByRole('link', { name: /2026-031/ }).click();
  await expect(page.getByText('各步都已做完')).toBeVisible();
});

test('a job code is offered and counts up', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T10:00:00+08:00'));
  await startRun(page, PAGES.workflow);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-001');
  await page.goto(PAGES.workflow);
  await ready(page, 'run-starter');
  await expect(page.getByLabel('项目编号')).toHaveValue('2026-002');
});

test('the list and the step view show the same run', async ({ page }) => {
  await startRun(page, PAGES.workflow);
  await doStep(page);
  await page.getByRole('radio', { name: '清单' }).check();
  await expect(page.locator('.run-steps input:checked')).toHaveCount(1);
  // Steps before the gate can be done in any order.
  await page.locator('.run-steps input').nth(2).check();
  await page.getByRole('radio', { name: '逐步' }).check();
  await expect(page.locator('.walkthrough__where')).toContainText('全程第 2 步');
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('radio', { name: '清单' }).check();
  await expect(page.locator('.run-steps input:checked')).toHaveCount(1);
  await expect(page.getByText('等前面的关口').first()).toBeVisible();
});

test('a gate waits for the critical steps before it', async ({ page }) => {
  await startRun(page, './agency/workflows/creative-production/');
  await page.getByRole('radio', { name: '清单' }).check();
  const critical = page.getByRole('checkbox', { name: /创作方向/ });
  const held = page.getByText('先完成关键步骤：');
  const gate = page.locator('.gate:not(:has([aria-pressed="true"]))').first();
  const open = gate.locator('.gate__outcome').first();
  // Through the gates until one is held up by the critical step that was left out.
  for (let i = 0; i < 6 && !(await held.count()); i++) await decide(gate);
  await expect(held).toBeVisible();
  await expect(open).toBeDisabled();
  await critical.first().click();
  await expect(critical.first()).toBeChecked();
  await expect(held).toHaveCount(0);
  await expect(open).toBeEnabled();
});

test('the workflow page lists its open runs and paints the latest one’s progress', async ({
  page,
}) => {
  await startRun(page, PAGES.workflow, '2026-007');
  await doStep(page);
  await doStep(page);
  await page.goto(PAGES.workflow);
  await ready(page, 'run-starter');
  await expect(page.locator('.run-starter')).toContainText('2026-007');
  await expect(page.locator('li.step[data-standing="done"]')).toHaveCount(2);
  await expect(page.locator('li.step').first().getByText('已完成')).toBeVisible();
});

test('two tabs on one run agree', async ({ context }) => {
  const one = await context.newPage();
  await startRun(one, PAGES.workflow);
  const two = await context.newPage();
  await two.goto(one.url());
  await ready(two, 'runs');
  for (const page of [one, two]) await page.getByRole('radio', { name: '清单' }).check();
  await one.locator('.run-steps input').nth(0).check();
  await two.locator('.run-steps input').nth(1).check();
  await expect(one.locator('.run-steps input:checked')).toHaveCount(2);
  await expect(two.locator('.run-steps input:checked')).toHaveCount(2);
});

test('a deleted run can be brought back, and erased for good', async ({ page }) => {
  await startRun(page, PAGES.workflow, '2026-009');
  await doStep(page);
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await page.getByRole('button', { name: '删除执行 2026-009' }).click();
  await expect(page.getByRole('region', { name: '进行中' })).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('region', { name: '进行中' })).toContainText('已完成 1 步');
  await page.getByRole('button', { name: '删除执行 2026-009' }).click();
  await page.reload();
  await ready(page, 'runs');
  await page.getByText('已删除（1）').click();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: '彻底删除执行 2026-009' }).click();
  await expect(page.getByText('还没有执行')).toBeVisible();
  const left = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => /:(run|done|text):/.test(key)),
  );
  expect(left).toEqual([]);
});

test('an address of a run that is not here says so', async ({ page }) => {
  await page.goto('./runs/#nosuchrun');
  await ready(page, 'runs');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这里没有这次执行');
});
