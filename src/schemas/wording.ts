import { z } from 'astro/zod';
import { itemReferenceSchema } from './facts.ts';

/** A word that the handbooks do not use, and what they say instead. */
export const wordingSchema = z.strictObject({
  /** The word as it would stand in a text. */
  not: z.string().trim().min(2).max(20),
  /** What to write. */
  better: z.string().trim().min(1).max(40),
  /** Pages, or terms (`glossary#id`), that may say it: where the word itself is what is spoken of. */
  except: z.array(itemReferenceSchema).default([]),
});
export type Wording = z.infer<typeof wordingSchema>;

export const WORDING_FILE = 'content/wording.yaml';
