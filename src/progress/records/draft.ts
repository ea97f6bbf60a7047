/** What somebody has typed and not saved yet, as it is stored. */
import { isOfVersionAfter, type Parsed } from '../../model/parsed.ts';

export interface Draft {
  /** Version of this shape. */
  readonly v: 1;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly text: string;
}

/** Parses a stored draft. */
export function parseDraft(value: unknown): Parsed<Draft> {
  if (isOfVersionAfter(1, value)) return 'newer';
  const draft = value as Partial<Draft> | null;
  const isDraft = draft?.v === 1 && typeof draft.at === 'number' && typeof draft.text === 'string';
  return isDraft ? { value: draft as Draft } : 'damaged';
}
