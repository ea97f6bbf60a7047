import type { Page } from '@playwright/test';
import { PAGES, ready, startRun } from '../../tests/browser/fixtures.ts';
import { asList, COMPLAINT, decide } from '../../tests/browser/run-fixtures.ts';

/** What brings each kind of page to be seen into the state in which it is drawn, by file name. */
export const KINDS: Record<string, (page: Page) => Promise<unknown>> = {
  home: (page) => page.goto(PAGES.home),
  'home-returning': async (page) => {
    await someRuns(page);
    await page.goto(PAGES.home);
    await page.getByLabel('我的岗位').selectOption('agency/roles/account-executive');
  },
  'today-empty': (page) => page.goto(PAGES.today),
  today: async (page) => {
    await someRuns(page);
    await page.goto(PAGES.today);
    await page.getByLabel('我的岗位').selectOption('agency/roles/account-executive');
    await page.locator('.today').waitFor();
  },
  'overview-agency': (page) => page.goto('./agency/'),
  'overview-service': (page) => page.goto('./service/'),
  'overview-key-accounts': (page) => page.goto('./key-accounts/'),
  role: async (page) => {
    await page.goto(PAGES.role);
    await ready(page, 'checklist');
    await page.locator('.tick__box').first().check();
  },
  'role-today': async (page) => {
    await page.goto(`${PAGES.role}#daily`);
    await ready(page, 'checklist');
  },
  appraisal: (page) => page.goto('./print/agency/roles/account-executive/'),
  workflow: (page) => page.goto(PAGES.workflow),
  technique: (page) => page.goto(PAGES.technique),
  rules: (page) => page.goto(PAGES.rules),
  glossary: (page) => page.goto(PAGES.glossary),
  sources: (page) => page.goto(PAGES.sources),
  editions: (page) => page.goto(PAGES.editions),
  'runs-empty': (page) => page.goto(PAGES.runs),
  'runs-filled': async (page) => {
    await someRuns(page);
    await page.goto(PAGES.runs);
  },
  'run-steps': (page) => startRun(page, PAGES.workflow, '2026-031'),
  'run-list': async (page) => {
    await startRun(page, PAGES.workflow, '2026-031');
    await asList(page);
    for (const box of (await page.locator('.run-steps .tick__box').all()).slice(0, 3)) {
      await box.check();
    }
    await decide(page.locator('.gate').first());
  },
  progress: async (page) => {
    await someRuns(page);
    await page.goto(PAGES.progress);
    await ready(page, 'records');
  },
  'search-empty': (page) => page.goto(PAGES.search),
  'search-found': async (page) => {
    await page.goto(`${PAGES.search}#q=${encodeURIComponent('客户档案')}`);
    await page.locator('[data-filled]').waitFor();
  },
  missing: (page) => page.goto(PAGES.missing),
};

async function someRuns(page: Page): Promise<void> {
  await startRun(page, PAGES.workflow, '2026-031');
  // Not check(): the page moves on to the next step, whose box is empty.
  await page.locator('.run-step .tick__box').first().click();
  await startRun(page, COMPLAINT, '2026-032');
  await page.goto(PAGES.role);
}
