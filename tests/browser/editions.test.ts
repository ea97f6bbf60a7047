/**
 * What editions brought, for who comes back: told at home and among the editions, own roles first, until it is
 * put away; and a long edition, whose entries have pages of their own. On the published content, whose newest
 * edition is not its first; what of it a test needs is looked up, and where nobody has published it there is
 * nothing to test.
 */
import type { Page } from '@playwright/test';
import { addDays } from '../../src/model/day.ts';
import { newsWords, type News } from '../../src/model/news.ts';
import { expect, PAGES, PUBLISHED, ready, test } from './fixtures.ts';

test.use(PUBLISHED);

const SINCE = '自您上次来以后';

interface Home {
  readonly roles: readonly { readonly reference: string; readonly title: string }[];
  /** The newest edition first, each with what came after it. */
  readonly news: readonly News[];
}

/** What the home page carries of roles and editions. */
async function homeOf(page: Page): Promise<Home> {
  await page.goto(PAGES.home);
  return page.evaluate(
    () =>
      JSON.parse(
        document.querySelector<HTMLElement>('[data-island="today"]')?.dataset['props'] ?? '{}',
      ) as Home,
  );
}

/** Reader with a role, and what is to be said to them. */
interface Returned {
  readonly reference: string;
  readonly title: string;
  readonly newest: number;
  /** Which editions came and how much of them has to be acted on, own role first. */
  readonly words: string;
}

/** A reader with a role, whose last visit was in the first edition; the last role, so that it is no other's turn. */
async function comeBack(page: Page): Promise<Returned> {
  const { roles, news } = await homeOf(page);
  const first = news.at(-1);
  const place = first?.own.findLastIndex((count) => count > 0) ?? -1;
  const role = roles[place];
  test.skip(!role, 'No edition after the first asks anything of a role');
  if (!first || !role) throw new Error('No role');
  // Pages wait two seconds for what is stored; a busy machine may take longer to draw it.
  await page.addInitScript(() => {
    const set = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (act: () => void, delay = 0) => set(act, delay >= 2_000 ? delay * 20 : delay),
    });
  });
  await page.evaluate((reference) => {
    const at = Date.now() - 864e5;
    const last = { path: `/${reference}/`, title: '岗位', at, edition: 1 };
    localStorage.setItem('khb:set:last', JSON.stringify(last));
    localStorage.setItem('khb:set:role', reference);
  }, role.reference);
  const newest = news[0]?.edition ?? 0;
  const words = newsWords(first, newest, [[role.title, first.own[place] ?? 0]]);
  return { ...role, newest, words };
}

const stored = (page: Page) => page.evaluate(() => localStorage.getItem('khb:set:seen'));

test.describe('since the last visit', () => {
  test('nothing is said at the first, nor to who has read the newest edition', async ({ page }) => {
    const { roles } = await homeOf(page);
    await ready(page, 'desk');
    await expect(page.getByText(SINCE)).toHaveCount(0);
    await page.goto(`./${roles[0]?.reference}/`);
    await ready(page, 'checklist');
    for (const path of [PAGES.home, PAGES.editions]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await expect(page.getByText(SINCE)).toHaveCount(0);
    }
    expect(await stored(page)).toBeNull();
  });

  test('it says which edition and how much, own roles first, until it is put away', async ({
    page,
  }) => {
    const { reference, newest, words } = await comeBack(page);
    await page.goto(PAGES.home);
    const note = page.locator('.desk__since');
    await expect(note).toContainText(`${SINCE}，${words}`);
    // Reading on puts nothing away.
    await page.goto(`./${reference}/`);
    await page.goto(PAGES.home);
    await note.getByRole('link').click();
    const there = page.locator('.editions__since');
    await expect(there).toContainText(words);
    await there.getByRole('button', { name: '知道了' }).click();
    await expect(there).toHaveCount(0);
    await expect(page.locator('main')).toBeFocused();
    expect(await stored(page)).toBe(String(newest));
    await page.goto(PAGES.home, { waitUntil: 'networkidle' });
    await expect(note).toHaveCount(0);
  });

  test('at home it can be put away by keyboard', async ({ page }) => {
    await comeBack(page);
    await page.goto(PAGES.home);
    await page.locator('.desk__since').getByRole('button', { name: '知道了' }).press('Enter');
    await expect(page.locator('.desk__since')).toHaveCount(0);
    await expect(page.locator('body')).not.toBeFocused();
    await page.goto(PAGES.editions, { waitUntil: 'networkidle' });
    await expect(page.getByText(SINCE)).toHaveCount(0);
  });

  test('who was here before editions were noted is told too, from the day of the last visit', async ({
    page,
  }) => {
    const { roles, news } = await homeOf(page);
    const [newest, first] = [news[0], news.at(-1)];
    test.skip(!first?.count, 'No edition after the first asks to act on anything');
    if (!newest || !first) throw new Error('No news');
    await page.evaluate(
      (at) => {
        const last = { path: '/', title: '首页', at };
        localStorage.setItem('khb:set:last', JSON.stringify(last));
      },
      Date.parse(addDays(first.day, -1)),
    );
    await page.goto(`./${roles[0]?.reference}/`);
    await page.goto(PAGES.home);
    const words = newsWords(first, newest.edition, []);
    await expect(page.locator('.desk__since')).toContainText(words);
  });

  test('the page is shown without it where its script does not come', async ({ page, faults }) => {
    const { title } = await comeBack(page);
    await page.route('**/_astro/Since*.js', (route) => route.abort());
    await page.goto(PAGES.home, { waitUntil: 'networkidle' });
    await expect(page.locator('html')).not.toHaveAttribute('data-desk');
    await expect(page.getByRole('link', { name: `打开${title}的清单` })).toBeVisible();
    await expect(page.getByText(SINCE)).toHaveCount(0);
    faults.length = 0; // The script that was held back.
  });

  for (const width of [360, 1280]) {
    test(`nothing moves for it, at ${width}`, async ({ page }) => {
      await comeBack(page);
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(() => {
        window.moved = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.moved.push(entry.name);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      for (const path of [PAGES.home, PAGES.editions]) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await expect(page.getByText(SINCE)).toBeVisible();
        await page.waitForTimeout(300);
        expect(await page.evaluate(() => window.moved), path).toEqual([]);
      }
    });
  }
});

test.describe('a long edition', () => {
  /** The newest of those that list their pages alone. */
  async function longOne(page: Page) {
    await page.goto(PAGES.editions);
    const long = page.locator('.editions > section:has(.changes__pages)').first();
    test.skip((await long.count()) === 0, 'No edition is so long');
    return long;
  }

  test('lists its pages, those of the own role first, and leads to what changed on them', async ({
    page,
  }) => {
    const { reference } = await comeBack(page);
    const long = await longOne(page);
    const lists = long.locator('.changes__pages');
    // Only what has to be acted on is listed by page, and it may be no own page.
    const own = lists.locator('li', { has: page.locator('.tag', { hasText: '我的岗位' }) });
    test.skip((await own.count()) === 0, `It changes nothing for ${reference}`);
    const first = lists.first().locator('li').first();
    await expect(first).toContainText('我的岗位');
    const link = first.locator('a');
    const name = (await link.textContent()) ?? '';
    await link.click();
    await expect(page).toHaveURL(/\/editions\/\d+\/[a-z-]+\/#edition-/);
    const group = page.locator('.changes__page').first();
    await expect(group).toContainText(name);
    await expect(group.locator('.tag', { hasText: '我的岗位' })).toBeVisible();
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('is found by the links of old, with and without a fragment that was cut', async ({
    page,
  }) => {
    const long = await longOne(page);
    await long.locator('.changes__handbook h3 a').last().click();
    const here = new URL(page.url());
    const id = (await page.locator('.changes > li[id]').last().getAttribute('id')) ?? '';
    for (const address of [`#${id}`, `?at=${id}#${id}`, `?at=${id}`]) {
      await page.goto('about:blank');
      await page.goto(`${PAGES.editions}${address}`);
      await page.waitForURL(`**${here.pathname}#${id}`);
      await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    }
  });
});

test('the marks on pages lead to what an edition says of them', async ({ page }) => {
  const { roles } = await homeOf(page);
  const mark = page.locator('a.changed').first();
  for (const { reference } of roles) {
    await page.goto(`./${reference}/`);
    if ((await mark.count()) > 0) break;
  }
  test.skip((await mark.count()) === 0, 'The newest edition changes no role');
  await mark.click();
  await expect(page.locator(':target')).toBeInViewport();
});
