import { z } from 'astro/zod';
import { parse } from 'yaml';
import { daySchema, idSchema, sentenceSchema } from './common.ts';
import { handbookSlugSchema } from './site.ts';

/** A law or a regulator's rule that pages of the handbooks follow. Never a legal opinion. */
export const regulationSchema = z.strictObject({
  /** Its anchor at /sources/: never change it once published. */
  id: idSchema,
  title: z.string().trim().min(2).max(80),
  /** As its issuer numbers it. */
  number: z.string().trim().min(2).optional(),
  issuer: z.string().trim().min(2),
  /** In force since this day. */
  since: daySchema,
  /** The day on which an editor last looked whether it still says so. */
  checkedOn: daySchema,
  /** What it asks of the readers, in a sentence or two. */
  summary: sentenceSchema,
  /** What could not be confirmed and why: shown as 待核. */
  pending: sentenceSchema.optional(),
  /** Whose work it concerns, by the handbooks' folders. */
  handbooks: z.array(handbookSlugSchema).min(1),
});
export type Regulation = z.infer<typeof regulationSchema>;

export const REGULATIONS_FILE = 'content/regulations.yaml';

/** The entries of the file, for its collection: read as the editor's checks read them. */
export function parseRegulations(text: string): Record<string, unknown>[] {
  return (parse(text) ?? []) as Record<string, unknown>[];
}
