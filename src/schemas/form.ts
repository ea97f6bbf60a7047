import { z } from 'astro/zod';
import { idSchema, provenanceShape, sentenceSchema } from './common.ts';

/** Most blank rows of a table, which fill a sheet of paper. */
export const FORM_ROWS_MAX = 30;

/** What a cell is called, and how it is filled in. */
const cellShape = {
  name: z.string().trim().min(1).max(20),
  /** How to fill it in; a few words. */
  how: z.string().trim().min(1).optional(),
};

/** One thing that the form asks for. */
const fieldSchema = z.strictObject({
  ...cellShape,
  /** How it looks when it is filled in; signatures have none. */
  example: z.string().trim().min(1).optional(),
});

/** Rows of one shape: the items of a quotation, the tasks of a plan. */
const tableSchema = z.strictObject({
  /** What the rows are, where the form has more than them. */
  title: z.string().trim().min(2).max(20).optional(),
  /** How many blank rows the printed form has. */
  rows: z.number().int().min(1).max(FORM_ROWS_MAX),
  columns: z.array(z.strictObject(cellShape)).min(2),
  /** Rows that are filled in, each with a text for every column. */
  examples: z.array(z.array(z.string().trim())).default([]),
});

/** A form (表单): what it asks for, a blank sheet, and apart from it an example. */
export const formSchema = z.strictObject({
  /** Its anchor on the page: never change it once published. */
  id: idSchema,
  title: z.string().trim().min(2).max(20),
  /** Who fills it in and when; one sentence. */
  use: sentenceSchema,
  /** Fields, rows of a table, or both; that there is one of them is a check's affair. */
  fields: z.array(fieldSchema).min(1).optional(),
  table: tableSchema.optional(),
  ...provenanceShape,
});
export type Form = z.infer<typeof formSchema>;

/** A form on a technique page: `<slug>#<form>` in the same handbook, or the full reference. */
export const formReferenceSchema = z
  .string()
  .regex(/^([a-z][a-z0-9-]*\/techniques\/)?[a-z][a-z0-9-]*#[a-z][a-z0-9-]*$/);

/** The forms that a step or a duty uses. */
export const usedFormsSchema = z.array(formReferenceSchema).default([]);
