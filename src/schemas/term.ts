import { z } from 'astro/zod';
import { parse } from 'yaml';
import { idSchema, provenanceShape, sentenceSchema } from './common.ts';
import { handbookSlugSchema } from './site.ts';

/** An entry of the glossary: one word of the trade, defined for a newcomer. */
export const termSchema = z.strictObject({
  /** Its anchor in the glossary: never change it once published. */
  id: idSchema,
  term: z.string().trim().min(1).max(16),
  /** Full pinyin without tones or spaces: sorts the glossary, and finds the term. */
  pinyin: z.string().regex(/^[a-z0-9]+$/),
  /** Other names a reader may know. */
  aliases: z.array(z.string().trim().min(1)).default([]),
  /** Two sentences. */
  definition: sentenceSchema,
  /** Whose word it is, by the handbooks' folders. */
  handbooks: z.array(handbookSlugSchema).min(1),
  /** Pages or items that explain or use it, as full references. */
  see: z.array(z.string()).default([]),
  ...provenanceShape,
});
export type Term = z.infer<typeof termSchema>;

/** The terms in the glossary's YAML, for its collection: read as the editor's checks read them. */
export function parseTerms(text: string): Record<string, unknown>[] {
  return (parse(text) ?? []) as Record<string, unknown>[];
}
