import { z } from 'astro/zod';
import { NEEDS } from '../model/plan.ts';
import { sentenceSchema } from './common.ts';

const planItemSchema = z.strictObject({
  /** A page or an item of one, by its full reference. */
  ref: z.string().regex(/^[a-z][a-z0-9-]*\/[a-z]+\/[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?$/),
  /** `read` 读过, `practise` 练过, `observe` 带教看着做过. */
  need: z.enum(NEEDS),
  /** By which working day it is due, counted from the start, which is 1; never less than the item before. */
  day: z.number().int().positive(),
});

/** A training plan that the handbook offers; its file's name is its slug. */
export const planSchema = z.strictObject({
  title: z.string().trim().min(2).max(24),
  /** The role that it is for, by its full reference: `agency/roles/account-executive`. */
  role: z.string().regex(/^[a-z][a-z0-9-]*\/roles\/[a-z][a-z0-9-]*$/),
  /** When to take it, and what one can do after it; one sentence. */
  summary: sentenceSchema,
  /** In the order in which they are taken. */
  items: z.array(planItemSchema).min(1),
});
export type AuthoredPlan = z.infer<typeof planSchema>;

export const PLANS_FOLDER = 'content/plans';
