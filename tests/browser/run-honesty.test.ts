/** Nothing is told prettier than it is, and nothing is lost: counting, rounds, deleting, signatures. */
import type { Locator, Page } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, boxes, COMPLAINT, decide } from './run-fixtures.ts';

const FIRST_REPLY = '24 小时内首次回复客户';

/** Skips the critical step of 投诉处理 that asks for a first reply. */
async function skipFirstReply(page: Page): Promise<void> {
  const step = page.locator('.run-steps > li', { hasText: FIRST_REPLY });
  await step.getByRole('button', { name: /^跳过/ }).click();
  await step.getByLabel('这是关键步骤，为什么跳过').fill('当面答复过');
  await step.getByRole('button', { name: '跳过这一步' }).click();
  await expect(step.locator('.step__stamp')).toContainText('已跳过');
}

test('a critical step that was skipped is named wherever the run is counted', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await startRun(page, COMPLAINT, '2026-110');
  await asList(page);
  await boxes(page).nth(0).check();
  await skipFirstReply(page);
  const words = /做了 1，(不适用 \d+，)?跳过 1（关键：[^）]+），共 \d+ 步/;
  await expect(page.locator('.run .progress__words')).toHaveText(words);
  const bar = page.locator('.run progress');
  await expect(bar).toHaveAttribute('aria-valuetext', words);
  expect(await bar.evaluate((each: HTMLProgressElement) => each.value)).toBe(1);
  await expect(page.locator('.run-sheet__facts')).toContainText(words);
  await page.getByText('复制、打印、导出和更多').click();
  await page.getByRole('button', { name: '复制文字' }).click();
  await expect(page.getByRole('status').filter({ hasText: '文字已复制' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(words);

  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.locator('.run-line')).toContainText(words);
  await page.goto(PAGES.progress);
  await ready(page, 'records');
  await page.getByText(/^1 次执行/).click();
  await expect(page.locator('.records__list').first()).toContainText(words);
  await page.goto(COMPLAINT);
  await ready(page, 'run-starter');
  const painted = page.locator('li.step', { hasText: FIRST_REPLY }).first();
  await expect(painted).toHaveAttribute('data-standing', 'skipped');
  await expect(painted.locator('[data-step-state]')).toHaveText('已跳过');
});

test('a run with a skipped step never reads as all done', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-111');
  await asList(page);
  await skipFirstReply(page);
  const open = page.locator('.run-step[data-standing="open"]');
  for (let i = 0; i < 40 && (await open.count()) > 0; i++) await settle(page, open.first());
  await page.getByRole('radio', { name: '逐步' }).check();
  await expect(page.locator('.run__ready')).toContainText('没有待办的步骤了，但不是都做了');
  await expect(page.locator('.run__ready[data-whole]')).toHaveCount(0);
  await expect(page.locator('.run')).not.toContainText('各步都已做完');
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.locator('.run-line')).toContainText('不是都做了');
  await expect(page.locator('.run-line')).not.toContainText('各步都已做完');
  await page.goto(PAGES.home);
  await ready(page, 'desk');
  await expect(page.locator('.today__item', { hasText: '可以结束' })).toContainText('不是都做了');
  await expect(page.locator('.desk')).not.toContainText('各步都已做完');
});

/** Goes through the list's open steps until a gate can lead back, and takes that way. */
async function goBackAtAGate(page: Page): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const step = page.locator('.run-step[data-standing="open"]').first();
    const back = step.locator('.gate__outcome', { hasText: '回到第' });
    const outcomes = await step.locator('.gate__outcome').allInnerTexts();
    if (await back.count()) {
      await decide(
        step,
        outcomes.findIndex((text) => text.includes('回到第')),
      );
      return;
    }
    await settle(page, step);
  }
}

/** Does a step of the list. */
async function settle(page: Page, step: Locator): Promise<void> {
  const done = page.locator('.run-step[data-standing="done"]');
  const before = await done.count();
  if (await step.locator('.gate').count()) await decide(step);
  else await step.getByRole('checkbox').click();
  await expect.poll(() => done.count()).not.toBe(before);
}

test('a round stands at the steps that are gone through again, and at no other', async ({
  page,
}) => {
  test.slow(); // step by step through a long workflow
  await startRun(page, PAGES.workflow, '2026-112');
  await asList(page);
  await goBackAtAGate(page);
  await expect(page.locator('.run__meta')).toContainText('第 2 轮');
  const repeated = page.locator('.run-step .tag', { hasText: '第 2 轮' });
  await expect(repeated.first()).toBeVisible();
  const count = await repeated.count();
  // On past the gate that said no: what follows is reached for the first time.
  for (let i = 0; i < 60; i++) {
    const step = page.locator('.run-step[data-standing="open"]').first();
    const isAgain = (await step.locator('.tag', { hasText: '第 2 轮' }).count()) > 0;
    await settle(page, step);
    if (!isAgain && (await page.locator('.run-step[data-standing="open"]').count()) > 0) break;
  }
  await expect(repeated).toHaveCount(count);
  await expect(page.locator('.run-step[data-standing="open"] .tag', { hasText: '轮' })).toHaveCount(
    0,
  );
});

test('undo of a deletion stays on the board, where the run stood, until it is used or put away', async ({
  page,
}) => {
  for (const code of ['2026-113', '2026-114', '2026-115']) await startRun(page, COMPLAINT, code);
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  const items = page.getByRole('region', { name: '进行中' }).locator('.run-list > li');
  await page.getByRole('button', { name: '删除执行 2026-114' }).click();
  await expect(items).toHaveText([/2026-115/, /^已删除 2026-114/, /2026-113/]);
  await expect(page.getByRole('status').first()).toContainText('已删除 2026-114');
  await expect(items.nth(1).getByRole('button', { name: '撤销' })).toBeFocused();
  await page.getByRole('button', { name: '删除执行 2026-113' }).click();
  await expect(items).toHaveText([/2026-115/, /^已删除 2026-114/, /^已删除 2026-113/]);
  await items.nth(1).getByRole('button', { name: '撤销' }).click();
  await expect(items).toHaveText([/2026-114/, /2026-115/, /^已删除 2026-113/]);
  await items
    .nth(2)
    .getByRole('button', { name: /^知道了/ })
    .click();
  await expect(items).toHaveText([/2026-114/, /2026-115/]);
  await expect(page.getByText('已删除（1）')).toBeVisible();
});

test('a row of the board leads with its next step, and ends with 删除', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-116');
  const title = await page.locator('.walkthrough .tick__text').innerText();
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  const actions = page.locator('.run-line__actions').locator('a, button');
  await expect(actions).toHaveText([`下一步：${title}`, '删除']);
  await actions.first().click();
  await expect(page.locator('.walkthrough .tick__text')).toHaveText(title);
});

test('a signed gate is locked until 更改签字, and keeps what was signed', async ({ page }) => {
  await startRun(page, PAGES.workflow, '2026-117');
  await asList(page);
  await decide(page.locator('.gate').first());
  const signing = page.locator('.run-step:has(.gate):has(.signatures)').first();
  const title = await signing.locator('.gate__title').innerText();
  await signing.locator('.signatures input').first().fill('王敏');
  await signing.locator('.gate__outcome').first().click();
  const step = page.locator('.run-step', { hasText: title.replace(/^\d+\s*/, '') }).first();
  await expect(step.locator('.seal-mark')).toContainText('王敏');
  for (const outcome of await step.locator('.gate__outcome').all())
    await expect(outcome).toBeDisabled();
  await expect(step.locator('.signatures')).toHaveCount(0);

  const change = step.getByRole('button', { name: /^更改签字/ });
  await change.click();
  await step.getByRole('button', { name: /^不改了/ }).click();
  await expect(step.locator('.gate__outcome').first()).toBeDisabled();
  await change.click();
  await expect(step.locator('.signatures input').first()).toHaveValue('王敏');
  await step.locator('.signatures input').first().fill('李梅');
  await step.locator('.gate__outcome').first().click();
  await expect(step.locator('.seal-mark')).toContainText('李梅');
  await expect(step.locator('.gate__outcome').first()).toBeDisabled();
  await step.getByText('以前的签字（1）').click();
  await expect(step.locator('.signings')).toContainText('王敏');
  await expect(page.locator('.run-sheet')).toContainText('以前签的：');
});
