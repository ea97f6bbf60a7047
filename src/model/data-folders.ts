/** The folders of a build below which data lies, for hosts, for the worker and for what writes it. */

/**
 * The address of a file in these holds a hash of what is in it: hosts and the worker keep it for good. Data
 * whose address stays the same from edition to edition lies in `CURRENT`, or an old edition's would be kept.
 */
export const HASHED_FOLDERS: readonly string[] = ['_astro', 'data'];

/** Data of the published edition, asked for again each time. */
export const CURRENT = 'current';
