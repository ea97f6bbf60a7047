/** The browser that tests, benches and the printing of handbooks run in, and the fonts that it sees. */
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { chromium } from '@playwright/test';
import { provideChromium } from './chromium.ts';
import { provideFonts, wantedFonts, type Fonts, type FontSet } from './fonts.ts';

/** Options for the `launch` of Playwright and of puppeteer. */
interface Launch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

export interface Browser {
  readonly launch: Launch;
  readonly fonts: Fonts;
  /** What it says of itself: `Chromium 156.0…`. */
  readonly version: string;
}

const provided = new Map<FontSet, Browser>();

/**
 * Finds a Chromium, or gets one, and sets up a set of fonts.
 *
 * @param set the one that HANDBOOK_FONTS names, when left out
 * @throws Error of one line that says what is missing
 */
export function provideBrowser(set = wantedFonts()): Browser {
  const known = provided.get(set);
  if (known) return known;
  const plain = plainLaunch();
  const fonts = provideFonts(set);
  const launch = { ...plain, env: { ...plain.env, FONTCONFIG_FILE: fonts.configuration } };
  const { executablePath: path, env } = launch;
  const { stdout, stderr, error } = spawnSync(path, ['--version'], { encoding: 'utf8', env });
  const version = stdout?.trim();
  if (!version) throw new Error(`${path} does not start: ${error?.message ?? stderr}`);
  const browser = { launch, fonts, version };
  provided.set(set, browser);
  return browser;
}

/** Options that start the browser with the fonts of the machine. @throws Error when there is none */
export function plainLaunch(): Launch {
  const { path, libraries } = provideChromium();
  const paths = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  const env = {
    ...(process.env as Record<string, string>),
    ...(paths ? { LD_LIBRARY_PATH: paths } : {}),
  };
  return { executablePath: path, args: browserArgs(), env };
}

/** The environment of a test runner that starts the browser: CHROMIUM_PATH says which, HANDBOOK_FONTS what it sees. */
export function browserEnv(set = wantedFonts()): Record<string, string> {
  const { env, executablePath } = provideBrowser(set).launch;
  return { ...env, CHROMIUM_PATH: executablePath, HANDBOOK_FONTS: set };
}

/** As root, Chromium starts without its sandbox only. */
export function browserArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Starts the browser and sees which font it draws Chinese text with.
 *
 * @returns a line that says the browser, its version and the fonts
 * @throws Error of one line when it draws with another font than it should
 */
export async function describeBrowser({ launch, fonts, version }: Browser): Promise<string> {
  const browser = await chromium.launch(launch);
  try {
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.setContent('<p lang="zh-CN" style="font-family: sans-serif">客户部工作手册</p>');
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: 'p',
    });
    const { fonts: used } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const families = used.map(({ familyName }) => familyName).join(', ');
    if (process.platform !== 'linux') {
      return `${version}, ${launch.executablePath}\nfonts of the system; Chinese text: ${families}`;
    }
    // A weight may have a name of its own: Noto Sans S Chinese Regular.
    if (!families.startsWith(fonts.family)) {
      throw new Error(
        `Chinese text is drawn with ${families || 'no font'} instead of ${fonts.family}: the browser does not read ${fonts.configuration}.`,
      );
    }
    return `${version}, ${launch.executablePath}\nfonts “${fonts.set}”: ${fonts.line}`;
  } finally {
    await browser.close();
  }
}
