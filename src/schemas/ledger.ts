import { z } from 'astro/zod';
import { parse } from 'yaml';
import { handbookSlugSchema } from './site.ts';

/** Keys of the ledger that are no handbook's. */
export const NO_STATEMENTS: ReadonlySet<string> = new Set(['documents', 'about']);

/** What there is to say of a handbook's documents as a whole, by handbook; for a content loader. */
export function parseAbout(text: string): Record<string, { text: string }> {
  const { about } = ledgerIn(text) as { about?: Record<string, string> };
  return Object.fromEntries(
    Object.entries(about ?? {}).map(([id, words]) => [id, { text: words }]),
  );
}

/** A source document: one of the old manuals. */
export const documentSchema = z.strictObject({
  title: z.string().min(2),
  handbook: handbookSlugSchema,
  /** How it relates to the others, and what is wrong with it. */
  note: z.string().optional(),
});
export type SourceDocument = z.infer<typeof documentSchema>;

/** A sentence or two on a handbook's documents as a whole. */
export const aboutSchema = z.strictObject({ text: z.string().min(2) });
export type SourcesAbout = z.infer<typeof aboutSchema>;

/** One statement that the old manuals make, restated. */
export const statementSchema = z.strictObject({
  handbook: handbookSlugSchema,
  /** Place in the ledger, from 0. */
  order: z.number().int().nonnegative(),
  /** The documents that say it: `S1`, … */
  src: z.array(z.string().regex(/^S\d+$/)).min(1),
  fact: z.string().min(2),
  /** What the editor must know: garbled, silent, needs care. */
  note: z.string().optional(),
});
export type SourceStatement = z.infer<typeof statementSchema>;

/** The documents of the ledger's YAML, by id, for a content loader. */
export function parseDocuments(text: string): Record<string, Record<string, unknown>> {
  const { documents } = ledgerIn(text) as { documents?: Record<string, Record<string, unknown>> };
  return documents ?? {};
}

/** The statements of the ledger's YAML, whatever they are grouped by, for a content loader. */
export function parseStatements(text: string): Record<string, unknown>[] {
  const ledger = ledgerIn(text);
  return Object.keys(ledger)
    .filter((key) => !NO_STATEMENTS.has(key))
    .sort()
    .flatMap((handbook) =>
      statementsIn(ledger[handbook]).map((statement) => ({ ...statement, handbook })),
    )
    .map((statement, order) => ({ ...statement, order }));
}

/** A company without old manuals has an empty ledger. */
function ledgerIn(text: string): Record<string, unknown> {
  return (parse(text) ?? {}) as Record<string, unknown>;
}

function statementsIn(node: unknown): Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('id' in node && 'fact' in node) return [node as Record<string, unknown>];
  return Object.values(node).flatMap(statementsIn);
}
