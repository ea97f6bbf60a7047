import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpacked, unpackPackage } from './debian.ts';

/** An executable, and where it looks for libraries that the machine does not have. */
export interface Firefox {
  readonly path: string;
  readonly libraries?: string;
}

/**
 * Finds a Firefox, or gets one: the one that FIREFOX_PATH names, an installed one, then Debian's package,
 * unpacked into the user's cache.
 *
 * @throws Error of one line that says what to do
 */
export function provideFirefox(): Firefox {
  const found = installed() ?? inFolder(unpacked('firefox-esr'));
  if (found) return found;
  console.log('No Firefox found: trying the package firefox-esr of Debian');
  const packaged = inFolder(unpackPackage('firefox-esr'));
  if (packaged) return packaged;
  throw new Error('No Firefox found: install firefox-esr, or set FIREFOX_PATH to its executable.');
}

function installed(): Firefox | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (named) {
    if (existsSync(named)) return { path: named };
    throw new Error(`FIREFOX_PATH is "${named}", where there is no file.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const path = ['firefox-esr', 'firefox']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((each) => existsSync(each));
  return path === undefined ? undefined : { path };
}

function inFolder(folder: string | undefined): Firefox | undefined {
  const path = folder && join(folder, 'usr/lib/firefox-esr/firefox-esr');
  if (!path || !existsSync(path)) return undefined;
  return { path, libraries: globSync(join(folder, 'usr/lib/*-linux-*')).join(delimiter) };
}
