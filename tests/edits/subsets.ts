/**
 * Every choice of the handbooks that are written, each built as a site of its own: links, budgets, and
 * axe on home and a page of each kind. `npm run test:edits -- subsets` looks at all of them; `npm test`
 * looks at three.
 */
import { chromium, type Browser } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSiteFile } from '../../src/build/site-file.ts';
import { violations } from '../browser/axe.ts';
import { checkBudget } from '../budget/check.ts';
import { readBuiltSite } from '../content/built-site.ts';
import { deadLinks } from '../content/dead-links.ts';
import { plainLaunch } from '../support/browser/index.ts';
import { buildPart, subsetsOf } from '../support/parts.ts';
import { serveFolder } from '../support/static-server.ts';

/** One address of each kind. */
const KINDS = [/^\/$/, /^\/[a-z-]+\/roles\/./, /\/workflows\/./, /\/techniques\/./, /\/rules\/./];

/**
 * Builds a site with these handbooks and looks at it.
 *
 * @returns what is wrong, a line each
 */
export async function checkSubset(
  handbooks: readonly string[],
  browser: Browser,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'subset-'));
  try {
    buildPart({ handbooks }, folder, '.');
    const pages = readBuiltSite(folder);
    const { failed } = checkBudget(folder);
    const over = failed > 0 ? [`${failed} pages over their budget`] : [];
    const addresses = pages.map(({ address }) => address);
    const looked = KINDS.flatMap((kind) => addresses.find((address) => kind.test(address)) ?? []);
    const seen = await violationsAt(looked, folder, browser);
    return [...deadLinks(pages, '/', folder), ...over, ...seen];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function violationsAt(
  addresses: readonly string[],
  folder: string,
  browser: Browser,
): Promise<string[]> {
  const server = await serveFolder(folder);
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const found: string[] = [];
    for (const address of addresses) {
      await page.goto(new URL(address, server.url).href, { waitUntil: 'networkidle' });
      found.push(...(await violations(page)).map((line) => `${address}: ${line}`));
    }
    return found;
  } finally {
    await context.close();
    server.stop();
  }
}

/** Looks at all subsets of the published handbooks. @returns what is wrong, by subset */
export async function checkSubsets(): Promise<Map<string, string[]>> {
  const browser = await chromium.launch(plainLaunch());
  try {
    const found = new Map<string, string[]>();
    for (const handbooks of subsetsOf(readSiteFile().handbooks)) {
      found.set(handbooks.join(' + '), await checkSubset(handbooks, browser));
    }
    return found;
  } finally {
    await browser.close();
  }
}
