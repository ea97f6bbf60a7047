import { z } from 'astro/zod';
import { parse } from 'yaml';
import { HANDBOOKS } from '../model/vocabulary.ts';

/** A source document: one of the old manuals. */
export const documentSchema = z.strictObject({
  title: z.string().min(2),
  handbook: z.enum(HANDBOOKS),
  /** How it relates to the others, and what is wrong with it. */
  note: z.string().optional(),
});
export type SourceDocument = z.infer<typeof documentSchema>;

/** One statement that the old manuals make, restated. */
export const statementSchema = z.strictObject({
  handbook: z.enum(HANDBOOKS),
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
  return (parse(text) as { documents: Record<string, Record<string, unknown>> }).documents;
}

/** The statements of the ledger's YAML, whatever they are grouped by, for a content loader. */
export function parseStatements(text: string): Record<string, unknown>[] {
  const ledger = parse(text) as Record<string, unknown>;
  return HANDBOOKS.flatMap((handbook) =>
    statementsIn(ledger[handbook]).map((statement) => ({ ...statement, handbook })),
  ).map((statement, order) => ({ ...statement, order }));
}

function statementsIn(node: unknown): Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('id' in node && 'fact' in node) return [node as Record<string, unknown>];
  return Object.values(node).flatMap(statementsIn);
}
