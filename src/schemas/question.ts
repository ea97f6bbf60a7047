import { z } from 'astro/zod';
import { idSchema, sentenceSchema } from './common.ts';

const answerSchema = z.strictObject({
  text: z.string().trim().min(2).max(60),
  /** True for the one that is right. */
  right: z.literal(true).optional(),
  /** Why it is right, or wrong; one sentence. */
  why: sentenceSchema,
});

/** A situation with answers to choose from, for the reviews of what was read. */
export const questionSchema = z.strictObject({
  /** Its name in readers' answers: never change it once published. */
  id: idSchema,
  /** Id of the item of this page that it asks about. */
  about: idSchema,
  situation: z.string().trim().min(10).max(120),
  /** Two to four, one of them right; how many, a check says. */
  answers: z.array(answerSchema).min(2),
});
export type Question = z.infer<typeof questionSchema>;

export const questionsSchema = z.array(questionSchema).default([]);
