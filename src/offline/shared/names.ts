/**
 * Names of the caches. Sites on one origin share them, so they carry the site's key and its base path:
 * `khb:offline:/:` is what all caches of a site at the root begin with.
 */
export const cachePrefix = (siteKey: string, base: string) => `${siteKey}:offline:${base}:`;

/** The cache of one build. @param version of the build */
export const editionCache = (prefix: string, version: string) => `${prefix}edition:${version}`;

/** What the worker remembers. */
export const memoryCache = (prefix: string) => `${prefix}memory`;
