import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

/** `test.use(PUBLISHED)`: on the site of the real content, not of the fixture's. */
export const PUBLISHED = { baseURL: process.env['ROOT_URL'] ?? '' };

/** Address of a page of the fixture's site, without a leading slash in the path. */
export const PAGES = {
  home: './',
  overview: './agency/',
  role: './agency/roles/account-executive/',
  workflow: './agency/workflows/win-new-client/',
  technique: './agency/techniques/client-dossier/',
  rules: './agency/rules/conduct/',
  plan: './train/agency-account-executive/',
  makePlan: './train/new/',
  openPlan: './train/open/',
  training: './train/',
  team: './team/',
  practice: './practice/',
  today: './today/',
  runs: './runs/',
  progress: './progress/',
  search: './search/',
  glossary: './glossary/',
  sources: './sources/',
  editions: './editions/',
  missing: './no-such-page/',
} as const;

/** What a page must not do: write errors to the console, break the CSP, or call another origin. */
function watch(page: Page, origin: string, faults: string[]): void {
  page.on('console', (message) => {
    const expected = /404 \(Not Found\)/.test(message.text()) && /no-such-page/.test(page.url());
    if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) {
      faults.push(`request to another origin: ${url.href}`);
    }
  });
}

/** Wednesday, a working day on which everything of an ordinary week is due. */
export const TODAY = new Date('2026-11-25T10:00:00+08:00');

/**
 * The pages' clock starts on a working day and goes on, whatever day the tests run on: on a day off
 * other duties are due. A test of another day sets `clock`, which goes before this.
 */
export async function startOn(context: BrowserContext, day: Date): Promise<void> {
  await context.addInitScript((shift) => {
    globalThis.Date = new Proxy(Date, {
      construct: (real, given, as) =>
        Reflect.construct(real, given.length > 0 ? given : [real.now() + shift], as) as object,
      apply: (real) => new real(real.now() + shift).toString(),
      get: (real, name) =>
        name === 'now' ? () => real.now() + shift : (Reflect.get(real, name) as unknown),
    });
  }, +day - Date.now());
}

/** Every test fails on a console error, a CSP violation or a request to another origin. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      await startOn(context, TODAY);
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`CSP: ${event.violatedDirective} blocked ${event.blockedURI}`);
        });
      });
      context.on('page', (page) => watch(page, origin, faults));
      for (const page of context.pages()) watch(page, origin, faults);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until every island of the page takes clicks: what is stored is read after the first paint. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[data-island] > :not([data-ready])')).toHaveCount(0);
  // Hidden until the reader's desk is drawn.
  await expect(page.locator('html[data-desk]')).toHaveCount(0);
}

/** Waits until an island takes clicks. */
export async function ready(page: Page, island: string): Promise<void> {
  await page.locator(`.${island}[data-ready]`).waitFor();
}

/** Starts a run of a workflow and waits until it is open at `/runs/#…`. */
export async function startRun(page: Page, workflow: string, code?: string): Promise<void> {
  await page.goto(workflow);
  await ready(page, 'run-starter');
  if (code !== undefined) await page.getByLabel('项目编号').fill(code);
  await page.getByRole('button', { name: '开始一次执行' }).click();
  await page.waitForURL(/\/runs\/#[a-z0-9]+$/);
  await ready(page, 'runs');
}
