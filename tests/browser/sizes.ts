/** How large things are: what can be hit, and what fits into a window. */
import type { Page } from '@playwright/test';

/** Widths of windows, px: 320 is 1280 at 400 %; 640 and 512 are 1280 and 1024 at 200 %. */
const NARROW = [320, 360, 512, 640];
const WIDE = [768, 1024, 1440];

/**
 * Controls and links that are smaller than `least` pixels either way, at most eight; links in a line
 * of text may be.
 */
export function tooSmall(page: Page, least: 24 | 44): Promise<string[]> {
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

/** What can be scrolled sideways, from 320 to 1440 pixels and at 200 %: a line for each width. */
export async function sideways(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [...NARROW, ...WIDE]) {
    await page.setViewportSize({ width, height: NARROW.includes(width) ? 480 : 800 });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (excess > 0) faults.push(`at ${width} px by ${excess} px`);
  }
  return faults;
}

/** Fields whose type is smaller than 16 pixels, at most eight: an iPhone magnifies the page when one types there. */
export function smallFields(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'input:not([type=checkbox], [type=radio], [type=file]), select, textarea',
      ),
    ]
      .map((field) => ({ field, size: parseFloat(getComputedStyle(field).fontSize) }))
      .filter(({ size }) => size < 16)
      .map(({ field, size }) => `${field.outerHTML.slice(0, 90)}: ${size} px`)
      .slice(0, 8),
  );
}

/** Makes the page's tab one on a touch screen without loading it anew; it stays one. */
export async function makeTouchScreen(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  await page.waitForFunction(() => matchMedia('(pointer: coarse)').matches);
}
