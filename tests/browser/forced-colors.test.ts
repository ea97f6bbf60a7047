/** Where the system chooses the colours: what a wash or a shadow said has to be said by a line. */
import type { Locator } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, decide } from './run-fixtures.ts';

test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

/** What can still tell one element from another of its kind. */
function marks(element: Locator) {
  return element.evaluate((node) => {
    const style = getComputedStyle(node);
    return [
      style.textDecorationLine,
      style.fontWeight,
      style.borderInlineStartWidth,
      style.outlineStyle,
      style.forcedColorAdjust === 'none' ? style.backgroundColor : '',
      style.appearance,
      style.transform,
    ].join(' ');
  });
}

test('the page one is on stands out in the header and at the side', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(PAGES.technique);
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const nav = page.locator('.site-header__nav');
  expect(await marks(nav.locator('a[aria-current]'))).not.toBe(
    await marks(nav.locator('a:not([aria-current])').first()),
  );
  const side = page.locator('.frame__side li li');
  expect(await marks(side.locator('a[aria-current]'))).not.toBe(
    await marks(side.locator('a:not([aria-current])').first()),
  );
});

test('boxes are the system’s own, and a choice shows which it is', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  const box = page.locator('.tick__box').first();
  await box.check();
  // The system draws the box, with its tick.
  await expect(box).toHaveCSS('appearance', 'auto');
  const options = page.locator('.segmented span');
  expect(await marks(options.nth(0))).not.toBe(await marks(options.nth(1)));
});

test('gates and what was chosen at them can be told apart', async ({ page }) => {
  await startRun(page, PAGES.workflow);
  await asList(page);
  const gate = page.locator('.gate').first();
  await decide(gate);
  const outcomes = gate.locator('.gate__outcome');
  await expect(outcomes.first()).toHaveAttribute('aria-pressed', 'true');
  expect(await marks(outcomes.first())).not.toBe(await marks(outcomes.nth(1)));
  await page.goto(PAGES.workflow);
  const numbers = page.locator('.step__number');
  expect(await marks(page.locator('.step__number--gate').first())).not.toBe(
    await marks(numbers.first()),
  );
});

test.describe('motion', () => {
  test('nothing moves for longer than a hundredth of a second where motion is reduced', async ({
    page,
  }) => {
    for (const path of Object.values(PAGES)) {
      await page.goto(path);
      const moving = await page.evaluate(() => {
        const seconds = (list: string) =>
          Math.max(...list.split(',').map((t) => parseFloat(t) / (t.includes('ms') ? 1000 : 1)));
        const styles = [...document.querySelectorAll('*')].flatMap((element) =>
          ['', '::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo || null)),
        );
        return styles.filter(
          (style) =>
            seconds(style.transitionDuration) > 0.01 || seconds(style.animationDuration) > 0.01,
        ).length;
      });
      expect(moving, path).toBe(0);
      const scrolling = await page.evaluate(
        () => getComputedStyle(document.documentElement).scrollBehavior,
      );
      expect(scrolling, path).toBe('auto');
    }
  });
});
