/** 今天: what is to do comes first, is ticked in place, and can be taken back. */
import type { Locator, Page } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { COMPLAINT, stored } from './run-fixtures.ts';

const ROLE = 'agency/roles/account-executive';
/** A Monday, a Wednesday and a Saturday on which nothing else happens. */
const MONDAY = new Date('2026-11-23T10:00:00+08:00');
const WEDNESDAY = new Date('2026-11-25T10:00:00+08:00');
const SATURDAY = new Date('2026-11-28T10:00:00+08:00');

const list = (page: Page) => page.locator('.today');
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const boxesOf = (place: Locator) => place.getByRole('checkbox');

/** Makes a role one's own, without opening a page that is remembered. */
async function haveRole(page: Page, role = ROLE): Promise<void> {
  await page.goto(PAGES.editions);
  await page.evaluate((name) => localStorage.setItem('khb:set:role', name), role);
}

/** The card of a role in the chooser. */
const card = (page: Page, role: string) =>
  page.locator('.doors').getByRole('button', { name: `${role} 广告公司客户部` });

/** Opens 今天 and waits for its list. */
async function openToday(page: Page, path: string = PAGES.today): Promise<void> {
  await page.goto(path);
  await list(page).waitFor();
}

test.describe('from the home page to the first tick of the day', () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });

  const READERS: Record<string, (page: Page) => Promise<void>> = {
    'a role': (page) => haveRole(page),
    'open runs': async (page) => {
      await startRun(page, COMPLAINT, '2026-001');
    },
    'a role and open runs': async (page) => {
      await startRun(page, COMPLAINT, '2026-001');
      await startRun(page, COMPLAINT, '2026-002');
      await haveRole(page);
    },
  };

  for (const [reader, prepare] of Object.entries(READERS)) {
    test(`takes one tap and no scrolling, with ${reader}`, async ({ page }) => {
      await page.clock.setFixedTime(WEDNESDAY);
      await prepare(page);
      const before = Object.keys(await stored(page)).length;
      await page.addInitScript(() => {
        const count = { taps: 0, scrolls: 0 };
        Object.assign(window, { count });
        addEventListener('pointerdown', () => (count.taps += 1), true);
        addEventListener('scroll', () => (count.scrolls += 1), true);
      });
      await page.goto(PAGES.home);
      const box = boxesOf(list(page)).first();
      await expect(box).toBeVisible();
      const place = await box.boundingBox();
      expect(place && place.y + place.height).toBeLessThan(812);
      // A touch where the box is: nothing is scrolled into view first.
      await page.touchscreen.tap((place?.x ?? 0) + 10, (place?.y ?? 0) + 10);
      await expect.poll(async () => Object.keys(await stored(page)).length).toBe(before + 1);
      const count = await page.evaluate(
        () => (window as unknown as { count: { taps: number; scrolls: number } }).count,
      );
      expect(count).toEqual({ taps: 1, scrolls: 0 });
    });
  }
});

test('what presses comes first, then the duties of the day, other runs, the week, the month', async ({
  page,
}) => {
  await page.clock.setFixedTime(MONDAY);
  await startRun(page, COMPLAINT, '2026-001');
  await haveRole(page);
  await openToday(page);
  // The first step of a complaint is done; from then on, the reply has a day.
  await expect(section(page, '已过期')).toHaveCount(0);
  for (let n = 0; n < 10; n += 1) {
    const next = list(page).locator('.today__item', { hasText: '2026-001' }).first();
    if (await next.locator('.today__due').count()) break;
    await next.getByRole('checkbox').click();
  }
  await expect(list(page).locator('.today__due')).toHaveText(/11 月 24 日 10:00前做完|今天/);
  await page.clock.setFixedTime(WEDNESDAY);
  await startRun(page, PAGES.workflow, '2026-002');
  for (const path of [PAGES.today, PAGES.home]) {
    await openToday(page, path);
    await expect(list(page).locator('section :is(h2, h3)')).toHaveText([
      '已过期',
      '每天',
      '进行中的执行',
      '这一周',
      '这个月',
    ]);
    await expect(section(page, '已过期')).toContainText('2026-001');
    await expect(section(page, '已过期').locator('.today__due')).toHaveText(/^已过期/);
    await expect(section(page, '进行中的执行')).toContainText('2026-002');
    await expect(page.locator('.desk__head')).toHaveText('今天11 月 25 日 星期三');
  }
});

test('a duty is ticked in place, stays under the finger, and is taken back in three ways', async ({
  page,
}) => {
  await page.clock.setFixedTime(WEDNESDAY);
  await haveRole(page);
  await openToday(page);
  const daily = section(page, '每天');
  const total = await boxesOf(daily).count();
  expect(total).toBeGreaterThan(1);
  const first = boxesOf(daily).first();
  await first.check();
  await expect(boxesOf(daily)).toHaveCount(total);
  await expect(page.locator('.desk__duties')).toContainText(`今天还有 ${total - 1} 项`);
  await first.uncheck();
  await expect(page.locator('.desk__duties')).toContainText(`今天还有 ${total} 项`);
  await first.check();
  await page.locator('.toast').getByRole('button', { name: '撤销' }).click();
  await expect(first).not.toBeChecked();

  await first.check();
  await page.reload();
  await list(page).waitFor();
  await expect(boxesOf(daily)).toHaveCount(total - 1);
  await page.getByText('今天做完了 1 项').click();
  await boxesOf(page.locator('.today__fold')).first().click();
  await expect(boxesOf(daily)).toHaveCount(total);
  // The role's own list says the same.
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await expect(page.locator('.duty .tick__box:checked')).toHaveCount(0);
});

test('a run goes on step by step in place, up to a gate, which opens the run', async ({ page }) => {
  await startRun(page, PAGES.workflow, '2026-001');
  await openToday(page);
  const row = list(page).locator('section .today__item');
  const done: string[] = [];
  for (let n = 0; n < 30; n += 1) {
    await expect(row).toHaveCount(1);
    if ((await boxesOf(row).count()) === 0) break;
    done.push(await row.locator('.tick__text').innerText());
    await boxesOf(row).click();
    await expect(page.getByText(`今天做完了 ${done.length} 项`)).toBeVisible();
  }
  expect(done.length).toBeGreaterThan(0);
  const gate = await row.locator('.today__open').innerText();
  await row.locator('.today__open').click();
  await page.waitForURL(/\/runs\/#[a-z0-9]+$/);
  await ready(page, 'runs');
  await expect(page.locator('.walkthrough .gate__title')).toContainText(gate);

  // The last step is taken back from what was done today.
  await openToday(page);
  await page.getByText(`今天做完了 ${done.length} 项`).click();
  await boxesOf(page.locator('.today__fold')).first().click();
  await expect(row.locator('.tick__text')).toHaveText(done.at(-1) ?? '');
});

test('a run can be opened at a step that is not its next', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-001');
  const first = await page.locator('.walkthrough .tick__text').innerText();
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  const second = await page.locator('.walkthrough .tick__text').innerText();
  expect(second).not.toBe(first);
  const run = page.url().split('#')[1] ?? '';
  const step = await page.evaluate(
    () => document.querySelector('.walkthrough a[href*="/workflows/"]')?.getAttribute('href') ?? '',
  );
  await page.goto(PAGES.editions);
  await page.goto(`${PAGES.runs}#${run}/${step.split('#')[1]}`);
  await ready(page, 'runs');
  await expect(page.locator('.walkthrough .tick__text')).toHaveText(second);
});

test('on a day off daily duties are folded, and can be ticked nevertheless', async ({ page }) => {
  await page.clock.setFixedTime(SATURDAY);
  await haveRole(page);
  await openToday(page);
  await expect(section(page, '每天')).toHaveCount(0);
  await expect(page.locator('.desk__duties')).not.toContainText('今天还有');
  const fold = page.locator('.today__fold').first();
  await expect(boxesOf(fold).first()).toBeHidden();
  await fold.getByText('今天休息').click();
  await boxesOf(fold).first().check();
  await expect(page.getByText('今天做完了 1 项')).toBeVisible();
});

test('a page that stayed open overnight asks for the new day', async ({ page }) => {
  await page.clock.setFixedTime(WEDNESDAY);
  await haveRole(page);
  await openToday(page);
  const daily = boxesOf(section(page, '每天'));
  const total = await daily.count();
  await daily.first().check();
  await expect(page.getByText('今天做完了 1 项')).toBeVisible();
  await page.clock.setFixedTime(new Date(+WEDNESDAY + 86_400_000));
  await page.evaluate(() =>
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
  await expect(page.locator('.desk__head')).toContainText('11 月 26 日 星期四');
  await expect(page.locator('.today__section .tick__box:checked')).toHaveCount(0);
  await expect(daily).toHaveCount(total);
  await expect(page.getByText(/今天做完了/)).toHaveCount(0);
});

test('a tick in another tab is seen here', async ({ context }) => {
  const [here, there] = [await context.newPage(), await context.newPage()];
  for (const page of [here, there]) await page.clock.setFixedTime(WEDNESDAY);
  await haveRole(here);
  await openToday(here);
  await openToday(there, PAGES.home);
  await boxesOf(section(there, '每天')).first().check();
  await expect(here.getByText('今天做完了 1 项')).toBeVisible();
});

test('without a role and without runs it says in words what to do', async ({ page }) => {
  await page.goto(PAGES.today);
  await ready(page, 'desk');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('今天');
  await expect(page.locator('.doors__words')).toContainText('选了岗位');
  await expect(list(page)).toHaveCount(0);
  await card(page, '客户专员').click();
  await expect(boxesOf(list(page)).first()).toBeVisible();
  await expect(page.locator('.doors__words')).toBeHidden();
});

test.describe('the chooser of roles', () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test('a card on the home page makes the role one’s own and folds the cards away, with undo beside', async ({
    page,
  }) => {
    await page.clock.setFixedTime(WEDNESDAY);
    await page.goto(PAGES.home);
    await ready(page, 'desk');
    await expect(page.locator('select:not([data-theme-choice])')).toHaveCount(0);
    await card(page, '客户专员').click();
    await expect(boxesOf(list(page)).first()).toBeInViewport();
    await expect(page.locator('.doors button:visible')).toHaveCount(0);
    await expect(page.locator('.toast')).toContainText('我的岗位：客户专员');
    await expect(page.locator('.toast').getByRole('button', { name: '撤销' })).toBeInViewport();
    expect((await stored(page))['khb:set:role']).toBe(ROLE);
    await page.locator('.toast').getByRole('button', { name: '撤销' }).click();
    await expect(list(page)).toHaveCount(0);
    await expect(card(page, '客户专员')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    expect(await stored(page)).toEqual({});
  });

  test('the cards unfold to add a role and to take one away; three are the most', async ({
    page,
  }) => {
    await page.clock.setFixedTime(WEDNESDAY);
    await haveRole(page);
    await openToday(page);
    await page.getByText('我的岗位：客户专员').click();
    await expect(card(page, '客户专员')).toHaveAttribute('aria-pressed', 'true');
    await card(page, '客户经理').click();
    await card(page, '客户总监').click();
    await expect(page.locator('.doors summary')).toContainText('客户专员、客户经理、客户总监');
    const others = page.locator('.doors button:not([aria-pressed="true"])');
    expect(await others.count()).toBeGreaterThan(0);
    for (const other of await others.all()) await expect(other).toBeDisabled();
    expect(await stored(page)).toMatchObject({
      'khb:set:role': ROLE,
      'khb:set:also': 'agency/roles/account-manager agency/roles/account-director',
    });
    await card(page, '客户专员').click();
    await expect(page.locator('.doors summary')).toContainText('我的岗位：客户经理、客户总监');
    await page.locator('.toast').getByRole('button', { name: '撤销' }).click();
    await expect(page.locator('.doors summary')).toContainText('客户专员、客户经理、客户总监');
  });
});

test('two roles are joined: each duty once, below its role, done ones too', async ({ page }) => {
  await page.clock.setFixedTime(WEDNESDAY);
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  await page.goto('./agency/roles/account-manager/');
  await ready(page, 'checklist');
  await page.getByRole('button', { name: '加为我的岗位' }).click();
  await openToday(page);
  const daily = section(page, '每天');
  await expect(daily.locator('.today__whose')).toHaveText(['客户专员', '客户经理']);
  const mine = daily.getByRole('list', { name: '客户经理' });
  const text = await mine.locator('.tick__text').first().innerText();
  await boxesOf(mine).first().check();
  await page.getByText('今天做完了 1 项').click();
  const done = page.locator('.today__fold .today__item');
  await expect(done).toContainText(text);
  await expect(done).toContainText('客户经理');
  expect(Object.keys(await stored(page)).filter((key) => key.includes(':mark:'))).toEqual([
    expect.stringContaining('khb:mark:agency/roles/account-manager#'),
  ]);
  // With one role it goes without saying whose a duty is.
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.getByRole('button', { name: '这是我的岗位' }).click();
  await openToday(page);
  await expect(page.locator('.today__whose')).toHaveCount(0);
  expect((await stored(page))['khb:set:role']).toBe('agency/roles/account-manager');
  expect(await stored(page)).not.toHaveProperty('khb:set:also');
});

test('from the header 今天 is one tap away, and runs one more', async ({ page }) => {
  await page.goto(PAGES.technique);
  await page.getByRole('navigation', { name: '全站' }).getByRole('link', { name: '今天' }).click();
  await expect(page).toHaveURL(/\/today\/$/);
  await page.getByRole('main').getByRole('link', { name: '我的执行' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的执行');
});

test('on paper the list stands without what is only for the screen', async ({ page }) => {
  await page.clock.setFixedTime(WEDNESDAY);
  await haveRole(page);
  await openToday(page);
  await page.emulateMedia({ media: 'print' });
  await expect(list(page).locator('.today__item').first()).toBeVisible();
  await expect(page.getByText('我的岗位')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it would take', async ({ page }) => {
    await page.goto(PAGES.today);
    const notice = page.locator('main noscript .notice');
    await expect(notice).toBeVisible();
    await expect(notice).toContainText('今天的清单要用 JavaScript');
    await expect(page.locator('.doors button')).toHaveCount(0);
    await page.locator('.doors').getByRole('link', { name: '客户专员' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('客户专员');
  });
});
