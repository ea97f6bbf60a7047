/** How a run and its forms are set: what stands on one edge, what keeps apart, and one sign for what folds. */
import type { Locator } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, COMPLAINT } from './run-fixtures.ts';

/** Where the text of an element begins, without its padding and border. */
const textEdge = (what: Locator) =>
  what.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().left;
  });

for (const [name, width, hasTouch] of [
  ['a phone', 375, true],
  ['a wide screen', 1440, false],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport: { width, height: 812 }, hasTouch });

    test('what can be done at a step begins on the edge of its labels', async ({ page }) => {
      await startRun(page, COMPLAINT, '2026-140');
      const step = page.locator('.walkthrough > .run-step');
      const edge = await textEdge(step.locator('dt').first());
      expect(await textEdge(step.locator('.run-step__more button').first())).toBeCloseTo(edge, 0);
      const card = await step.evaluate((element) => element.getBoundingClientRect());
      const pager = page.locator('.walkthrough__pager button').first();
      expect(await textEdge(pager)).toBeCloseTo(card.left, 0);
      const done = page.locator('.walkthrough__done');
      const top = await done.evaluate((button) => button.getBoundingClientRect().top);
      expect(top - card.bottom).toBeGreaterThanOrEqual(8);
      await asList(page);
      const first = page.locator('.run-steps > li').first();
      expect(await textEdge(first.locator('.run-step__more button').first())).toBeCloseTo(
        await textEdge(first.locator('.step__by')),
        0,
      );
    });
  });
}

test('the fields of the start form keep apart', async ({ page }) => {
  for (const width of [375, 1440]) {
    await page.setViewportSize({ width, height: 812 });
    await page.goto(PAGES.workflow);
    await ready(page, 'run-starter');
    await page.getByText('开始和截止日期').click();
    const [from, to] = await page.locator('.run-starter__fields > .field').all();
    const [a, b] = [await from?.boundingBox(), await to?.boundingBox()];
    if (!a || !b) throw new Error('two fields are drawn');
    const gap = Math.max(b.x - (a.x + a.width), b.y - (a.y + a.height));
    expect(gap).toBeGreaterThanOrEqual(8);
  }
});

test('what folds on pages of runs bears one sign, the site’s own', async ({ page }) => {
  await startRun(page, PAGES.workflow, '2026-141');
  await page.getByText('编号和截止日期').waitFor();
  const run = page.url();
  for (const address of [run, PAGES.runs, PAGES.progress, PAGES.workflow]) {
    await page.goto(address);
    await page.locator('[data-island] > [data-ready]').first().waitFor();
    const marked = await page.locator('main details > summary').evaluateAll((summaries) =>
      summaries.flatMap((summary) => {
        const { display, listStyleType } = getComputedStyle(summary);
        const own = display === 'list-item' && listStyleType !== 'none';
        return own ? [summary.textContent] : [];
      }),
    );
    expect(marked, address).toEqual([]);
  }
});

test('a run in which nothing waits says so in ink, not in the colours of a warning', async ({
  page,
}) => {
  await startRun(page, COMPLAINT, '2026-142');
  await page.getByRole('button', { name: '提前结束……' }).click();
  await page.getByLabel('为什么提前结束').fill('重复登记');
  await page.getByRole('button', { name: '提前结束', exact: true }).click();
  const banner = page.locator('.run__ready');
  await expect(banner).toContainText('已结束');
  // No stroke of a tick where not all was done.
  await expect(page.locator('.run__ready[data-whole]')).toHaveCount(0);
  const chroma = await banner.evaluate((element) => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('no canvas');
    canvas.fillStyle = getComputedStyle(element).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return Math.max(r, g, b) - Math.min(r, g, b);
  });
  expect(chroma).toBeLessThan(12);
  await banner.getByRole('button', { name: '重新打开' }).click();
  await expect(banner).toHaveCount(0);
});
