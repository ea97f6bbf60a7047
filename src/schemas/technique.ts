import { z } from 'astro/zod';
import { idSchema, itemTextSchema, pageShape, provenanceShape, sentenceSchema } from './common.ts';
import { formSchema } from './form.ts';
import { questionsSchema } from './question.ts';

const pointSchema = z.strictObject({
  id: idSchema,
  /** One thing to do, at most 40 characters. */
  text: itemTextSchema,
  /** Why, or how one sees that it was done; one sentence. */
  why: sentenceSchema.optional(),
  ...provenanceShape,
});

/** A technique (技巧): how to do something well. Its points are what it comes down to. */
export const techniqueSchema = z.strictObject({
  ...pageShape,
  points: z.array(pointSchema).min(1),
  /** Forms, each placed in the body by `<Form id="…" />`. */
  forms: z.array(formSchema).default([]),
  questions: questionsSchema,
});
export type Technique = z.infer<typeof techniqueSchema>;
