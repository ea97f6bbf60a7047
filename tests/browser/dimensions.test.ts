/** How large things are: what can be hit, what a line holds, what fits into a narrow or magnified window. */
import type { Page } from '@playwright/test';
import { expect, PAGES, ready, settled, startRun, test } from './fixtures.ts';
import { asList } from './run-fixtures.ts';

test.describe.configure({ timeout: 120_000 });

/** Controls and links that are smaller than `least` pixels either way; links in a line of text may be. */
function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const inText = (element: Element) =>
      element.tagName === 'A' &&
      (getComputedStyle(element).display === 'inline' || element.parentElement?.tagName === 'P');
    return [
      ...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      ),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !inText(element) && !element.matches('.skip-link'))
      .flatMap((element) => {
        // A box is hit by its label as well.
        const target = element.matches('input:is([type=checkbox], [type=radio])')
          ? (element.closest('label') ?? element)
          : element;
        const { width, height } = target.getBoundingClientRect();
        if (width === 0 || Math.min(width, height) >= least - 0.5) return [];
        return [`${element.outerHTML.slice(0, 90)}: ${width.toFixed(0)} × ${height.toFixed(0)}`];
      })
      .slice(0, 8);
  }, least);
}

/** By how many pixels the page can be scrolled sideways. */
function excess(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Every kind of page, and a run in both its forms. */
async function onEveryKind(page: Page, look: (kind: string) => Promise<void>): Promise<void> {
  for (const [kind, path] of Object.entries(PAGES)) {
    await page.goto(path);
    await settled(page);
    await look(kind);
  }
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

/** 320 pixels are 1280 at 400 %; 640 and 512 are 1280 and 1024 at 200 %. */
const NARROW = [320, 360, 512, 640];
const WIDE = [768, 1024, 1440];

test('nothing scrolls sideways, from 320 to 1440 pixels and at 200 % zoom; all that a mouse hits is at least 24 pixels wide and high', async ({
  page,
}) => {
  test.slow(); // each page at eight widths
  await page.setViewportSize({ width: 320, height: 640 });
  await onEveryKind(page, async (kind) => {
    for (const width of [...NARROW, ...WIDE]) {
      await page.setViewportSize({ width, height: NARROW.includes(width) ? 480 : 800 });
      expect.soft(await excess(page), `${kind} at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    expect.soft(await tooSmall(page, 24), kind).toEqual([]);
    // The next one is loaded in the narrowest window.
    await page.setViewportSize({ width: 320, height: 640 });
  });
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('everything to be hit is at least 44 pixels wide and high', async ({ page }) => {
    await onEveryKind(page, async (kind) => {
      expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
      expect.soft(await tooSmall(page, 44), kind).toEqual([]);
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
