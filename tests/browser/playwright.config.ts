import { defineConfig } from '@playwright/test';
import { browserArgs } from '../support/browser/index.ts';

/** Run by `npm run test:browser`, which builds, serves and finds the browser. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // Nothing is timed here: a busy machine may take its time.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  use: {
    // The fixture's site; what must hold for the published handbook uses `PUBLISHED`.
    baseURL: process.env['FIXTURE_URL'] ?? '',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A page that still scrolls smoothly lets a click land beside its target.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '',
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        ...browserArgs(),
      ],
    },
    screenshot: 'only-on-failure',
    // A trace makes every test longer: kept when it is asked for.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
  },
});
