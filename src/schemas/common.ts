import { z } from 'astro/zod';
import { ORIGINS } from '../model/vocabulary.ts';

/** Longest text an item may have, in characters; aim at 24 or fewer. */
export const ITEM_TEXT_MAX = 40;

/** Longest `short` of a step, in characters: it names the step's box in diagrams. */
export const SHORT_MAX = 8;

/** An authored id: short English kebab-case, unique on its page, never changed once published. */
export const idSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** The text of a duty, step, point or rule: one action, verb first; trimmed. */
export const itemTextSchema = z.string().trim().min(2).max(ITEM_TEXT_MAX);

/** A sentence of the frontmatter: trimmed, not empty. */
export const sentenceSchema = z.string().trim().min(2);

/** A day that the calendar has, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** A page of another section, as its slug in the same handbook, or `<handbook>/<section>/<slug>`. */
export const pageReferenceSchema = z
  .string()
  .regex(/^([a-z][a-z0-9-]*\/[a-z]+\/)?[a-z][a-z0-9-]*$/);

/** Where a statement comes from; every page and every item has these two fields. */
export const provenanceShape = {
  /** Ids of the ledger entries that this item carries, e.g. `[ag-ad-b1]`. */
  from: z.array(z.string().regex(/^[a-z]{2}-[a-z0-9-]+$/)).default([]),
  /** `editorial` where the sources are silent: shown as 编者补充. */
  origin: z.enum(ORIGINS).default('source'),
};

/** What every page of a handbook states in its frontmatter. */
export const pageShape = {
  /** The page's name, without the handbook's. */
  title: z.string().trim().min(2).max(20),
  /** One sentence that says what the page is for and who needs it. */
  summary: sentenceSchema,
  /** Place in its section, counted from 1. */
  order: z.number().int().positive(),
  /** Day of the last change of content, `YYYY-MM-DD`. */
  updated: z.coerce.date(),
  ...provenanceShape,
};
