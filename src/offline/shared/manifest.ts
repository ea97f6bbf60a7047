/** What a build's worker knows of its files: `build/publish.ts` lists them, the worker keeps them. */

import { CURRENT, HASHED_FOLDERS } from '../../model/data-folders.ts';

/** A file that can be kept on the device. */
export interface Entry {
  /** Below the base path, without a slash in front; a page ends in `/`, the home page is empty. */
  readonly url: string;
  /** The first sixteen hexadecimal digits of the SHA-256 of what is in it. */
  readonly revision: string;
  /** Size as it lies on the device. */
  readonly bytes: number;
}

/** What is kept and removed together: a handbook by its slug, or what all handbooks need. */
export type Group = string;
export const SITE: Group = 'site';

/** Sizes of a group: bytes as they lie on the device, and as they come over the network when packed. */
export interface GroupSize {
  readonly files: number;
  readonly bytes: number;
  readonly download: number;
}

/** What the page that offers keeping is told of a build, beside its pages. */
export interface Summary {
  readonly edition: number;
  /** Changes with any file of the build. */
  readonly version: string;
  readonly groups: Readonly<Record<Group, GroupSize>>;
}

/** Where the summary lies, and what the worker is called, below the base path. */
export const SUMMARY_FILE = 'offline.json';
export const WORKER_FILE = 'sw.js';
/** The page that stands for pages that are not kept. */
export const MISSING_PAGE = 'offline/';

/** The pack of small files lies in this folder, under a name that changes with them. */
export const PACK_FOLDER = 'data/offline/';

/** Pages that are looked at one by one with a network: copies for paper, and the sources' own words. */
const NEVER_KEPT = /^(print|sources|og)\/|^404\.html$/;

/** Small files that come in the pack: the search's, and the definitions of terms. */
const PACKED = /^data\/search\/|^glossary\/[^/]+\.json$/;

/** The group of a file; absent: it is never kept. */
export function groupOf(url: string, handbooks: readonly string[]): Group | undefined {
  if (NEVER_KEPT.test(url)) return undefined;
  const [top = '', next = ''] = url.split('/');
  if (handbooks.includes(top)) return top;
  const isData = top === 'data' || top === CURRENT;
  return isData && handbooks.includes(next) ? next : SITE;
}

/** True for a file that is the same in every edition that has it. */
export function isHashed(url: string): boolean {
  return HASHED_FOLDERS.some((folder) => url.startsWith(`${folder}/`));
}

/** True for a file that comes in the pack. */
export function isPacked(url: string): boolean {
  return PACKED.test(url);
}

/** What has to be kept for some handbooks: theirs, and what all need. */
export function neededFor(
  entries: readonly Entry[],
  handbooks: readonly string[],
  wanted: readonly string[],
): Entry[] {
  if (wanted.length === 0) return [];
  return entries.filter(({ url }) => {
    const group = groupOf(url, handbooks);
    return group === SITE || (group !== undefined && wanted.includes(group));
  });
}

/**
 * Which of the chosen handbooks are kept whole.
 *
 * @param kept urls of what is there
 */
export function keptWhole(
  entries: readonly Entry[],
  handbooks: readonly string[],
  chosen: readonly string[],
  kept: ReadonlySet<string>,
): string[] {
  return chosen.filter(
    (handbook) =>
      handbooks.includes(handbook) &&
      neededFor(entries, handbooks, [handbook]).every(({ url }) => kept.has(url)),
  );
}

/** How much is there of what a choice needs, in bytes. */
export function shareKept(
  needed: readonly Entry[],
  kept: ReadonlySet<string>,
): { readonly done: number; readonly total: number } {
  let [done, total] = [0, 0];
  for (const { url, bytes } of needed) {
    total += bytes;
    if (kept.has(url)) done += bytes;
  }
  return { done, total };
}
