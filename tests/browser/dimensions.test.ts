/** How large things are: what can be hit, what a line holds, what fits into a narrow or magnified window, with something stored. */
import type { Page } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList } from './run-fixtures.ts';
import { sideways, smallFields, tooSmall } from './sizes.ts';

test.describe.configure({ timeout: 120_000 });

/** What has something in it only when something is stored; `every-page` looks at the pages as published. */
async function onWhatIsStored(page: Page, look: (kind: string) => Promise<void>): Promise<void> {
  await startRun(page, PAGES.workflow);
  await look('run by steps');
  await asList(page);
  await page.getByText('复制、打印、导出和更多').click();
  await look('run as a list');
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await look('board');
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  await page.goto(PAGES.today);
  await page.locator('.today__item').first().waitFor();
  await page.locator('.today__item .tick').last().click();
  await page.locator('.today__fold > summary').last().click();
  await look('today with a role and a run');
}

test('with runs and a role nothing scrolls sideways, and what a mouse hits is at least 24 pixels wide and high', async ({
  page,
}) => {
  await onWhatIsStored(page, async (kind) => {
    expect.soft(await sideways(page), kind).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
    expect.soft(await tooSmall(page, 24), kind).toEqual([]);
  });
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('with runs and a role everything to be hit is at least 44 pixels wide and high, and fields have type of 16', async ({
    page,
  }) => {
    await onWhatIsStored(page, async (kind) => {
      expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
      expect.soft(await tooSmall(page, 44), kind).toEqual([]);
      expect.soft(await smallFields(page), kind).toEqual([]);
    });
  });
});

test('Chinese text is set as the design says', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const path of [PAGES.role, PAGES.technique, PAGES.rules, PAGES.overview, PAGES.sources]) {
    await page.goto(path);
    const set = await page.evaluate(() => {
      const body = getComputedStyle(document.body);
      const lines = [...document.querySelectorAll('main p')].map((p) => {
        const text = document.createRange();
        text.selectNodeContents(p);
        return text.getBoundingClientRect().width / parseFloat(getComputedStyle(p).fontSize);
      });
      return {
        size: parseFloat(body.fontSize),
        leading: parseFloat(body.lineHeight) / parseFloat(body.fontSize),
        lineBreak: body.lineBreak,
        autospace: body.getPropertyValue('text-autospace'),
        trim: body.getPropertyValue('text-spacing-trim'),
        heading: getComputedStyle(document.querySelector('h1') as Element).textWrapStyle,
        slanted: [...document.querySelectorAll('em, i, cite')].some(
          (each) => getComputedStyle(each).fontStyle !== 'normal',
        ),
        longest: Math.max(...lines),
      };
    });
    expect(set, path).toMatchObject({
      lineBreak: 'strict',
      autospace: 'normal',
      trim: 'normal',
      heading: 'balance',
      slanted: false,
    });
    expect(set.size).toBeGreaterThanOrEqual(17);
    expect(set.size).toBeLessThanOrEqual(18);
    expect(set.leading).toBeGreaterThanOrEqual(1.75);
    expect(set.leading).toBeLessThanOrEqual(1.9);
    // Small print in the width of the text may hold a few more.
    expect.soft(set.longest, path).toBeLessThanOrEqual(50);
  }
});
