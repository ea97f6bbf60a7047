/** The engines, and how each is got and started. */
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Browser } from 'puppeteer-core';
import { CACHE } from '../support/browser/debian.ts';
import { browserArgs, provideBrowser } from '../support/browser/index.ts';
import { provideFirefox } from '../support/browser/firefox.ts';
import { SIZE, type Ground, type Running } from './engine.ts';
import { provideFloor } from './floor.ts';
import { drivenByPuppeteer } from './puppeteer.ts';
import { provideWebKit, startWebKit } from './webkit.ts';

export interface Engine {
  /** Gets it if need be, and starts it. @throws Error of one line when it cannot be had */
  start(ground: Ground): Promise<Running>;
  /** Steps that it cannot do, each with the reason. */
  readonly cannot: Readonly<Record<string, string>>;
  /** Whether it has the Popover API, which the site does without where it is missing. */
  readonly hasPopover: boolean;
}

/** Where the fonts of the suite lie, of any set. */
const FONTS = [fileURLToPath(new URL('../../node_modules/', import.meta.url)), `${CACHE}/`].join(
  ',',
);

const STILL = ['--force-prefers-reduced-motion'];

export const ENGINES: Readonly<Record<string, Engine>> = {
  Chromium: {
    start: async ({ env, downloads }) => {
      const { executablePath, args, env: its } = provideBrowser().launch;
      const browser = await launch({
        executablePath,
        // Puppeteer loses a page that was rendered ahead and left again; `browser/prerender` looks at those.
        args: [...args, '--disable-features=Prerender2', ...STILL],
        env: { ...its, ...env },
        defaultViewport: SIZE,
      });
      await saveIn(browser, downloads);
      return drivenByPuppeteer(browser);
    },
    cannot: {},
    hasPopover: true,
  },
  'Chromium 109': {
    start: async ({ env, downloads }) => {
      const { path, puppeteer } = await provideFloor();
      const browser = await puppeteer.launch({
        executablePath: path,
        args: [...browserArgs(), '--no-zygote', ...STILL],
        env,
        defaultViewport: SIZE,
      });
      await saveIn(browser, downloads);
      // Without a window there is nobody to ask, and it refuses.
      const session = await browser.target().createCDPSession();
      await session.send('Browser.grantPermissions', { permissions: ['clipboardSanitizedWrite'] });
      return drivenByPuppeteer(browser);
    },
    cannot: { 'back cache': 'without a window it keeps no page that was left' },
    hasPopover: false,
  },
  Firefox: {
    start: async ({ env, downloads }) => {
      const { path, libraries } = provideFirefox();
      const paths = [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
      const browser = await launch({
        browser: 'firefox',
        executablePath: path,
        env: { ...env, ...(paths ? { LD_LIBRARY_PATH: paths } : {}) },
        defaultViewport: SIZE,
        extraPrefsFirefox: {
          'browser.download.folderList': 2,
          'browser.download.dir': downloads,
          'ui.prefersReducedMotion': 1,
          // Its pages may read fonts in few places; without this all text is boxes.
          'security.sandbox.content.read_path_whitelist': FONTS,
        },
      });
      return drivenByPuppeteer(browser);
    },
    cannot: {},
    hasPopover: true,
  },
  WebKit: {
    start: (ground) => {
      provideWebKit();
      return startWebKit(ground);
    },
    cannot: { console: 'WebDriver does not tell of it' },
    hasPopover: true,
  },
};

/** Chromium saves what is downloaded in a folder, and asks nobody. */
async function saveIn(browser: Browser, folder: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}
