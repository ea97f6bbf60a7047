import { defineConfig } from '@playwright/test';
import tests from '../../tests/browser/playwright.config.ts';

/** Run by `npm run shots`: the browser of the tests, one page after the other, no trace. */
export default defineConfig({
  ...tests,
  testDir: '.',
  timeout: 60_000,
  reporter: 'line',
  use: { ...tests.use, trace: 'off' },
});
