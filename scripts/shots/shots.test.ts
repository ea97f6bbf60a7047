import { test } from '@playwright/test';
import { KINDS } from './kinds.ts';

const WIDTHS = [360, 768, 1024, 1440];

/** Pages are cut here: the long ones say nothing new below. */
const MAX_HEIGHT = 2600;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [kind, open] of Object.entries(KINDS)) {
  test(kind, async ({ page }) => {
    await page.clock.setFixedTime('2026-11-20T10:00:00+08:00');
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => scrollTo(0, 0));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.screenshot({
          path: `shots/${kind}-${width}-${colorScheme}.png`,
          fullPage: true,
          clip: { x: 0, y: 0, width, height: Math.min(height, MAX_HEIGHT) },
        });
      }
    }
  });
}
