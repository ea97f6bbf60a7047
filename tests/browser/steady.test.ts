/**
 * A browser paints what it has of a page, and nothing painted may move when more comes: not when the
 * rest of the page is read, nor when its scripts draw what is stored.
 */
import type { Page } from '@playwright/test';
import { openTeam, receipt, RUN } from './receipts.ts';
import { expect, PAGES, ready, settled, startRun, test } from './fixtures.ts';

declare global {
  interface Window {
    /** What moved, set by the page's own observer. */
    moved: string[];
  }
}

/** Missing from the types of the DOM: https://wicg.github.io/layout-instability/ */
interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly {
    /** Absent when it has left the page since. */
    readonly node: Element | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/** `/sources/`, a record of hundreds of entries, has no limits. */
const KINDS = Object.entries(PAGES).filter(([kind]) => kind !== 'sources');
const WIDTHS = [360, 1280];
const HEIGHT = 800;

/** Places at which each page is cut. */
const CUTS = 12;

/** Where each element of the body starts, in document order, and whether anything of it is painted. */
function starts(page: Page): Promise<[number, number, boolean, string][]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
      const isSeen = element.checkVisibility() && !element.closest('.visually-hidden');
      return [left, top, isSeen && width * height > 0, name];
    }),
  );
}

/** A page that can be opened as it stands when its reading stops. */
interface PageInParts {
  readonly html: string;
  /** Opens it with so many of its characters read. */
  readonly readTo: (cut: number) => Promise<void>;
}

async function inParts(page: Page, address: string): Promise<PageInParts> {
  const html = await (await page.request.get(address)).text();
  let end = html.length;
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.slice(0, end) }),
  );
  const readTo = async (cut: number) => {
    end = cut;
    await page.goto(address);
  };
  return { html, readTo };
}

test.describe('a page read in part stands as the whole page does', () => {
  // Without scripts a page stays as it was read.
  test.use({ javaScriptEnabled: false });

  for (const [kind, path] of KINDS) {
    for (const width of WIDTHS) {
      test(`${kind} at ${width}`, async ({ page, baseURL }) => {
        await page.setViewportSize({ width, height: HEIGHT });
        const address = new URL(path, baseURL).href;
        await page.goto(address);
        const whole = await starts(page);
        const { html, readTo } = await inParts(page, address);
        const body = html.indexOf('<body');
        const tags = [...html.slice(body).matchAll(/<[a-z]/g)].map(({ index }) => body + index);
        expect(tags.length).toBeGreaterThan(CUTS);
        for (let each = 1; each < CUTS; each += 1) {
          const cut = tags[Math.floor((tags.length * each) / CUTS)] ?? 0;
          await readTo(cut);
          const part = await starts(page);
          expect(part.length).toBeLessThan(whole.length);
          const moved = part.flatMap(([x, y, isThere, name], index) => {
            const [wholeX, wholeY] = whole[index] ?? [0, 0];
            if (!isThere || y >= HEIGHT) return [];
            const isSame = Math.abs(x - wholeX) < 3 && Math.abs(y - wholeY) < 3;
            return isSame ? [] : [`${name}: ${x},${y} -> ${wholeX},${wholeY}`];
          });
          expect(moved.slice(0, 5), `after ${cut} of ${html.length} characters`).toEqual([]);
        }
      });
    }
  }
});

test.describe('the bar stands wherever its reading stops', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of WIDTHS) {
    test(`at ${width}`, async ({ page, baseURL }) => {
      await page.setViewportSize({ width, height: HEIGHT });
      const address = new URL(PAGES.today, baseURL).href;
      await page.goto(address);
      const places = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.site-header, .site-header *')].map((element) => {
            const { left, top, height } = element.getBoundingClientRect();
            return { left, top, isSeen: element.checkVisibility() && height > 0 };
          }),
        );
      const whole = await places();
      const { html, readTo } = await inParts(page, address);
      const header = html.indexOf('<header');
      const end = html.indexOf('</header>');
      const cuts = [...html.slice(header, end).matchAll(/>/g)].map(
        ({ index }) => header + index + 1,
      );
      expect(cuts.length).toBeGreaterThan(30);
      let halfRead = 0;
      for (const cut of cuts) {
        await readTo(cut);
        const moved = (await places()).filter(
          ({ left, top, isSeen }, index) =>
            isSeen &&
            (Math.abs(left - (whole[index]?.left ?? 0)) >= 3 ||
              Math.abs(top - (whole[index]?.top ?? 0)) >= 3),
        );
        expect(moved, `after ${html.slice(cut - 60, cut)}`).toEqual([]);
        // A browser gives one that has no summary yet one of its own.
        const own = await page
          .locator('details:not(:has(> summary))')
          .evaluateAll((all) => all.map((each) => getComputedStyle(each).visibility));
        halfRead += own.length;
        expect(own.filter((visibility) => visibility !== 'hidden')).toEqual([]);
      }
      expect(halfRead).toBeGreaterThan(0);
    });
  }
});

test.describe('nothing moves while a page loads', () => {
  /** Notes what moves on the pages opened from now on, on a machine four times slower. */
  async function watchSlowly(page: Page): Promise<void> {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      // The home page waits two seconds for its desk; a busy machine may take longer to draw it.
      const set = window.setTimeout.bind(window);
      Object.assign(window, {
        setTimeout: (act: () => void, delay = 0) => set(act, delay >= 2_000 ? delay * 20 : delay),
      });
      window.moved = [];
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries() as LayoutShift[]) {
          const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].join();
          window.moved.push(
            ...sources.map(
              ({ node, previousRect, currentRect }) =>
                `${node?.nodeName ?? 'gone'} ${node?.className ?? ''}: ${place(previousRect)} -> ${place(currentRect)}`,
            ),
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
  }

  async function movedOn(page: Page, path: string): Promise<string[]> {
    await page.goto(path, { waitUntil: 'networkidle' });
    await settled(page);
    // What is drawn by then is reported in the next frame but one.
    await page.waitForTimeout(300);
    return page.evaluate(() => window.moved);
  }

  for (const [kind, path] of KINDS) {
    for (const width of WIDTHS) {
      test(`${kind} at ${width}`, async ({ page }) => {
        await page.setViewportSize({ width, height: HEIGHT });
        await watchSlowly(page);
        expect(await movedOn(page, path)).toEqual([]);
      });
    }
  }

  for (const width of WIDTHS) {
    test(`for a reader with a role and open runs, at ${width}`, async ({ page }) => {
      test.slow(); // nine pages
      await page.setViewportSize({ width, height: HEIGHT });
      await startRun(page, PAGES.workflow, '2026-001');
      await startRun(page, PAGES.workflow, '2026-002');
      await page.goto(PAGES.role);
      await ready(page, 'checklist');
      await page.getByRole('button', { name: '设为我的岗位' }).click();
      await page.locator('.duty .tick__box').first().check();
      await watchSlowly(page);
      for (const kind of ['home', 'today', 'role', 'workflow', 'runs', 'progress'] as const) {
        expect(await movedOn(page, PAGES[kind]), kind).toEqual([]);
      }
      await page.goto(PAGES.home);
      await expect(page.locator('.desk')).toContainText('2026-002');
      await expect(page.locator('.desk__duties')).toBeVisible();
    });
  }

  for (const width of WIDTHS) {
    test(`for a learner with a plan, who has a team as well, at ${width}`, async ({ page }) => {
      test.slow(); // ten pages
      await page.setViewportSize({ width, height: HEIGHT });
      await openTeam(
        page,
        ...['小王', '小李', '老张'].map((name, n) =>
          receipt(`device${n}0`, name, n % 3, { runs: [{ ...RUN, due: '2026-11-24' }] }),
        ),
      );
      await page.goto(PAGES.plan);
      await ready(page, 'start-plan');
      await page.getByLabel('从哪天开始').fill('2026-11-19');
      await page.getByRole('button', { name: '开始这份计划' }).click();
      await page.goto(PAGES.training);
      await ready(page, 'training');
      await page
        .getByRole('button', { name: /^读过了：/ })
        .first()
        .click();
      await page.goto(PAGES.role);
      await ready(page, 'checklist');
      await page.getByRole('button', { name: '设为我的岗位' }).click();
      await page.goto(PAGES.practice);
      await page.locator('.question__choice').first().waitFor();
      await watchSlowly(page);
      for (const kind of [
        'home',
        'today',
        'plan',
        'training',
        'practice',
        'team',
        'rules',
      ] as const) {
        expect(await movedOn(page, PAGES[kind]), kind).toEqual([]);
      }
      await page.goto(PAGES.team);
      await expect(page.locator('.team-table tbody tr')).toHaveCount(3);
    });
  }
});

test('the home page is shown also when what draws the desk does not come', async ({
  page,
  faults,
}) => {
  await page.goto(PAGES.technique);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(PAGES.home);
  await expect(page.locator('html')).not.toHaveAttribute('data-desk');
  await expect(page.locator('.doors')).toBeVisible();
  faults.length = 0; // The scripts that were held back.
});
