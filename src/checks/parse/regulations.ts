import { REGULATIONS_FILE } from '../../schemas/regulation.ts';
import type { Field } from './field.ts';

/** The entries of the list of regulations; none without the file, or where it cannot be read. */
export function regulationsIn(data: ReadonlyMap<string, Field>): Field[] {
  return data.get(REGULATIONS_FILE)?.items() ?? [];
}
