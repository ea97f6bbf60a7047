/** What a screen reader is given: part of a role's page, the search, and a run. */
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { COMPLAINT } from './run-fixtures.ts';

test('a role’s checklist as a screen reader has it', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await expect(page.locator('.duty-group').first()).toMatchAriaSnapshot({ name: 'role-group.yml' });
});

test('the search and what it found as a screen reader has them', async ({ page }) => {
  await page.goto(`${PAGES.search}#q=${encodeURIComponent('回扣')}`);
  await page.locator('[data-filled]').waitFor();
  await expect(page.locator('main')).toMatchAriaSnapshot({ name: 'search.yml' });
});

test('a run as a screen reader has it', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-20T10:00:00+08:00');
  await startRun(page, COMPLAINT, '2026-001');
  await expect(page.locator('.run')).toMatchAriaSnapshot({ name: 'run.yml' });
});
