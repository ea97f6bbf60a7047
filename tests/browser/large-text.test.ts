/** Text that a reader has made larger, in each of the ways that browsers have, and scrollbars that take room. */
import { chromium, type Browser, type LaunchOptions, type Page } from '@playwright/test';
import { crowded, excess } from './crowded.ts';
import { expect, PAGES, PUBLISHED, settled, test as base } from './fixtures.ts';
import { pagesOfSection, publishedKinds } from './published.ts';
import { render, workflows } from './rendered-diagram.ts';

type Form = 'lanes' | 'rail' | 'list';

interface Enlarged {
  readonly how: string;
  /** Options of Chromium's engine. */
  readonly settings?: string;
  /** As browsers of chat apps do it: on the body, once it is read. */
  readonly textSizeAdjust?: string;
  /** Which form diagrams take, by the width of the window in px. */
  readonly forms: Readonly<Record<number, Form>>;
}

/** Size and rem grow together, or the size alone, of all text or of what is small. */
const ENLARGED: readonly Enlarged[] = [
  {
    how: 'a least size of 20 pixels',
    settings: 'minimumFontSize=20',
    forms: { 320: 'list', 768: 'rail', 1440: 'rail' },
  },
  {
    how: 'a size of 24 pixels',
    settings: 'defaultFontSize=24',
    forms: { 360: 'list', 768: 'rail', 1440: 'lanes' },
  },
  {
    how: 'a size of 32 pixels',
    settings: 'defaultFontSize=32',
    forms: { 320: 'list', 768: 'rail', 1440: 'lanes' },
  },
  {
    how: 'text adjusted to 140 %',
    textSizeAdjust: '140%',
    forms: { 360: 'list', 768: 'rail', 1440: 'rail' },
  },
];

/** Workflows are many and built alike: one in four. */
const SAMPLE = 4;

type Start = (options: LaunchOptions, isTouched: boolean) => Promise<Page>;

/** `start` starts a browser of its own, which ends with the test, and opens a tab. */
const test = base.extend<{ start: Start }>({
  start: async ({ launchOptions, baseURL }, use) => {
    const browsers: Browser[] = [];
    await use(async (options, isTouched) => {
      const args = [...(launchOptions.args ?? []), ...(options.args ?? [])];
      const browser = await chromium.launch({ ...launchOptions, ...options, args });
      browsers.push(browser);
      return browser.newPage({
        baseURL: baseURL ?? '',
        locale: 'zh-CN',
        reducedMotion: 'reduce',
        isMobile: isTouched,
        hasTouch: isTouched,
      });
    });
    for (const browser of browsers) await browser.close();
  },
});

async function enlarge(start: Start, { settings, textSizeAdjust }: Enlarged): Promise<Page> {
  const args = settings ? [`--blink-settings=${settings}`] : [];
  const page = await start({ args }, textSizeAdjust !== undefined);
  if (textSizeAdjust) {
    await page.addInitScript((value) => {
      addEventListener('DOMContentLoaded', () => {
        document.body.style.setProperty('-webkit-text-size-adjust', value);
      });
    }, textSizeAdjust);
  }
  await page.goto(PAGES.missing);
  const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  expect(size).toBeGreaterThanOrEqual(20);
  return page;
}

for (const enlarged of ENLARGED) {
  test(`with ${enlarged.how} no page of any kind scrolls sideways, and no texts overlap or stand as columns`, async ({
    start,
  }) => {
    test.slow(); // every kind, in three widths
    const page = await enlarge(start, enlarged);
    for (const [kind, path] of Object.entries(PAGES)) {
      await page.goto(path);
      await settled(page);
      for (const width of Object.keys(enlarged.forms).map(Number)) {
        await page.setViewportSize({ width, height: 740 });
        expect.soft(await excess(page), `${kind} at ${width}`).toBe(0);
        expect.soft(await crowded(page), `${kind} at ${width}`).toEqual([]);
      }
    }
  });

  test.describe('the published handbooks', () => {
    test.use(PUBLISHED);

    test(`with ${enlarged.how} diagrams hold, in the form that there is room for`, async ({
      start,
    }) => {
      test.slow(); // some workflows, in three widths
      const page = await enlarge(start, enlarged);
      const addresses = (await workflows(page)).filter((_, index) => index % SAMPLE === 0);
      expect(addresses).toHaveLength(Math.ceil(pagesOfSection('workflows').length / SAMPLE));
      for (const address of addresses) {
        await page.goto(address);
        for (const [width, form] of Object.entries(enlarged.forms)) {
          await page.setViewportSize({ width: Number(width), height: 740 });
          const what = `${new URL(address).pathname} at ${width}`;
          const { nodes, edges, faults } = await render(page);
          expect.soft(faults, what).toEqual([]);
          expect.soft(nodes, what).toBe(await page.locator('li.step, li.end[id]').count());
          expect.soft(await excess(page), what).toBe(0);
          expect.soft(edges > 0 ? await formOf(page) : 'list', what).toBe(form);
        }
      }
    });
  });
}

/** Lanes have their parties over them. */
async function formOf(page: Page): Promise<Form> {
  return (await page.locator('.flow__lanes').isVisible()) ? 'lanes' : 'rail';
}

test('in the list each answer says where it leads', async ({ start }) => {
  const page = await start({ args: ['--blink-settings=defaultFontSize=32'] }, false);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(PAGES.workflow);
  const answers = await page.locator('.flow li.gate i').evaluateAll((all) =>
    all.map((answer) => {
      const { content } = getComputedStyle(answer, '::after');
      // In the words of CSS a text stands in quotes: " → " "9"
      const added = content === 'none' ? '' : content.replaceAll(/"|(?<=") (?=")/g, '');
      return `${answer.textContent?.trim()}${added}`;
    }),
  );
  expect(answers.length).toBeGreaterThan(5);
  for (const answer of answers) expect(answer).toMatch(/ → (\d+|结束|.{2,})$/);
});

test.describe('beside scrollbars that take room', () => {
  test.use(PUBLISHED);

  test('no workflow and no page of another kind scrolls sideways', async ({ start }) => {
    test.slow(); // every workflow
    const page = await start({ ignoreDefaultArgs: ['--hide-scrollbars'] }, false);
    await page.goto(PAGES.home);
    const bar = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
    expect(bar).toBeGreaterThan(5);
    for (const address of [...publishedKinds(), ...(await workflows(page))]) {
      await page.goto(address);
      for (const width of [320, 720, 728, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        expect.soft(await excess(page), `${address} at ${width}`).toBe(0);
      }
    }
  });
});
