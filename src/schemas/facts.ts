import { z } from 'astro/zod';

/** A page, an item of a page, or a term. */
export const itemReferenceSchema = z.string().regex(/^[a-z][a-z0-9/-]*(#[a-z][a-z0-9-]*)?$/);

const words = z.array(z.string().trim().min(1).max(20)).min(1);

/** Something that several pages of a handbook state, and that one of them decides. */
export const factSchema = z.strictObject({
  /** What is stated, for messages: 会议纪要什么时候发. */
  fact: z.string().trim().min(2).max(40),
  /** The page or item that decides it. */
  home: itemReferenceSchema,
  /** What it says, word for word. */
  says: z.string().trim().min(1).max(40),
  /** A sentence is about it when it has all of these. */
  about: words,
  /** Such a sentence must have none of these. */
  not: words,
  /** Pages whose sentences are about something else. */
  except: z.array(itemReferenceSchema).default([]),
});
export type Fact = z.infer<typeof factSchema>;

export const FACTS_FILE = 'content/facts.yaml';
