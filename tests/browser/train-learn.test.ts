/** One's own training: plans that were begun, what pages show of them, receipts, mentors, the sheet for signatures. */
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { addressOf } from './plan-links.ts';
import { expect, PAGES, ready, test } from './fixtures.ts';
import { passOverRefusals } from './held-back.ts';
import { fillStorage, stored } from './run-fixtures.ts';

const PLAN = './train/agency-account-executive/';
const TITLE = '客户专员入职路线';
/** A page that the plan asks to be read on its first day. */
const READ = { path: PAGES.rules, text: '行为规范' };
/** What a mentor has to watch, in a plan that somebody made. */
const WATCHED = ['agency/workflows/win-new-client', 'agency/techniques/client-dossier'];
/** A page that no role's route names. */
const NOT_ON_PLAN = './service/techniques/time-management/';

const SCREENS = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 375, height: 740 },
};

async function begin(page: Page, day?: string): Promise<void> {
  await page.goto(PLAN);
  await ready(page, 'start-plan');
  if (day) await page.getByLabel('从哪天开始').fill(day);
  await page.getByRole('button', { name: '开始这份计划' }).click();
  await expect(page.locator('.start-plan__words')).toBeVisible();
}

async function openTraining(page: Page): Promise<void> {
  await page.goto('./train/');
  await ready(page, 'training');
}

const events = async (page: Page) =>
  Object.entries(await stored(page)).filter(([key]) => key.startsWith('khb:train:'));

const toast = (page: Page) => page.locator('.toast').getByRole('button', { name: '撤销' });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const pageEnd = (page: Page) => page.locator('.page-end');

test('a plan is begun on a day, moved, left, and each of it taken back', async ({ page }) => {
  await page.goto(PLAN);
  await ready(page, 'start-plan');
  await expect(page.getByLabel('从哪天开始')).toHaveValue('2026-11-25');
  await begin(page, '2026-11-23');
  await expect(page.locator('.start-plan__words')).toContainText('2026 年 11 月 23 日开始');
  expect((await stored(page))['khb:set:plans']).toBeDefined();
  await toast(page).click();
  await expect(page.getByRole('button', { name: '开始这份计划' })).toBeVisible();
  expect((await stored(page))['khb:set:plans']).toBeUndefined();

  await begin(page, '2026-11-23');
  await openTraining(page);
  await page.getByRole('button', { name: `改开始的日子：${TITLE}` }).click();
  await page.getByLabel('从哪天开始').fill('2026-11-30');
  await page.getByRole('button', { name: '改日子' }).click();
  await expect(page.locator('.train-plan')).toContainText('2026 年 11 月 30 日开始');
  await expect(section(page, '晚了')).toHaveCount(0);
  await toast(page).click();
  await expect(page.locator('.train-plan')).toContainText('2026 年 11 月 23 日开始');
  await page.getByRole('button', { name: `不跟了：${TITLE}` }).click();
  await expect(page.getByText('还没有开始的计划')).toBeVisible();
  await toast(page).click();
  await expect(page.locator('.train-plan')).toHaveCount(1);
});

test('the list: what is late first, then today, then day by day; confirmed and taken back', async ({
  page,
}) => {
  // Its first week ends on the day of the test.
  await begin(page, '2026-11-19');
  await openTraining(page);
  const titles = page.locator('.train-section > h2');
  await expect(titles).toHaveText([
    '晚了',
    '今天',
    /^12 月 \d+ 日 星期.前$/,
    /^2027 年 2 月 \d+ 日 星期.前$/,
  ]);
  const late = section(page, '晚了').locator('.train-item');
  const before = await late.count();
  await expect(late.first().locator('[data-late]')).toContainText('已晚：应在 11 月 19 日');
  await page.getByRole('button', { name: `读过了：${READ.text}` }).click();
  await expect(late).toHaveCount(before - 1);
  await expect(page.getByText('做完了 1 项')).toBeVisible();
  expect(await events(page)).toHaveLength(2);
  await toast(page).click();
  await expect(late).toHaveCount(before);
  await page.getByRole('button', { name: `读过了：${READ.text}` }).click();
  await page.reload();
  await ready(page, 'training');
  await page.getByText('做完了 1 项').click();
  const settled = page.locator('#settled');
  await expect(settled).toContainText('11 月 25 日读过，第 1 版');
  // Taken back by a slip, it is there again as it was.
  const count = (await events(page)).length;
  await page.getByRole('button', { name: `不算了：${READ.text}` }).click();
  await expect(late).toHaveCount(before);
  await toast(page).click();
  await expect(late).toHaveCount(before - 1);
  expect(await events(page)).toHaveLength(count + 2);
});

test('the end of a page of the plan confirms it, and says how far one is and what is next', async ({
  page,
}) => {
  await begin(page);
  await page.goto(NOT_ON_PLAN);
  await page.waitForLoadState('networkidle');
  await expect(pageEnd(page)).toHaveCount(0);
  await page.goto(READ.path);
  await expect(pageEnd(page)).toContainText(`${TITLE} 0/`);
  await expect(pageEnd(page)).toContainText('下一项：');
  expect(await violations(page)).toEqual([]);
  await pageEnd(page).getByRole('button', { name: '读过了' }).focus();
  await page.keyboard.press('Enter');
  await expect(pageEnd(page)).toContainText(`${TITLE} 1/`);
  await expect(pageEnd(page)).toContainText('11 月 25 日读过，第 1 版');
  // Who works by keyboard still stands in it.
  await expect(pageEnd(page).locator(':focus')).toHaveCount(1);
  await toast(page).click();
  await expect(pageEnd(page)).toContainText(`${TITLE} 0/`);
});

test('without a plan no page asks for anything of training', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(READ.path);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /train|data\//.test(path))).toEqual([]);
  await expect(pageEnd(page)).toHaveCount(0);
});

test('in 今天 and at home what is due is ticked in place and taken back', async ({ page }) => {
  await begin(page, '2026-11-24');
  for (const path of [PAGES.home, PAGES.today]) {
    await page.goto(path);
    const part = section(page, '培训');
    const box = part.getByRole('checkbox', { name: READ.text });
    await expect(part.locator('[data-late]').first()).toBeVisible();
    const words = page.locator('.desk__duties');
    const left = Number(/培训还有 (\d+) 项/.exec(await words.innerText())?.[1]);
    expect(left).toBeGreaterThan(1);
    await box.check();
    await expect(words).toContainText(`培训还有 ${left - 1} 项`);
    await expect(box).toBeChecked();
    await toast(page).click();
    await expect(words).toContainText(`培训还有 ${left} 项`);
    await expect(box).not.toBeChecked();
  }
});

test('a mentor signs on the learner’s own device, by name, which is suggested the next time', async ({
  page,
}) => {
  await page.goto(
    await addressOf({
      edition: 1,
      titleFrom: 'agency',
      items: WATCHED.map((ref, index) => ({ ref, need: 'observe', day: index + 1 })),
    }),
  );
  await page.getByRole('button', { name: '开始这份计划' }).click();
  await expect(page.locator('.start-plan__words')).toBeVisible();
  await openTraining(page);
  const watched = page.getByRole('button', { name: /^带教看过了：/ });
  await expect(watched).toHaveCount(WATCHED.length);
  const named = await watched.first().getAttribute('aria-label');
  await watched.first().press('Enter');
  const form = page.locator('.train-mentor');
  await expect(form).toContainText('自行声明');
  const field = form.getByLabel('带教姓名或称呼');
  await expect(field).toBeFocused();
  await field.press('Enter');
  await expect(form.getByRole('alert')).toContainText('先写上带教的姓名或称呼');
  await field.fill('李姐');
  // What was typed survives the page.
  await page.reload();
  await ready(page, 'training');
  await page.getByRole('button', { name: named ?? '', exact: true }).click();
  await expect(field).toHaveValue('李姐');
  await field.press('Enter');
  await expect(watched).toHaveCount(WATCHED.length - 1);
  expect((await events(page)).map(([, text]) => text).join()).toContain('"by":"李姐"');
  await page.getByText('做完了 1 项').click();
  await expect(page.locator('#settled')).toContainText('李姐');
  await watched.first().click();
  await expect(field).toHaveValue('李姐');
  await page.getByRole('button', { name: '先不签' }).click();
  await toast(page).click();
  await expect(watched).toHaveCount(WATCHED.length);
});

test('a page with a list of its own says once what is not saved', async ({ page }) => {
  await begin(page);
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await expect(pageEnd(page)).toContainText(TITLE);
  await fillStorage(page);
  await page.locator('.duty .tick__box').first().check();
  await expect(page.getByRole('alert').filter({ hasText: /没有存下|存不下|满/ })).toHaveCount(1);
});

test('two tabs confirm: both stay, and both show the same', async ({ page, context }) => {
  await begin(page);
  await openTraining(page);
  const other = await context.newPage();
  await openTraining(other);
  await page.getByRole('button', { name: `读过了：${READ.text}` }).click();
  await other.getByRole('button', { name: /^读过了：手册的效力/ }).click();
  for (const each of [page, other]) await expect(each.getByText('做完了 2 项')).toBeVisible();
  expect(await events(page)).toHaveLength(3);
});

test('a receipt needs a label, shows what goes in, and leaves by text, file and paper', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(page);
  await openTraining(page);
  await page.getByRole('button', { name: `读过了：${READ.text}` }).click();
  await page.locator('#receipt > summary').click();
  const place = page.locator('#receipt');
  await place.getByRole('button', { name: '做成回执' }).click();
  await expect(place.getByRole('alert')).toContainText('先写上姓名或工号');
  await place.getByLabel('姓名或工号').fill('小王 0012');
  // What was typed survives the page.
  await page.reload();
  await ready(page, 'training');
  await page.locator('#receipt > summary').click();
  await expect(place.getByLabel('姓名或工号')).toHaveValue('小王 0012');
  await place.getByRole('checkbox', { name: /^进行中的执行/ }).check();
  await expect(place.locator('.receipt__content')).toContainText('没有进行中的执行');
  await expect(place.locator('.receipt__content')).toContainText('小王 0012');
  await place.getByRole('button', { name: '做成回执' }).click();
  await place.getByRole('button', { name: '复制第 1 段' }).click();
  await expect(place.getByText('已全部复制')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(
    new RegExp(`^【回执】${TITLE} · 1/\\d+ · 至 11 月 25 日 · 第 1 版\nKHB1t\\.`),
  );
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    place.getByRole('button', { name: '存成文件' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/回执-小王-0012-2026-11-25\.txt$/);
  await place.locator('.ask-saved').getByRole('button', { name: '没有' }).click();
  await expect(place.locator('.ask-saved')).toContainText('请复制上面的文字');
  await place.getByRole('link', { name: '打印签字' }).click();
  await ready(page, 'training');
  await expect(page.locator('.train-sheet__facts')).toContainText('小王 0012');
  await expect(page.getByRole('row', { name: /行为规范/ })).toContainText('2026-11-25，第 1 版');
  await expect(page.locator('.train-sheet__signatures > li')).toHaveCount(3);
  // Nothing prints here: it is said what to do instead.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: '打印', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '这里打印不了' })).toBeVisible();
});

test('what is pasted and is no receipt is said, and one that is cut too', async ({ page }) => {
  await openTraining(page);
  await page.locator('#mentor > summary').click();
  const field = page.getByLabel(/回执的文字/);
  const read = page.getByRole('button', { name: '读出来' });
  await field.fill('你好');
  await read.click();
  await expect(page.locator('#mentor')).toContainText('没有找到回执');
  await field.fill('KHB2t.abcdef.1.1.xx.abcdef');
  await read.click();
  await expect(page.locator('#mentor')).toContainText('新版网站');
  await field.fill('KHB1t.abcdef.1.2.AAAA.abcdef');
  await read.click();
  await expect(page.locator('#mentor')).toContainText('少了第 1、2 段');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every plan of the handbooks can be reached', async ({ page }) => {
    await page.goto('./train/');
    await expect(page.locator('noscript > .notice').first()).toBeVisible();
    await page.getByRole('link', { name: TITLE }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  });
});

test.describe('what loads later does not come', () => {
  test.beforeEach(({ faults }) => passOverRefusals(faults));

  test('the handbook: it is said in each place, and nothing is lost', async ({ page }) => {
    await begin(page);
    const kept = await stored(page);
    await page.route('**/current/**', (route) => route.fulfill({ status: 404 }));
    await openTraining(page);
    await expect(page.getByRole('alert').filter({ hasText: '计划还在' })).toContainText(
      '手册更新过了',
    );
    await page.goto(PAGES.today);
    await expect(page.getByRole('alert').filter({ hasText: '培训里要做的没有取到' })).toBeVisible();
    expect(await stored(page)).toMatchObject(kept);
  });

  test('what draws the end of a page, and the fold of a receipt', async ({ page }) => {
    await begin(page);
    await page.route('**/_astro/page-end*', (route) => route.fulfill({ status: 404 }));
    await page.goto(READ.path);
    await expect(page.getByRole('alert').filter({ hasText: '“读过了”没有取到' })).toBeVisible();
    await openTraining(page);
    await page.route('**/_astro/ReceiptMaker*', (route) => route.fulfill({ status: 404 }));
    await page.locator('#receipt > summary').click();
    await expect(page.locator('#receipt').getByRole('alert')).toContainText('回执没有取到');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of Object.entries(SCREENS)) {
    test.describe(`axe, ${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport });

      test('training, its receipt and its sheet have no violation', async ({ page }) => {
        test.slow(); // three pages
        await begin(page, '2026-11-19');
        expect(await violations(page)).toEqual([]);
        await openTraining(page);
        await page.getByRole('button', { name: `读过了：${READ.text}` }).click();
        await page.getByText('做完了 1 项').click();
        await page.locator('#receipt > summary').click();
        await page.locator('#mentor > summary').click();
        await page.locator('#receipt').getByLabel('姓名或工号').fill('小王');
        await page.locator('#receipt').getByRole('button', { name: '做成回执' }).click();
        await expect(page.locator('#receipt textarea').first()).toBeVisible();
        expect(await violations(page)).toEqual([]);
        // Nothing is wider than the window.
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        await page.goto('./train/print/');
        await ready(page, 'training');
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}
