/**
 * A browser paints what it has read of a page, and nothing painted may move when the rest comes. So a
 * page cut off anywhere must stand where the whole page stands. (`weight.test.ts` watches real loads,
 * where the moment of the first paint is chance.)
 */
import type { Page } from '@playwright/test';
import { expect, PAGES, test } from './fixtures';

/** Places at which each page is cut. */
const CUTS = 20;
const HEIGHT = 800;

/** Without scripts a page stays as it was read; what scripts move, `weight.test.ts` sees. */
test.use({ javaScriptEnabled: false });

/** Where each element of the body starts, in document order, and whether there is anything of it. */
function starts(page: Page): Promise<[number, number, boolean, string][]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
      return [left, top, element.checkVisibility() && width * height > 0, name];
    }),
  );
}

for (const [kind, path] of Object.entries(PAGES)) {
  if (kind === 'sources') continue; // A record of hundreds of entries, exempt from the budget too.
  for (const width of [360, 1280]) {
    test(`${kind} at ${width}, read in part, stands as the whole page does`, async ({
      page,
      baseURL,
    }) => {
      await page.setViewportSize({ width, height: HEIGHT });
      const address = new URL(path, baseURL).href;
      await page.goto(address);
      const whole = await starts(page);
      const html = await (await page.request.get(address)).text();
      const tags = [...html.slice(html.indexOf('<body')).matchAll(/<[a-z]/g)].map(
        ({ index }) => index + html.indexOf('<body'),
      );
      expect(tags.length).toBeGreaterThan(CUTS);
      let cut = 0;
      await page.route(address, (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.slice(0, cut) }),
      );
      for (let each = 1; each < CUTS; each += 1) {
        cut = tags[Math.floor((tags.length * each) / CUTS)] ?? 0;
        await page.goto(address);
        const part = await starts(page);
        expect(part.length).toBeLessThan(whole.length);
        const moved = part.flatMap(([x, y, shown, name], index) => {
          const [wholeX, wholeY] = whole[index] ?? [0, 0];
          if (!shown || y >= HEIGHT) return [];
          const isSame = Math.abs(x - wholeX) < 3 && Math.abs(y - wholeY) < 3;
          return isSame ? [] : [`${name}: ${x},${y} -> ${wholeX},${wholeY}`];
        });
        expect(moved.slice(0, 5), `after ${cut} of ${html.length} characters`).toEqual([]);
      }
    });
  }
}
