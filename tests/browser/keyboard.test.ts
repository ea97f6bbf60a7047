/** The site by keyboard alone, and what it says to those who listen to it. */
import type { Page } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { openTeam, receipt } from './receipts.ts';
import { asList, COMPLAINT } from './run-fixtures.ts';

/**
 * Walks through `root` with Tab from its first element to the last, and checks at each stop that the
 * focus can be seen and that the stops come in the order of the page.
 *
 * @returns names of the stops
 */
async function walk(page: Page, root: string): Promise<string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // From the element before the first one; Tab then goes into `root`.
  await page
    .locator(root)
    .first()
    .evaluate((element) => {
      const before = document.createElement('span');
      before.tabIndex = -1;
      element.before(before);
      before.focus();
      before.remove();
    });
  const stops: string[] = [];
  let last = '';
  for (let n = 0; n < 400; n += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((selector) => {
      const at = document.activeElement as HTMLElement | null;
      const inside = at?.closest(selector);
      if (!at || !inside) return undefined;
      // A hidden control shows its focus on what stands for it.
      const shown = at.matches('.segmented input') ? (at.nextElementSibling as HTMLElement) : at;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      const all = [...inside.querySelectorAll<HTMLElement>('*')];
      return {
        index: all.indexOf(at),
        name: at.getAttribute('aria-label') ?? at.textContent?.trim() ?? '',
        html: at.outerHTML.slice(0, 100),
        seen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
      };
    }, root);
    if (!stop) return stops;
    expect(stop.seen, `focus cannot be seen on ${stop.html}`).toBe(true);
    expect(stop.html + stop.index, 'the keyboard is trapped').not.toBe(last);
    last = stop.html + stop.index;
    stops.push(stop.name || stop.html);
  }
  throw new Error(`More than 400 stops in ${root}`);
}

/** Walks through `root` and expects at least `least` stops. */
async function expectWalk(page: Page, root: string, least: number): Promise<void> {
  expect((await walk(page, root)).length, root).toBeGreaterThanOrEqual(least);
}

test('every island can be walked through with Tab, with the focus seen at each stop', async ({
  page,
}) => {
  test.slow(); // some hundred stops
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await expectWalk(page, '.site-header', 7);
  await expectWalk(page, '.checklist', 20);
  await startRun(page, COMPLAINT, '2026-001');
  await page.getByRole('button', { name: /^跳过/ }).click();
  await page.getByRole('button', { name: /^写备注/ }).click();
  await expectWalk(page, '.runs', 12);
  await asList(page);
  await expectWalk(page, '.runs', 20);
  await page.goto(COMPLAINT);
  await ready(page, 'run-starter');
  await expectWalk(page, '.run-starter', 4);
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expectWalk(page, '.runs', 3);
  await page.goto(PAGES.home);
  await page.locator('.desk[data-ready]').waitFor();
  await expectWalk(page, '.desk', 2);
  await page.goto(PAGES.today);
  await page.locator('.desk .today').waitFor();
  await expectWalk(page, '.desk', 4);
  await page.goto(PAGES.progress);
  await ready(page, 'records');
  await expectWalk(page, '.records', 6);
  await page.goto(PAGES.sources);
  await expectWalk(page, '.sources__filter', 2);
  await page.goto(PAGES.plan);
  await ready(page, 'start-plan');
  // A field for a day has several stops in itself.
  await expectWalk(page, '.plan-day', 3);
  await expectWalk(page, '.plan-out', 2);
});

test('training, the team’s table and the making of a plan can be walked through with Tab', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(PAGES.plan);
  await ready(page, 'start-plan');
  await page.getByRole('button', { name: '开始这份计划' }).click();
  await expect(page.locator('.start-plan__words')).toBeVisible();
  await expectWalk(page, '.start-plan', 2);
  await page.goto(PAGES.training);
  await ready(page, 'training');
  await expectWalk(page, '.training', 20);
  await page.goto(PAGES.rules);
  await expect(page.locator('.page-end')).toContainText('下一项：');
  await expectWalk(page, '.page-end', 3);
  await openTeam(page, receipt('devicea0', '小王', 2), receipt('deviceb0', '小李', 1));
  await page.locator('.team-table').getByRole('button', { name: '小王' }).press('Enter');
  // One is where the person is told of, and comes back from there.
  await expect(page.getByRole('heading', { name: '小王' })).toBeFocused();
  await expectWalk(page, '.team', 12);
  await page.goto(PAGES.makePlan);
  await ready(page, 'plan-maker');
  await expectWalk(page, '.plan-maker', 3);
});

test('the menu of a phone opens by keyboard, and the list of links follows it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(PAGES.home);
  await page.locator('.site-menu > summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('.site-menu a').first()).toBeFocused();
  await expect(page.locator('.site-menu a').first()).toBeVisible();
});

test('a run can be done without a mouse: tick, note, skip, sign and decide', async ({ page }) => {
  test.slow();
  await startRun(page, PAGES.workflow, '2026-001');
  const status = page.locator('.run > [role="status"]');
  const press = async (name: RegExp | string, key = 'Enter') => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press(key);
  };
  const tick = async () => {
    await page.locator('.walkthrough .tick__box').focus();
    await page.keyboard.press('Space');
  };
  await tick();
  await expect(status).toHaveText(/^已完成：/);

  await press(/^写备注/);
  await page.keyboard.type('已约下周三');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(/^备注已存：/);

  await press(/^跳过/);
  await page.keyboard.type('客户自己带来的');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(/^已跳过：/);

  await press('撤销');
  await expect(status).toHaveText(/^已撤销：/);

  while ((await page.locator('.walkthrough .gate').count()) === 0) await tick();
  await page.locator('.gate__outcome').first().focus();
  await page.keyboard.press('Space');
  await expect(status).toHaveText(/第 \d+ 步/);

  while ((await page.locator('.walkthrough .signatures').count()) === 0) await tick();
  await page.locator('.signatures input').first().focus();
  await page.keyboard.type('王敏');
  await page.locator('.gate__outcome').first().focus();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(/：.+/);
  await page.getByRole('radio', { name: '逐步' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.run-steps').first()).toBeVisible();
  await expect(page.locator('.seal-mark').first()).toBeVisible();
});

test('a duty’s tick is said, and so is its being taken back', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.locator('.tick__box').first().focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.checklist__head > [role="status"]')).toHaveText(/^已勾选：/);
  await page.keyboard.press('Space');
  await expect(page.locator('.checklist__head > [role="status"]')).toHaveText(/^已取消：/);
});

test('a term’s card opens by keyboard, closes with Escape, and leaves one where one was', async ({
  page,
}) => {
  await page.goto(PAGES.workflow);
  const term = page.locator('a.term').first();
  await term.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.term-card:popover-open')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.term-card:popover-open')).toHaveCount(0);
  await expect(term).toBeFocused();
});

test('the sources’ filter works by keyboard and says how many are left', async ({ page }) => {
  await page.goto(PAGES.sources);
  await page.locator('select[name="document"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-sources-count]')).toHaveText(/^列出 194 条$/);
});
