/** The editions, as readers see them. */
import type { Edition, EditionChange } from '../schemas/edition.ts';
import { destinationOf, type Destination } from './former-pages.ts';
import type { PublishedEdition, Site } from './types.ts';

export interface ShownChange extends EditionChange {
  /** Absent when what changed is gone for good. */
  readonly to?: Destination;
}

/** The edition that is published now. @throws Error when there is none */
export function currentEdition(site: Site): PublishedEdition {
  const newest = site.editions[0];
  if (!newest) throw new Error('content/editions/ has no edition; the first one is 1.yaml');
  return newest;
}

/** The changes of an edition with where each leads. */
export function changesOf(site: Site, edition: Edition): ShownChange[] {
  return edition.changes.map((change) => {
    const to = destinationOf(site, change.ref);
    return { ...change, ...(to ? { to } : {}) };
  });
}
