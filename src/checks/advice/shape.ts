import { z } from 'astro/zod';
import type { Field } from '../parse/field.ts';

/**
 * The names of the fields that a schema allows at a path. Where it depends on the value (a duty's
 * `kind`), the value decides; when it does not fit either, the fields of all kinds count.
 */
export function keysAt(schema: z.ZodType, root: Field, path: readonly PropertyKey[]): string[] {
  let shapes = objectsIn(schema, root);
  let field = root;
  for (const key of path) {
    field = field.at([key]);
    shapes = shapes.flatMap((shape) => objectsIn(child(shape, key), field));
  }
  return [
    ...new Set(
      shapes.flatMap((shape) => (shape instanceof z.ZodObject ? Object.keys(shape.shape) : [])),
    ),
  ];
}

function child(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodObject) return schema.shape[String(key)] as z.ZodType | undefined;
  return undefined;
}

/** The schema without what wraps it; of a union, the options that fit the value. */
function objectsIn(schema: z.ZodType | undefined, field: Field): z.ZodType[] {
  if (schema === undefined) return [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return objectsIn(schema.unwrap() as z.ZodType, field);
  }
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return [schema];
  const options = schema.options as readonly z.ZodType[];
  const fitting = options.filter(
    (option) => child(option, 'kind')?.safeParse(field.get('kind').scalar).success,
  );
  return fitting.length > 0 ? fitting : [...options];
}
