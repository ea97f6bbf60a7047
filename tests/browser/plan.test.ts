/** Pages of training plans: read, linked and signed without a script; their codes lead back to them. */
import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { getDocumentProxy } from 'unpdf';
import { PDF_OPTIONS } from '../../scripts/pdf-options.ts';
import { axe, violations } from './axe.ts';
import { expect, PAGES, PUBLISHED, settled, test } from './fixtures.ts';
import { hold, letThrough, WAYS } from './held-back.ts';
import { pagesOfSection } from './published.ts';

const ROLE = '客户专员';
const DAYS = ['第一天', '第一周', '第一个月', '第一个季度'];

/** What a camera reads from the page. */
async function scan(page: Page): Promise<string> {
  const picture = page.getByRole('img', { name: /二维码/ });
  await expect(picture).toBeVisible();
  const { data, info } = await sharp(await picture.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ ...info, data: new Uint8ClampedArray(data) });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a role leads to its route as a plan: days, items, what is needed of each', async ({
    page,
  }) => {
    await page.goto(PAGES.role);
    const route = page.getByRole('region', { name: '入职路线' });
    const stops = await route.locator('.route__leg a').allTextContents();
    await route.getByRole('link', { name: '这条路线当作计划' }).click();
    await expect(page).toHaveURL(/\/train\/agency-account-executive\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${ROLE}入职路线`);
    const main = page.getByRole('main');
    for (const day of DAYS)
      await expect(main.getByRole('region', { name: day }).first()).toBeVisible();
    const items = main.locator('.plan-items > li');
    expect((await items.locator('a').allTextContents()).sort()).toEqual(
      [...new Set(stops.map((text) => text.trim()))].sort(),
    );
    await expect(main.getByRole('region', { name: DAYS[3] ?? '' })).toContainText(
      '到第 66 个工作日',
    );
    const duty = items.filter({ hasText: '职责' }).first();
    await expect(duty.locator('.tag')).toHaveText('练过');
    await expect(items.filter({ hasText: 'C 服务技巧' }).first().locator('.tag')).toHaveText(
      '读过',
    );
    await duty.getByRole('link').click();
    await expect(page).toHaveURL(/roles\/account-executive\/#[a-z-]+$/);
  });

  test('home and footer lead to the plans', async ({ page }) => {
    await page.goto(PAGES.home);
    await page.getByRole('link', { name: '培训计划' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: `${ROLE}入职路线` })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${ROLE}入职路线`);
    await page.getByRole('contentinfo').getByRole('link', { name: '培训' }).click();
    await expect(page).toHaveURL(/\/train\/$/);
  });
});

test.describe('签到表', () => {
  test('has a line for each item, a place for each signature, and is A4', async ({ page }) => {
    await page.goto(PAGES.plan);
    const count = await page.locator('.plan-items > li').count();
    await page.getByRole('link', { name: '打印签到表' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${ROLE}入职路线签到表`);
    const rows = page.locator('tbody tr:not(.appraisal-form__group)');
    await expect(rows).toHaveCount(count);
    await expect(rows.first()).toContainText('第 1 版');
    for (const name of ['姓名', '开始日期', '带教', '本人签字', '带教签字', '上级签字']) {
      await expect(page.getByRole('term').filter({ hasText: name }).first()).toBeVisible();
    }
    expect(await violations(page)).toEqual([]);
    const sheet = await getDocumentProxy(new Uint8Array(await page.pdf(PDF_OPTIONS)));
    expect(sheet.numPages).toBeLessThanOrEqual(2);
  });
});

test.describe('the code of a plan', () => {
  test('leads to the page that shows it, in the dark too', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${PAGES.plan}?from=singlemessage#day-5`);
    await settled(page);
    await page.getByRole('button', { name: '显示二维码' }).click();
    const address = new URL(PAGES.plan, page.url().replace(/train\/.*/, '')).href;
    expect(await scan(page)).toBe(address);
    await expect(page.locator('.plan-qr figcaption')).toHaveText(address);
    await expect(page.locator('.plan-qr__code')).toBeFocused();
    expect(await violations(page)).toEqual([]);
  });

  test('loads nothing before it is asked for', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(PAGES.plan);
    await settled(page);
    expect(asked.filter((url) => url.includes('qr'))).toEqual([]);
    await page.getByRole('button', { name: '显示二维码' }).click();
    await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible();
    expect(asked.filter((url) => /draw-qr/.test(url))).toHaveLength(1);
  });
});

for (const [way, why] of WAYS) {
  test(`a code that does not come is said, and comes the next time: ${way}`, async ({
    page,
    faults,
  }) => {
    await page.goto(PAGES.plan);
    await settled(page);
    await hold(page, way, '**/_astro/draw-qr*.js');
    const show = page.getByRole('button', { name: '显示二维码' });
    await show.click();
    const alert = page.getByRole('alert').filter({ hasText: '二维码没有取到' });
    await expect(alert).toContainText(why);
    await expect(alert).toBeInViewport();
    // The browser tells of each refused request in the console.
    expect(faults.every((fault) => /Failed to load resource|net::ERR/.test(fault))).toBe(true);
    faults.length = 0;
    await letThrough(page);
    if (way === 'missing') {
      await alert.getByRole('button', { name: '刷新页面' }).click();
      await settled(page);
    }
    await show.click();
    await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible();
    await expect(alert).toBeHidden();
  });
}

test.describe('as published', () => {
  test.use(PUBLISHED);

  test('the files of training name what there is, with an address that answers', async ({
    page,
  }) => {
    const plans = (await (await page.request.get('./current/plans.json')).json()) as {
      readonly path: string;
      readonly title: string;
      readonly isRoute: boolean;
      readonly handbook: string;
      readonly items: readonly { readonly ref: string }[];
    }[];
    expect(plans.filter(({ isRoute }) => isRoute)).toHaveLength(pagesOfSection('roles').length);
    const known = new Set<string>();
    for (const slug of new Set(plans.map(({ handbook }) => handbook))) {
      const { pages } = (await (await page.request.get(`./current/train/${slug}.json`)).json()) as {
        readonly pages: readonly {
          readonly ref: string;
          readonly items: { readonly id: string }[];
        }[];
      };
      for (const { ref, items } of pages) {
        known.add(ref);
        for (const { id } of items) known.add(`${ref}#${id}`);
      }
    }
    expect(
      plans.flatMap(({ items }) => items.map(({ ref }) => ref)).filter((ref) => !known.has(ref)),
    ).toEqual([]);
    for (const { path, title } of plans) {
      const response = await page.goto(`.${path}`);
      expect(response?.status(), path).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    }
  });

  test('a plan is found by its title, and adds nothing to what is found of its items', async ({
    page,
  }) => {
    const plans = (await (await page.request.get('./current/plans.json')).json()) as {
      readonly path: string;
      readonly title: string;
      readonly isRoute: boolean;
    }[];
    const { path, title } = plans.find(({ isRoute }) => !isRoute) ??
      plans[0] ?? { path: '', title: '' };
    await page.goto(`.${path}`);
    const item = page.locator('.plan-items a').last();
    const [text, href] = [await item.textContent(), await item.getAttribute('href')];
    const leadingTo = (address: string) => page.getByRole('main').locator(`a[href^="${address}"]`);
    await page.goto(`./search/#q=${encodeURIComponent(title)}`);
    await expect(leadingTo(path)).not.toHaveCount(0);
    // Another document: a change of the fragment would leave the former results for a while.
    await page.goto('./');
    await page.goto(`./search/#q=${encodeURIComponent((text ?? '').trim())}`);
    await expect(leadingTo((href ?? '-').split('#')[0] ?? '-')).not.toHaveCount(0);
    await expect(leadingTo(path)).toHaveCount(0);
  });
});

test('a plan has no violation where a scheme or a narrow window changes it', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1440]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(PAGES.plan);
      await settled(page);
      expect(await violations(page, axe(page)), `${colorScheme} ${String(width)}`).toEqual([]);
    }
  }
});
