import { z } from 'astro/zod';
import { parse } from 'yaml';

const referenceSchema = z.string().regex(/^[a-z][a-z0-9/-]*(#[a-z][a-z0-9-]*)?$/);
const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A published reference that has another name now. */
const moveSchema = z.strictObject({ from: referenceSchema, to: referenceSchema, since: daySchema });

/** A published reference that is no more. */
const retirementSchema = z.strictObject({
  ref: referenceSchema,
  why: z.string().trim().min(2),
  since: daySchema,
});

/** The register of every published reference (`content/ids.yaml`). */
export const registerSchema = z.strictObject({
  /** Each with the fingerprint of its text in the current edition, eight hexadecimal digits. */
  published: z.record(referenceSchema, z.string().regex(/^[0-9a-f]{8}$/)),
  moved: z.array(moveSchema).default([]),
  retired: z.array(retirementSchema).default([]),
  /** What was published once and has moved or was retired since. A register of old has no such list. */
  former: z.array(referenceSchema).optional(),
});
export type Register = z.infer<typeof registerSchema>;

/** What readers' old links need of the register. */
export const movesSchema = registerSchema.omit({ published: true, former: true });

/** The moves and retirements in the register's YAML, as the one entry of a collection. */
export function parseMoves(text: string): Record<string, Record<string, unknown>> {
  const { moved, retired } = parse(text) as Record<string, unknown>;
  return { moves: { moved: moved ?? [], retired: retired ?? [] } };
}
