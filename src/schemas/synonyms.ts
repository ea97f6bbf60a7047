import { z } from 'astro/zod';

/** Longest word of a group, in characters. */
export const SYNONYM_MAX = 20;

/** One way to say it: a word or an abbreviation, as a reader may type it. */
export const synonymSchema = z.string().trim().min(1).max(SYNONYM_MAX);

/**
 * `content/synonyms.yaml`: groups of words that mean the same. A search for one of them also finds the
 * others, in the group 相关.
 */
export const synonymsSchema = z.array(z.array(synonymSchema).min(2));
export type Synonyms = z.infer<typeof synonymsSchema>;
