import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runPackage } from '../run-package.ts';
import { unpacked, unpackPackage } from './debian.ts';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chrome', 'chromium', 'chromium-browser'];

const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** An executable, and where it looks for libraries that the machine does not have. */
export interface Chromium {
  readonly path: string;
  readonly libraries?: string;
}

/**
 * Finds a Chromium to test with, or gets one: the one that CHROMIUM_PATH names, an installed Chrome or
 * Chromium, Playwright's own download, then Debian's package, unpacked into the user's cache.
 *
 * @throws Error of one line that says what to do
 */
export function provideChromium(): Chromium {
  const found = installed() ?? downloaded() ?? inFolder(unpacked('chromium'));
  if (found) return found;
  console.log('No Chromium found: trying to download the one of Playwright');
  runPackage('playwright', ['install', 'chromium-headless-shell', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
  });
  const fetched = downloaded();
  if (fetched) return fetched;
  console.log('No download to be had: trying the package chromium of Debian');
  const packaged = inFolder(unpackPackage('chromium', ['chromium-common']));
  if (packaged) return packaged;
  throw new Error(
    'No Chromium for the browser tests: install Chrome or Chromium, or set CHROMIUM_PATH to its executable.',
  );
}

function installed(): Chromium | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return { path: named };
    throw new Error(`CHROMIUM_PATH is "${named}", where there is no file.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = [...paths, ...MAC_APPS].find((each) => existsSync(each));
  return path === undefined ? undefined : { path };
}

function downloaded(): Chromium | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? { path } : undefined;
}

/** The one of an unpacked package. The script that the package has for a start looks outside its folder. */
function inFolder(folder: string | undefined): Chromium | undefined {
  const path = folder && join(folder, 'usr/lib/chromium/chromium');
  if (!path || !existsSync(path)) return undefined;
  const libraries = globSync([join(folder, 'usr/lib/*-linux-*'), join(folder, 'lib/*-linux-*')]);
  return { path, libraries: libraries.join(delimiter) };
}
