import { z } from 'astro/zod';
import { idSchema, itemTextSchema, pageShape, provenanceShape, sentenceSchema } from './common.ts';

const ruleSchema = z.strictObject({
  id: idSchema,
  /** What everyone keeps, at most 40 characters. */
  text: itemTextSchema,
  why: sentenceSchema.optional(),
  ...provenanceShape,
});

/** A page of rules (规范) on one subject. */
export const rulePageSchema = z.strictObject({
  ...pageShape,
  rules: z.array(ruleSchema).min(1),
});
export type RulePage = z.infer<typeof rulePageSchema>;
