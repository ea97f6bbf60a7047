import type { Field } from './field.ts';

export const TERMS_FILE = 'content/glossary/terms.yaml';

export interface Terms {
  /** False when the file is there and cannot be read: then nothing is known of its terms. */
  readonly isKnown: boolean;
  readonly fields: readonly Field[];
  readonly ids: ReadonlySet<string>;
}

/** Takes the terms from the glossary: a list of `{id, term, …}`. Without the file there are none. */
export function readTerms(
  data: ReadonlyMap<string, Field>,
  isThere: (path: string) => boolean,
): Terms {
  const root = data.get(TERMS_FILE);
  const fields = root?.items() ?? [];
  return {
    isKnown: fields.length > 0 || !isThere(TERMS_FILE),
    fields,
    ids: new Set(fields.flatMap((field) => field.get('id').text ?? [])),
  };
}
