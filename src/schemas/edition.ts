import { z } from 'astro/zod';
import { CHANGE_KINDS } from '../model/vocabulary.ts';
import { itemReference } from '../model/reference.ts';
import { idSchema, sentenceSchema } from './common.ts';

const changeSchema = z.strictObject({
  /** What changed, as a full reference: `agency`, `agency/roles/x`, `agency/roles/x#y`, `glossary`. */
  ref: z.string().regex(/^[a-z][a-z0-9/-]*(#[a-z][a-z0-9-]*)?$/),
  /**
   * Items of the page that `ref` names, by their ids: the line speaks of them alone, all of which changed in the
   * same way. Without it a page's line speaks of the page's own text alone.
   */
  items: z.array(idSchema).min(2).optional(),
  kind: z.enum(CHANGE_KINDS),
  /** What is different now. */
  what: sentenceSchema,
  why: sentenceSchema,
  /** True when readers have to act differently; false for wording. */
  material: z.boolean(),
});

/** An edition (版次): what was published when, and what changed. */
export const editionSchema = z.strictObject({
  /** Counts from 1; the file is named after it. */
  number: z.number().int().positive(),
  date: z.coerce.date(),
  title: z.string().trim().min(2).max(20),
  summary: sentenceSchema,
  changes: z.array(changeSchema).min(1),
});
export type Edition = z.infer<typeof editionSchema>;
export type EditionChange = Edition['changes'][number];

/** The references that a change speaks of: one, or those of its items. */
export function changedReferences({ ref, items }: Pick<EditionChange, 'ref' | 'items'>): string[] {
  return items ? items.map((id) => itemReference(ref, id)) : [ref];
}
