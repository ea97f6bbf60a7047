import type { Page } from '@playwright/test';
import { expect, PAGES, test } from './fixtures.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the home page leads to a handbook, a role and its duties', async ({ page }) => {
    await page.goto(PAGES.home);
    await page
      .getByRole('region', { name: '选一本手册' })
      .getByRole('link', { name: '广告公司客户部手册' })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('广告公司客户部手册');
    await page.getByRole('main').getByRole('link', { name: '客户专员' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('客户专员');
    await expect(page.locator('.duty').first()).toBeVisible();
    // Playwright's switch leaves <noscript> undrawn, so its text is read from the markup.
    expect(await page.locator('main noscript').first().innerHTML()).toContain(
      '勾选要用 JavaScript',
    );
  });

  test('a workflow shows all its steps, and a gate leads to the step it names', async ({
    page,
  }) => {
    await page.goto(PAGES.workflow);
    await expect(page.locator('li.step')).toHaveCount(28);
    const outcome = page.locator('#client-confirms .outcomes a').first();
    const target = await outcome.getAttribute('href');
    await outcome.click();
    await expect(page).toHaveURL(new RegExp(`${target}$`));
    await expect(page.locator(target ?? '')).toBeInViewport();
  });

  test('a missing page says so and offers ways on', async ({ page }) => {
    const response = await page.goto(PAGES.missing);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
    await expect(page.getByRole('main').getByRole('link', { name: '首页' })).toBeVisible();
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

    test('the menus open and lead on', async ({ page }) => {
      await page.goto(PAGES.role);
      await expect(page.getByRole('navigation', { name: '手册目录' })).toBeHidden();
      await page.getByText('目录', { exact: true }).tap();
      await page
        .getByRole('navigation', { name: '手册目录' })
        .getByRole('link', { name: '客户总监' })
        .tap();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('客户总监');
      await page.getByText('目录', { exact: true }).tap();
      await page
        .getByRole('navigation', { name: '全站菜单' })
        .getByRole('link', { name: '今天' })
        .tap();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('今天');
      await page.getByRole('main').getByRole('link', { name: '我的执行' }).tap();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的执行');
    });
  });
});

for (const { width, hasTouch } of [
  { width: 375, hasTouch: true },
  { width: 768, hasTouch: true },
  { width: 1440, hasTouch: false },
]) {
  test.describe(`at ${width}${hasTouch ? ', by touch' : ''}`, () => {
    test.use({ viewport: { width, height: 812 }, hasTouch });

    test('breadcrumb and footer stand on one line each, without holes', async ({ page }) => {
      await page.goto(PAGES.technique);
      const rows = await page.evaluate(() =>
        ['.breadcrumbs li', '.site-footer li'].map((items) =>
          [...document.querySelectorAll(items)]
            .filter((item) => item.checkVisibility())
            .map((item) => {
              const words = item.querySelector('a') ?? item;
              const text = document.createRange();
              text.selectNodeContents(words);
              const { left, right } = text.getBoundingClientRect();
              // Of one font and size, texts share a baseline where they share their lower edge.
              text.selectNodeContents(words.lastChild ?? words);
              const { bottom } = text.getBoundingClientRect();
              const { fontFamily, fontSize } = getComputedStyle(words);
              return { bottom, left, right, font: `${fontSize} ${fontFamily}` };
            }),
        ),
      );
      for (const row of rows) {
        expect(row.length).toBeGreaterThan(0);
        expect(new Set(row.map(({ font }) => font)).size).toBe(1);
        for (const [index, { bottom, left }] of row.entries()) {
          const before = row[index - 1];
          if (!before || left < before.left) continue; // The first of its line.
          expect(Math.abs(bottom - before.bottom)).toBeLessThan(0.6);
          // At most a gap, a separator and a gap.
          expect(left - before.right).toBeLessThan(30);
        }
      }
      expect(rows[0]?.length).toBe(width === 375 ? 1 : 4);
    });
  });
}

test('previous and next lead through the handbook in order', async ({ page }) => {
  test.slow(); // some twenty pages
  await page.goto('./agency/roles/account-director/');
  const titles: string[] = [];
  for (let i = 0; i < 40; i++) {
    titles.push(await page.getByRole('heading', { level: 1 }).innerText());
    const next = page.getByRole('navigation', { name: '上一页和下一页' }).locator('a[rel="next"]');
    if ((await next.count()) === 0) break;
    const href = (await next.getAttribute('href')) ?? '';
    await next.click();
    await page.waitForURL(`**${href}`);
  }
  expect(titles.slice(0, 4)).toEqual(['客户总监', '客户经理', '客户专员', '争取新客户']);
  expect(titles.at(-1)).toBe('行为规范');
  expect(new Set(titles).size).toBe(titles.length);
});

test('roles, workflows and techniques link to each other', async ({ page }) => {
  await page.goto(PAGES.role);
  const workflows = page.getByRole('region', { name: '我参与的流程' });
  await workflows.getByRole('link', { name: '争取新客户' }).click();
  await page.getByRole('region', { name: '一览' }).getByRole('link', { name: '工作单' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作单');
  const uses = page.getByRole('region', { name: '哪些步骤用到它' });
  await uses.locator('a[href*="win-new-client/#"]').first().click();
  await expect(page).toHaveURL(/win-new-client\/#/);
});

test('the matrix says who acts where, in dots and in words', async ({ page }) => {
  await page.goto(PAGES.overview);
  const table = page.getByRole('region', { name: '谁在哪个流程里' }).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText([
    '流程',
    '客户总监',
    '客户经理',
    '客户专员',
  ]);
  const row = table.getByRole('row').filter({ hasText: '争取新客户' });
  const cell = row.getByRole('link', { name: /^客户专员做 \d+ 步$/ });
  const rivals = row.getByRole('link', { name: /^客户经理做 \d+ 步/ });
  const widthOf = async (link: typeof cell) =>
    (await link.locator('.dot').boundingBox())?.width ?? 0;
  expect(await widthOf(cell)).toBeGreaterThan(await widthOf(rivals));
  const map = page.getByRole('region', { name: '手册地图' }).getByRole('table');
  await expect(map.getByRole('link', { name: '派工与成果' }).first()).toHaveAttribute(
    'href',
    /win-new-client\/#job-and-results$/,
  );
  await cell.click();
  await expect(page).toHaveURL(/win-new-client\/#gather-information$/);
});

test('an item is marked when one arrives at its address', async ({ page }) => {
  await page.goto(`${PAGES.workflow}#fill-job-order`);
  const step = page.locator('#fill-job-order');
  await expect(step).toBeInViewport();
  await expect(step).toHaveAttribute('data-arrived', '');
});

test('an item’s link copies its address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAGES.workflow);
  const link = page.locator('#client-confirms .self-link');
  await link.focus();
  await expect(link).toHaveCSS('opacity', '1');
  await link.click();
  await expect(page.locator('#page-status')).toHaveText('链接已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  // Twice: chat apps cut fragments.
  expect(copied).toMatch(
    /^http.*\/agency\/workflows\/win-new-client\/\?at=client-confirms#client-confirms$/,
  );
});

test('every heading, step and clause has a link to itself', async ({ page }) => {
  for (const path of [PAGES.role, PAGES.workflow, PAGES.technique, PAGES.rules]) {
    await page.goto(path);
    const without = await page
      .locator('main article :is(h2[id], .duty, .step, .item)')
      .evaluateAll((elements) =>
        elements
          .filter(
            (element) => !element.querySelector(`a.self-link[href="#${CSS.escape(element.id)}"]`),
          )
          .filter((element) => {
            const own = decodeURIComponent(`#${element.id}`);
            const around = element.closest('.heading') ?? element;
            return ![...around.querySelectorAll('a.self-link')].some(
              (a) => decodeURIComponent(a.getAttribute('href') ?? '') === own,
            );
          })
          .map((element) => element.id),
      );
    expect(without, path).toEqual([]);
  }
});

test('the choice of dark or light is kept', async ({ page }) => {
  await page.goto(PAGES.home);
  await page.getByLabel('外观').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto(PAGES.technique);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('外观')).toHaveValue('dark');
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByLabel('外观').selectOption('light');
  await expect(page.locator('body')).not.toHaveCSS('background-color', background);
});

test('the home page remembers the role and where one left off', async ({ page }) => {
  await page.goto(PAGES.technique);
  await page.goto(PAGES.home);
  await expect(page.getByText('上次读到')).toBeVisible();
  await expect(page.locator('.desk__last a')).toHaveText('客户档案');
  await page.locator('.doors').getByRole('button', { name: '客户专员 广告公司客户部' }).click();
  await page.reload();
  await page.getByRole('link', { name: '打开客户专员的清单' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('客户专员');
});

for (const javaScriptEnabled of [true, false]) {
  test(`出处 is shown for a whole page at once, ${javaScriptEnabled ? 'with' : 'without'} a script`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled });
    const page = await context.newPage();
    for (const kind of ['role', 'workflow', 'technique', 'rules', 'glossary'] as const) {
      await page.goto(PAGES[kind]);
      const all = await page.locator('.source').count();
      expect(all, kind).toBeGreaterThan(2);
      await expect(page.locator('.source:visible'), kind).toHaveCount(0);
      await page.getByLabel('显示出处').check();
      await expect(page.locator('.source:visible'), kind).toHaveCount(all);
      await page.getByLabel('显示出处').uncheck();
      await expect(page.locator('.source:visible'), kind).toHaveCount(0);
    }
    await context.close();
  });
}

test.describe('what lies below the first section', () => {
  const below = 'article > section ~ *';
  const kept = (page: Page) =>
    page
      .locator(below)
      .first()
      .evaluate((element) => getComputedStyle(element).contentVisibility);
  const isWhole = (page: Page) =>
    page.evaluate(() => document.documentElement.dataset['whole'] !== undefined);

  test('waits for the first paint, and is laid out behind it', async ({ page }) => {
    const early: string[] = [];
    await page.route('**/_astro/*.js', async (route) => {
      early.push(await kept(page));
      await route.continue();
    });
    await page.goto(PAGES.technique);
    await expect.poll(() => kept(page)).toBe('visible');
    expect(early[0]).toBe('auto');
  });

  test('is there at once where a page is opened at a place, or comes back to one', async ({
    page,
  }) => {
    await page.goto(PAGES.technique);
    const id = await page.locator(`${below} [id]`).last().getAttribute('id');
    const early: boolean[] = [];
    await page.route('**/_astro/*.js', async (route) => {
      early.push(await isWhole(page));
      await route.continue();
    });
    const expectEarly = () => {
      expect(early).toContain(true);
      expect(early).not.toContain(false);
      early.length = 0;
    };
    await page.goto(PAGES.home);
    early.length = 0;
    await page.goto(`${PAGES.technique}#${id}`);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    expectEarly();
    const top = () => page.evaluate(() => Math.round(scrollY));
    await page.goto(PAGES.technique);
    await expect.poll(() => kept(page)).toBe('visible');
    await page.mouse.wheel(0, 1_000);
    await expect.poll(top).toBeGreaterThan(500);
    const before = await top();
    early.length = 0;
    await page.reload();
    expectEarly();
    await expect.poll(top).toBe(before);
  });
});
