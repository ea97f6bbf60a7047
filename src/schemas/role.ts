import { z } from 'astro/zod';
import { CADENCES } from '../model/vocabulary.ts';
import { usedFormsSchema } from './form.ts';
import { questionsSchema } from './question.ts';
import { idSchema, itemTextSchema, pageShape, provenanceShape, sentenceSchema } from './common.ts';

const dutyShape = {
  /** Its anchor and its key in readers' marks: never change it once published. */
  id: idSchema,
  /** One action (act) or one trait (standard), at most 40 characters. */
  text: itemTextSchema,
  /** Why it matters, one sentence. */
  why: sentenceSchema.optional(),
  ...provenanceShape,
};

/** Something one does: has a cadence and can be answered yes or no. */
const actSchema = z.strictObject({
  ...dutyShape,
  kind: z.literal('act'),
  cadence: z.enum(CADENCES),
  /** What can be seen when it is done. */
  doneWhen: sentenceSchema.optional(),
  /** Forms that are filled in for it: `job-order#full`, or full references. */
  forms: usedFormsSchema,
});

/** Something one is: belongs to the quarterly self-appraisal, so its evidence is not optional. */
const standardSchema = z.strictObject({
  ...dutyShape,
  kind: z.literal('standard'),
  /** The evidence that others can see. */
  doneWhen: sentenceSchema,
});

export const dutySchema = z.discriminatedUnion('kind', [actSchema, standardSchema]);
export type Duty = z.infer<typeof dutySchema>;

const dutyGroupSchema = z.strictObject({
  id: idSchema,
  title: z.string().trim().min(2).max(20),
  ...provenanceShape,
  duties: z.array(dutySchema).min(1),
});

/**
 * What a new hire reads and does, in order, in each stage of the first quarter: ids of duties on
 * this page, or full references (`agency/techniques/job-order`, `agency/workflows/x#step`).
 */
const routeSchema = z.strictObject({
  day: z.array(z.string()).min(1),
  week: z.array(z.string()).min(1),
  month: z.array(z.string()).min(1),
  quarter: z.array(z.string()).min(1),
});

/** A role (岗位): level, whom it reports to, and its duties in groups. */
export const roleSchema = z.strictObject({
  ...pageShape,
  /** `A 级`, `B 级`, … where the manual has one. */
  level: z.string().trim().optional(),
  /** Slug of a role of the same handbook, or a title that has no page, e.g. 总经理. */
  reportsTo: z.string().trim().min(2),
  groups: z.array(dutyGroupSchema).min(1),
  route: routeSchema.optional(),
  questions: questionsSchema,
});
export type Role = z.infer<typeof roleSchema>;
