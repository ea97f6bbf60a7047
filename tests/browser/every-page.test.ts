/** What must hold on every page that is published, not only on one of each kind. */
import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { VARIANTS } from '../support/variants.ts';
import { axe, violations } from './axe.ts';
import { singleEndings } from './endings.ts';
import { expect, PUBLISHED, settled, test } from './fixtures.ts';
import { publishedKinds } from './published.ts';
import { makeTouchScreen, sideways, smallFields, tooSmall } from './sizes.ts';

test.use(PUBLISHED);

const KINDS = publishedKinds();

/**
 * Address of every page of the root build, relative to its base. The printed handbooks hold all of
 * them once more; `accessibility` looks at those.
 */
const ADDRESSES = readdirSync(VARIANTS.root.outDir, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html') && !file.startsWith('print'))
  .map(
    (file) =>
      `./${file
        .split(sep)
        .join('/')
        .replace(/index\.html$/, '')}`,
  )
  .concat('./no-such-page/')
  .sort();

/** Pages are shared out, so that both workers have enough to do and each opens one tab. */
const SHARES = 8;

/** What a scheme or a narrow window can change; everything else is the same markup again. */
const LOOKS = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

/** What is wrong with the order of headings and with the landmarks. */
function outline(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const visible = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const headings = visible('h1, h2, h3, h4, h5, h6');
    const levels = headings.map((heading) => Number(heading.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) faults.push('not one h1');
    levels.forEach((level, index) => {
      if (level > (levels[index - 1] ?? 0) + 1) {
        faults.push(`a level is skipped before “${headings[index]?.textContent}”`);
      }
    });
    for (const heading of headings) {
      if (heading.querySelector('a.self-link')) {
        faults.push(`the heading “${heading.textContent}” is named after its link, too`);
      }
    }
    if (visible('main').length !== 1) faults.push('not one main');
    if (visible('body > header').length !== 1) faults.push('not one header');
    if (visible('body > footer').length !== 1) faults.push('not one footer');
    const navs = visible('nav').map((nav) => nav.getAttribute('aria-label') ?? '');
    if (navs.some((name) => name === '')) faults.push('a nav without a name');
    if (new Set(navs).size < navs.length) faults.push(`two navs of one name: ${navs}`);
    return faults;
  });
}

for (let share = 0; share < SHARES; share += 1) {
  const addresses = ADDRESSES.filter((_, index) => index % SHARES === share);

  test(`axe, headings, their last lines, landmarks, targets and sideways scrolling on every page, share ${share + 1} of ${SHARES}`, async ({
    context,
  }) => {
    // The longest pages have thousands of elements, and each is looked at in two or three ways.
    test.setTimeout(240_000);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      // A tab of its own: one that was made a touch screen stays one.
      const page = await context.newPage();
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(address);
      await settled(page);
      expect.soft(await outline(page), address).toEqual([]);
      expect.soft(await tooSmall(page, 24), address).toEqual([]);
      expect.soft(await violations(page), `${address}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      // What only a wide window shows is the same on all pages of a kind.
      if (KINDS.includes(address)) {
        expect
          .soft(await violations(page, axe(page).withRules(LOOKS)), `${address}, dark`)
          .toEqual([]);
      }
      expect.soft(await sideways(page), address).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await makeTouchScreen(page);
      // Links that a mouse brings out are there for a finger, and may stand over others.
      expect
        .soft(await violations(page, axe(page).withRules(LOOKS)), `${address}, dark, phone`)
        .toEqual([]);
      expect.soft(await outline(page), `${address}, phone`).toEqual([]);
      expect.soft(await tooSmall(page, 44), `${address}, touch screen`).toEqual([]);
      expect.soft(await smallFields(page), `${address}, touch screen`).toEqual([]);
      expect.soft(await singleEndings(page), address).toEqual([]);
      await page.close();
    }
  });
}
