/**
 * Revisions: which edition last changed something in a way that readers have to act on. Confirmations of
 * what was read stand on them, and pages mark what the newest edition changed.
 */
import { currentName } from '../model/moves.ts';
import { parseReference } from '../model/reference.ts';
import type { ChangeKind } from '../model/vocabulary.ts';
import { changedReferences } from '../schemas/edition.ts';
import { changePath } from './edition-parts.ts';
import type { Site } from './types.ts';

/** The revision of everything that no material change has touched since the first edition. */
export const FIRST_REVISION = 1;

/**
 * Revisions above the first, by the present reference. An item's is the number of the newest edition with a
 * material change of it; a page's is the greatest of its own and its items'. What was moved keeps its own.
 */
export function revisionsOf({ editions, register }: Site): ReadonlyMap<string, number> {
  const revisions = new Map<string, number>();
  const raise = (reference: string, number: number) =>
    revisions.set(reference, Math.max(number, revisions.get(reference) ?? FIRST_REVISION));
  for (const { number, changes } of editions) {
    if (number <= FIRST_REVISION) continue;
    for (const change of changes) {
      if (!change.material) continue;
      for (const ref of changedReferences(change)) {
        const name = currentName(register.moved, ref);
        raise(name, number);
        raise(parseReference(name).page, number);
      }
    }
  }
  return revisions;
}

/** That the newest edition changed something. */
export interface ChangeMark {
  readonly edition: number;
  readonly kind: ChangeKind;
  /** Where the edition tells of it: root-relative path with fragment, without the base. */
  readonly path: string;
}

const marks = new WeakMap<Site, ReadonlyMap<string, ChangeMark>>();

/** What the newest edition says of a page's own text, or of an item; nothing in the first edition. */
export function changeMarkOf(site: Site, reference: string): ChangeMark | undefined {
  const known = marks.get(site) ?? marksOf(site);
  marks.set(site, known);
  return known.get(reference);
}

function marksOf(site: Site): ReadonlyMap<string, ChangeMark> {
  const { editions, register } = site;
  const [newest] = editions;
  if (!newest || newest.number <= FIRST_REVISION) return new Map();
  return new Map(
    newest.changes.flatMap((change) =>
      changedReferences(change).map((ref) => [
        currentName(register.moved, ref),
        { edition: newest.number, kind: change.kind, path: changePath(site, newest, change.ref) },
      ]),
    ),
  );
}
