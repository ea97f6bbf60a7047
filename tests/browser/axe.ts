/** axe as every test here asks it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * WCAG 2.2 AA and best practice. What passes is not asked for: naming it takes a sixth of the time. The
 * page's own tab adds the results up (`legacy`): otherwise axe opens one more tab each time, for results
 * from frames of other origins, and takes three times as long.
 */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .setLegacyMode(true);
}

/**
 * What is wrong, a line for each rule with the first places; also a frame, which axe would not look into.
 * The page is scrolled to its top: what has gone under the bar that stays can be scrolled out again.
 */
export async function violations(page: Page, builder = axe(page)): Promise<string[]> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const { violations: found } = await builder.analyze();
  const frames = await page.locator('iframe, frame, object, embed').count();
  return [
    ...(frames > 0 ? [`frames: ${frames}`] : []),
    ...found.map(
      ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160))}`,
    ),
  ];
}
