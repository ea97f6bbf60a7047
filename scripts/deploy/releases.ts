/**
 * Puts builds on a server, so that no reader meets half of one: each is copied to a folder of its own,
 * and a link is moved to it in one step. Pages that are open still ask for the hashed files they were
 * built with, so those of the edition before stay for as long as the next one stands.
 *
 *     <target>/current               a link to the site that is served
 *     <target>/releases/<n>/site/    a build, with the hashed files of the one served beside it
 *     <target>/releases/<n>/own.json the hashed files that are its own
 */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { HASHED_FOLDERS } from '../../src/model/data-folders.ts';

/** How many releases are kept, the one that is served among them. */
export const KEPT = 3;

/**
 * Publishes a build.
 *
 * @param build folder with the build; under a base path the folder that holds that path
 * @param target folder on the server
 * @returns the number of the release
 * @throws Error when the folder holds no build
 */
export function publish(build: string, target: string): number {
  if (hashedFolders(build).length === 0) {
    throw new Error(`${build} holds no build: there is no ${HASHED_FOLDERS[0]} in it`);
  }
  const releases = join(target, 'releases');
  mkdirSync(releases, { recursive: true });
  const number = Math.max(0, ...numbers(target)) + 1;
  const partial = join(releases, `${number}.partial`);
  rmSync(partial, { recursive: true, force: true });
  cpSync(build, join(partial, 'site'), { recursive: true });
  writeFileSync(join(partial, 'own.json'), JSON.stringify(hashedFiles(join(partial, 'site'))));
  renameSync(partial, join(releases, String(number)));
  const before = served(target);
  if (before !== undefined) lendFiles(target, before, number);
  serve(target, number);
  for (const old of numbers(target).slice(0, -KEPT)) {
    if (old !== served(target)) rmSync(join(releases, String(old)), { recursive: true });
  }
  return number;
}

/**
 * Goes back to the release before the one that is served. Pages of the newer one that are open go on
 * finding their files.
 *
 * @returns the number of the release that is served now
 * @throws Error when there is none before
 */
export function back(target: string): number {
  const now = served(target);
  const before = numbers(target).findLast((number) => now !== undefined && number < now);
  if (now === undefined || before === undefined) {
    throw new Error(`There is no release in ${target} to go back to`);
  }
  lendFiles(target, now, before);
  serve(target, before);
  return before;
}

/** The number of the release that is served; `undefined` before the first. */
export function served(target: string): number | undefined {
  const link = join(target, 'current');
  if (!existsSync(link)) return undefined;
  return Number(basename(dirname(readlinkSync(link))));
}

/** The releases there are, oldest first. */
function numbers(target: string): number[] {
  return readdirSync(join(target, 'releases'))
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** Puts the hashed files that are a release's own into another one, where they are not there yet. */
function lendFiles(target: string, from: number, to: number): void {
  const [lender, borrower] = [from, to].map((each) => join(target, 'releases', String(each)));
  if (lender === undefined || borrower === undefined) return;
  const own = JSON.parse(readFileSync(join(lender, 'own.json'), 'utf8')) as string[];
  for (const file of own) {
    const place = join(borrower, 'site', file);
    if (existsSync(place)) continue;
    mkdirSync(dirname(place), { recursive: true });
    // A second name of the same file takes no space.
    linkSync(join(lender, 'site', file), place);
  }
}

/** Moves the link in one step: there is no moment without a site. */
function serve(target: string, number: number): void {
  const next = join(target, 'current.next');
  rmSync(next, { force: true });
  symlinkSync(join('releases', String(number), 'site'), next);
  renameSync(next, join(target, 'current'));
}

/** Paths of the hashed files of a site. */
function hashedFiles(site: string): string[] {
  return hashedFolders(site).flatMap((folder) =>
    readdirSync(join(site, folder), { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1)),
  );
}

/** The folders with hashed files, at the root of a site or below a base path. */
function hashedFolders(site: string): string[] {
  const found: string[] = [];
  const look = (folder: string, depth: number) => {
    for (const entry of readdirSync(join(site, folder), { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const path = join(folder, entry.name);
      if (HASHED_FOLDERS.includes(entry.name) && existsSync(join(site, folder, '404.html'))) {
        found.push(path);
      } else if (depth < 2) look(path, depth + 1);
    }
  };
  look('', 0);
  return found;
}
