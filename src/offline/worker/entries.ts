/** The files of this worker's build. Read by the worker that keeps them alone: the list is put in once. */
import type { Entry } from '../shared/manifest.ts';
import { versionOf } from './build.ts';

export const ENTRIES: readonly Entry[] = (
  self as unknown as { readonly __WB_MANIFEST: readonly Entry[] }
).__WB_MANIFEST;

export const BY_URL: ReadonlyMap<string, Entry> = new Map(
  ENTRIES.map((entry) => [entry.url, entry]),
);

export const VERSION = versionOf(ENTRIES);
