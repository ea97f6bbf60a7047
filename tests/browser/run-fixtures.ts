/** What tests of runs do again and again. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NEXT_EDITION_DIR } from '../support/variants.ts';
import { expect } from './fixtures.ts';

/** A short workflow without gates at its beginning. */
export const COMPLAINT = './service/workflows/complaint/';

/** Brings everything of a run's head into sight: on a phone it lies under 更多. */
export async function openMore(page: Page): Promise<void> {
  const folded = page.locator('.run__toggle[aria-expanded="false"]');
  if (await folded.isVisible()) await folded.click();
}

/** Shows the run as a list. */
export async function asList(page: Page): Promise<void> {
  await openMore(page);
  await page.getByRole('radio', { name: '清单' }).check();
}

/** The boxes of the list. */
export function boxes(page: Page): Locator {
  return page.locator('.run-steps .tick__box');
}

/** Takes an outcome of a gate, with a signature where one is asked for. */
export async function decide(gate: Locator, outcome = 0): Promise<void> {
  for (const field of await gate.locator('.signatures input').all()) await field.fill('王敏');
  await gate.locator('.gate__outcome').nth(outcome).click();
}

/** All keys of this site in the browser's storage, with their values. */
export function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('khb:'))),
  ) as Promise<Record<string, string>>;
}

/** From now on the context gets the next edition of the site, at the same address. */
export function publishNextEdition(context: BrowserContext, base: string): Promise<void> {
  return publishFolder(context, base, NEXT_EDITION_DIR);
}

/** From now on the context gets another build of the site, at the same address. */
export async function publishFolder(
  context: BrowserContext,
  base: string,
  folder: string,
): Promise<void> {
  await context.route(`${base}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (existsSync(path)) await route.fulfill({ path });
    else await route.fulfill({ status: 404, body: '' });
  });
}

/** Leaves no room in the storage but for a few characters. */
export function fillStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    let size = 4_000_000;
    for (let n = 0; size > 0; n++) {
      try {
        localStorage.setItem(`junk:${n}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
}

/** Waits until a run says that it is saved. */
export async function isSaved(page: Page): Promise<void> {
  await expect(page.locator('.save-state')).toContainText('已保存');
}
