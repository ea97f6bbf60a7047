/** What the pages that show training fetch: revisions, moves, and the editions' words. */
import { currentName } from '../model/moves.ts';
import { parseReference } from '../model/reference.ts';
import type { MaterialChange, MaterialChanges, TrainingData } from '../model/training-data.ts';
import { SECTIONS, sectionTitle, type Section } from '../model/vocabulary.ts';
import { changedReferences } from '../schemas/edition.ts';
import { changePath } from './edition-parts.ts';
import { currentEdition } from './editions.ts';
import { FIRST_REVISION, revisionsOf } from './revisions.ts';
import type { Site } from './types.ts';

/** What is known of the references that plans and confirmations name. */
export function trainingDataOf(site: Site): TrainingData {
  const { moved, retired } = site.register;
  return {
    edition: currentEdition(site).number,
    handbooks: site.handbooks.map(({ slug }) => slug),
    sections: Object.fromEntries(
      SECTIONS.map((section) => [section, sectionTitle(section)]),
    ) as Record<Section, string>,
    revisions: Object.fromEntries(revisionsOf(site)),
    moved: moved.map(({ from, to }) => ({ from, to })),
    retired: Object.fromEntries(retired.map(({ ref, why }) => [ref, why])),
    holidays: site.holidays,
  };
}

/** The material changes since the first edition, by page. */
export function materialChangesOf(site: Site): MaterialChanges {
  const { editions, register } = site;
  const changes: Record<string, MaterialChange[]> = {};
  for (const edition of editions) {
    const { number, changes: all } = edition;
    if (number <= FIRST_REVISION) continue;
    for (const change of all) {
      if (!change.material) continue;
      const { what, why } = change;
      const names = changedReferences(change).map((ref) => currentName(register.moved, ref));
      const byPage = Map.groupBy(names, (name) => parseReference(name).page);
      const path = changePath(site, edition, change.ref);
      for (const [page, refs] of byPage) {
        (changes[page] ??= []).push({ edition: number, what, why, refs, path });
      }
    }
  }
  return changes;
}
