import { z } from 'astro/zod';
import { TIME_LIMIT_MAX } from '../model/template.ts';
import { END_RESULTS, STEP_KINDS } from '../model/vocabulary.ts';
import { usedFormsSchema } from './form.ts';
import { questionsSchema } from './question.ts';
import {
  idSchema,
  itemTextSchema,
  pageReferenceSchema,
  pageShape,
  provenanceShape,
  sentenceSchema,
  SHORT_MAX,
} from './common.ts';

/** Most steps a phase may have; a longer stretch needs a pause in between. */
export const PHASE_STEPS_MAX = 9;

/** Longest title of an end, in characters. */
export const END_TITLE_MAX = 24;

/** Who acts in a workflow; each is a lane of its diagram. */
const partySchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(2).max(12),
  /** Slug of the role in the same handbook, where the party is one. */
  role: idSchema.optional(),
});

/** What a gate can say, and where that leads. */
const outcomeSchema = z.strictObject({
  id: idSchema,
  /** What one answers, at most 12 characters: 通过, 退回修改, … */
  label: z.string().trim().min(1).max(12),
  /** Id of the step or the end that follows. */
  to: idSchema,
  ...provenanceShape,
});

/** A time limit, in clock hours or in working days. */
const timeLimitSchema = z.union([
  z.strictObject({ hours: z.number().int().positive().max(TIME_LIMIT_MAX) }),
  z.strictObject({ workdays: z.number().int().positive().max(TIME_LIMIT_MAX) }),
]);

const stepSchema = z.strictObject({
  /** Its anchor and its key in readers' runs: never change it once published. */
  id: idSchema,
  /** One action of one party, verb first, at most 40 characters. */
  title: itemTextSchema,
  /** Its name in diagrams, at most 8 characters. */
  short: z.string().trim().min(2).max(SHORT_MAX),
  /** Id of the one party who does it. */
  by: idSchema,
  kind: z.enum(STEP_KINDS),
  /** What can be seen when it is done. */
  doneWhen: sentenceSchema,
  /** How long it may take: clock hours, or working days, from the step before. */
  within: timeLimitSchema.optional(),
  /** True for the one to three steps whose omission does real harm. */
  critical: z.boolean().default(false),
  /** The condition under which the step applies; a step without it always does. */
  optional: sentenceSchema.optional(),
  /** Ids of the parties who sign; for sign-offs, never the doer alone. */
  signers: z.array(idSchema).optional(),
  /**
   * For decisions and sign-offs: what can be said and where it leads. The answer that goes on stands first:
   * the diagram draws the way through along it.
   */
  outcomes: z.array(outcomeSchema).optional(),
  /** Id of the following step or end, where it is not simply the next one. Not for gates. */
  next: idSchema.optional(),
  /** Technique pages to have at hand: slugs of the same handbook, or full references. */
  techniques: z.array(pageReferenceSchema).default([]),
  /** Forms that are filled in at this step: `job-order#full`, or full references. */
  forms: usedFormsSchema,
  ...provenanceShape,
});
export type WorkflowStep = z.infer<typeof stepSchema>;

const phaseSchema = z.strictObject({
  id: idSchema,
  title: z.string().trim().min(2).max(16),
  /** When to stop and what to check before going on; ends with a question mark. */
  pause: sentenceSchema,
  steps: z.array(stepSchema).min(1),
});

const endSchema = z.strictObject({
  id: idSchema,
  title: z.string().trim().min(2).max(END_TITLE_MAX),
  /** `done`: the job is finished; `stopped`: it was given up on the way. */
  result: z.enum(END_RESULTS),
  ...provenanceShape,
});

/** A workflow (流程): phases → steps, from its trigger to its ends. */
export const workflowSchema = z.strictObject({
  ...pageShape,
  /** What makes it start. */
  trigger: sentenceSchema,
  /** What one needs before the first step. */
  inputs: z.array(sentenceSchema).min(1),
  /** What is there after the last one. */
  outputs: z.array(sentenceSchema).min(1),
  parties: z.array(partySchema).min(1),
  phases: z.array(phaseSchema).min(1),
  /** Where it can end; the first one with `result: done` follows the last step. */
  ends: z.array(endSchema).min(1),
  questions: questionsSchema,
});
export type Workflow = z.infer<typeof workflowSchema>;
