/** What of the shared content goes with the handbooks that are published: terms, editions, sources. */
import type { HandbookSlug } from '../model/handbook-slug.ts';
import { PLANS_PAGE } from '../model/plan-slug.ts';
import { parseReference } from '../model/reference.ts';
import type { Edition } from '../schemas/edition.ts';
import type { SourceDocument, SourcesAbout, SourceStatement } from '../schemas/ledger.ts';
import type { AuthoredPlan } from '../schemas/plan.ts';
import type { Regulation } from '../schemas/regulation.ts';
import type { Term } from '../schemas/term.ts';
import { termsInBody } from './terms.ts';
import type { PublishedEdition, SourceEntry } from './types.ts';

/**
 * The terms of the published handbooks, and those that their prose names.
 *
 * @param bodies the prose of all that is published
 */
export function publishedTerms(
  terms: readonly SourceEntry<Omit<Term, 'id'>>[],
  handbooks: readonly HandbookSlug[],
  bodies: readonly string[],
): Term[] {
  const named = new Set(bodies.flatMap(termsInBody));
  return terms
    .map(({ id, data }) => ({ ...data, id }))
    .filter(({ id, handbooks: owners }) => named.has(id) || owners.some(isOneOf(handbooks)))
    .map((term) => ({ ...term, handbooks: term.handbooks.filter(isOneOf(handbooks)) }));
}

/**
 * The editions, the newest first. One that changed nothing of what is published is left out, but for the
 * newest, which is the one that is read.
 */
export function publishedEditions(
  editions: readonly SourceEntry<Edition>[],
  leftOut: readonly HandbookSlug[],
  terms: readonly Term[],
  plans: readonly SourceEntry<AuthoredPlan>[],
): PublishedEdition[] {
  const isPublished = (reference: string): boolean => {
    const { page, id } = parseReference(reference);
    const [top = ''] = page.split('/');
    if (leftOut.includes(top)) return false;
    // A term or a plan that was retired stands nowhere, and is told of all the same.
    if (leftOut.length === 0 || !id) return true;
    if (top === PLANS_PAGE) return plans.some((plan) => plan.id === id);
    return top !== 'glossary' || terms.some((t) => t.id === id);
  };
  return editions
    .map(({ data }) => {
      const changes = data.changes.filter(({ ref }) => isPublished(ref));
      return changes.length < data.changes.length ? { ...data, changes, isPart: true } : data;
    })
    .sort((a, b) => b.number - a.number)
    .filter(({ changes }, index) => index === 0 || changes.length > 0);
}

/** The laws and rules that concern the published handbooks. */
export function publishedRegulations(
  regulations: readonly SourceEntry<Omit<Regulation, 'id'>>[],
  handbooks: readonly HandbookSlug[],
): Regulation[] {
  return regulations
    .map(({ id, data }) => ({ ...data, id }))
    .filter(({ handbooks: owners }) => owners.some(isOneOf(handbooks)));
}

/** The plans for roles that are published, by slug. */
export function publishedPlans(
  plans: readonly SourceEntry<AuthoredPlan>[],
  leftOut: readonly HandbookSlug[],
): SourceEntry<AuthoredPlan>[] {
  return plans
    .filter(({ data: { role } }) => !leftOut.includes(role.split('/')[0] ?? ''))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The part of the ledger that the published handbooks are made from. */
export function publishedSources(
  sources: {
    readonly documents: readonly SourceEntry<SourceDocument>[];
    readonly statements: readonly SourceEntry<SourceStatement>[];
    readonly about: readonly SourceEntry<SourcesAbout>[];
  },
  handbooks: readonly HandbookSlug[],
): typeof sources {
  const isTheirs = ({ data }: { readonly data: { readonly handbook: HandbookSlug } }) =>
    handbooks.includes(data.handbook);
  return {
    documents: sources.documents.filter(isTheirs),
    statements: sources.statements.filter(isTheirs),
    about: handbooks.flatMap((slug) => sources.about.find(({ id }) => id === slug) ?? []),
  };
}

function isOneOf(handbooks: readonly HandbookSlug[]): (slug: HandbookSlug) => boolean {
  return (slug) => handbooks.includes(slug);
}
