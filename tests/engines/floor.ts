import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { CACHE } from '../support/browser/debian.ts';

/** The oldest Chromium that the site is for, and the puppeteer of its time. */
export interface Floor {
  readonly path: string;
  readonly puppeteer: typeof import('puppeteer-core');
}

const LOCKED = fileURLToPath(new URL('floor/', import.meta.url));

/**
 * Finds the Chromium, or gets it: 60 MB from npm, unpacked into the user's cache. What comes is what
 * `floor/package-lock.json` has the sums of.
 *
 * @throws Error of one line that says what to do
 */
export async function provideFloor(): Promise<Floor> {
  const lock = readFileSync(join(LOCKED, 'package-lock.json'), 'utf8');
  const version = /"@sparticuz\/chromium": "([^"]+)"/.exec(lock)?.[1] ?? '';
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) fetchInto(folder);
  const puppeteer = pathToFileURL(
    join(folder, 'node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js'),
  );
  return {
    path: join(folder, 'chromium'),
    puppeteer: ((await import(puppeteer.href)) as { default: Floor['puppeteer'] }).default,
  };
}

function fetchInto(folder: string): void {
  console.log('Fetching the oldest Chromium that the site is for, from npm');
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    cpSync(join(LOCKED, name), join(partial, name));
  }
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: partial,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
  });
  if (status !== 0) throw new Error(`npm cannot get what ${LOCKED}package-lock.json names.`);
  const packed = join(partial, 'node_modules/@sparticuz/chromium/bin/chromium.br');
  writeFileSync(join(partial, 'chromium'), brotliDecompressSync(readFileSync(packed)), {
    mode: 0o755,
  });
  rmSync(packed);
  // Under its name only once it is whole.
  renameSync(partial, folder);
}
