/** What somebody has typed and not saved yet, as it is stored. */
import { isOfVersionAfter, MAX_TIME, type Parsed } from '../../model/parsed.ts';

/** Longest draft that is read, in characters: fields take 500 at most. */
const MAX_TEXT = 5000;

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
  if (typeof value !== 'object' || value === null) return 'damaged';
  const { v, at, text } = value as Record<string, unknown>;
  const isDraft =
    v === 1 &&
    Number.isInteger(at) &&
    Math.abs(at as number) <= MAX_TIME &&
    typeof text === 'string' &&
    text.length <= MAX_TEXT;
  return isDraft ? { value: value as Draft } : 'damaged';
}
