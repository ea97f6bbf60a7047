/** Runs and what they leave on other pages; `every-page.test.ts` looks at the pages as published. */
import { axe, violations } from './axe.ts';
import { expect, PAGES, PUBLISHED, ready, settled, startRun, test } from './fixtures.ts';
import { HANDBOOK, HANDBOOKS } from './published.ts';
import { decide, openMore } from './run-fixtures.ts';

const SCREENS = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
};

// The longest pages have thousands of elements to look at, each in every way.
test.describe.configure({ timeout: 120_000 });

test.describe('on paper', () => {
  test.use(PUBLISHED);

  for (const handbook of HANDBOOKS) {
    test(`the whole printed handbook has no violation: ${handbook}`, async ({ page }) => {
      await page.goto(`./print/${handbook}/`);
      // Colours apart, which take axe minutes on a hundred sheets; the next test looks at them.
      expect(await violations(page, axe(page).disableRules(['color-contrast']))).toEqual([]);
    });
  }

  test('a printed handbook, with one chapter of each part, has no violation', async ({ page }) => {
    await page.goto(`./print/${HANDBOOK}/`);
    // All chapters are made of the pages above; a hundred sheets take axe minutes.
    await page.evaluate(() => {
      for (const more of document.querySelectorAll('.book__chapter ~ .book__chapter')) {
        if (more.closest('.book__part')) more.remove();
      }
    });
    expect(await violations(page)).toEqual([]);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of Object.entries(SCREENS)) {
    test.describe(`axe, ${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport });

      test('a run, as steps and as a list, has no violation', async ({ page }) => {
        test.slow(); // five pages
        await startRun(page, PAGES.workflow);
        expect(await violations(page)).toEqual([]);
        await page.getByRole('button', { name: /^跳过/ }).click();
        await page.getByRole('button', { name: /^写备注/ }).click();
        await openMore(page);
        await page.getByText('复制、打印、导出和更多').click();
        expect(await violations(page)).toEqual([]);
        await page.getByRole('radio', { name: '清单' }).check();
        await decide(page.locator('.gate').first());
        await decide(page.locator('.gate:has(.signatures)').first());
        await expect(page.locator('.seal-mark').first()).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.goto('./progress/');
        await ready(page, 'records');
        expect(await violations(page)).toEqual([]);
        await page.goto(PAGES.workflow);
        await settled(page);
        expect(await violations(page)).toEqual([]);
        for (const path of [PAGES.home, PAGES.today]) {
          await page.goto(path);
          await page.locator('.today').waitFor();
          await page.locator('.today__fold > summary').last().click();
          expect(await violations(page)).toEqual([]);
        }
      });
    });
  }
}
