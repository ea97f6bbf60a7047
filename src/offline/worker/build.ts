/** What is known of the build that this worker was published with. */
import { cachePrefix } from '../shared/names.ts';
import { SUMMARY_FILE, type Entry } from '../shared/manifest.ts';

/** `build/publish.ts` puts it in. */
declare const OFFLINE_SETTINGS: {
  readonly base: string;
  readonly siteKey: string;
  readonly edition: number;
  readonly handbooks: readonly string[];
};

const { base, siteKey, edition, handbooks } = OFFLINE_SETTINGS;

export const EDITION = edition;
export const HANDBOOKS = handbooks;

/** Absolute address of the site's home page. */
export const SITE_ADDRESS = new URL(base, location.origin).href;

/** What the names of the site's caches begin with. */
export const PREFIX = cachePrefix(siteKey, base);

/** Of the summary, which says the version of the build. */
export const versionOf = (entries: readonly Entry[]): string =>
  entries.find(({ url }) => url === SUMMARY_FILE)?.revision ?? '';
