import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chrome', 'chromium', 'chromium-browser'];

const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium to test with, or gets one: an installed Chrome or Chromium first, then
 * Playwright's own download, then the system's package manager when root.
 *
 * @returns path of the executable
 * @throws Error of one line that says what to do
 */
export function provideChromium(): string {
  const found = installed() ?? downloaded();
  if (found) return found;
  console.log('No Chromium found: trying to download the one of Playwright');
  run('npx', ['playwright', 'install', 'chromium-headless-shell', 'chromium'], 300_000);
  const fetched = downloaded();
  if (fetched) return fetched;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('No download to be had: installing the package chromium with apt-get');
    run('apt-get', ['update'], 300_000);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 900_000);
    const packaged = installed();
    if (packaged) return packaged;
  }
  throw new Error(
    'No Chromium for the browser tests: install Chrome or Chromium, or set CHROMIUM_PATH to its executable.',
  );
}

function installed(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", where there is no file.`);
  }
  for (const name of NAMES) {
    const path = onPath(name);
    if (path) return path;
  }
  return MAC_APPS.find((path) => existsSync(path));
}

function downloaded(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Runs a command; that it failed shows in what is there afterwards. */
function run(command: string, args: string[], timeout: number): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
