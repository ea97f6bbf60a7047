/** Marks and notes of a run: what stands at each step in each round, by `markKey`. */
import type { RunEvent, Signature } from './event.ts';

interface MarkBase {
  readonly at: number;
  /** Id of the event that made it. */
  readonly event: string;
  /** The step was reworded since, and the reader has not said that the mark still holds. */
  readonly unconfirmed?: true;
}

/** What stands at one step in one round. */
export type StepMark =
  | (MarkBase & { readonly kind: 'done' })
  | (MarkBase & { readonly kind: 'skipped'; readonly reason?: string })
  | (MarkBase & {
      readonly kind: 'chosen';
      readonly outcome: string;
      readonly signed?: readonly Signature[];
    });

/** What the reader noted at a step. */
export interface Note {
  readonly text: string;
  readonly at: number;
}

/** The key of a step's mark in one round. */
export function markKey(step: string, round: number): string {
  return `${round}:${step}`;
}

/**
 * What stands under each step's key, under the ids that the steps have in the new text. Where two
 * steps became one, both are joined: nothing that was ticked or noted goes.
 */
export function rekeyed<T>(
  byKey: ReadonlyMap<string, T>,
  renamed: ReadonlyMap<string, string>,
  join: (a: T, b: T) => T,
): Map<string, T> {
  const result = new Map<string, T>();
  for (const [key, value] of byKey) {
    const [round, step] = parseMarkKey(key);
    const newKey = markKey(renamed.get(step) ?? step, round);
    const other = result.get(newKey);
    result.set(newKey, other === undefined ? value : join(other, value));
  }
  return result;
}

/** The round and the step of a mark's key: `1:review` → `[1, 'review']`. */
export function parseMarkKey(key: string): [round: number, step: string] {
  const colon = key.indexOf(':');
  return [Number(key.slice(0, colon)), key.slice(colon + 1)];
}

/** The mark that was made last, as if the steps had been one all along. */
export function laterMark(a: StepMark, b: StepMark): StepMark {
  const isLater = a.at > b.at || (a.at === b.at && a.event > b.event);
  return isLater ? a : b;
}

/** Both notes, the earlier one first; the same one once. */
export function bothNotes(a: Note, b: Note): Note {
  if (a.text === b.text) return a.at > b.at ? a : b;
  const [first, second] = a.at < b.at || (a.at === b.at && a.text < b.text) ? [a, b] : [b, a];
  return { text: `${first.text}\n${second.text}`, at: second.at };
}

/** Marks of reworded steps stay, but ask to be confirmed. */
export function askAgain(marks: Map<string, StepMark>, reworded: readonly string[]): void {
  const steps = new Set(reworded);
  for (const [key, mark] of marks) {
    if (steps.has(parseMarkKey(key)[1])) marks.set(key, { ...mark, unconfirmed: true });
  }
}

type MarkingEvent = Extract<RunEvent, { kind: 'tick' | 'untick' | 'confirm' | 'skip' | 'choose' }>;

/** Lets an event change what stands at its step. */
export function applyMark(marks: Map<string, StepMark>, key: string, event: MarkingEvent): void {
  const { at, id } = event;
  switch (event.kind) {
    case 'tick':
      marks.set(key, { kind: 'done', at, event: id });
      break;
    case 'untick':
      marks.delete(key);
      break;
    case 'confirm': {
      const { unconfirmed, ...mark } = marks.get(key) ?? { kind: 'done', at, event: id };
      if (unconfirmed) marks.set(key, mark as StepMark);
      break;
    }
    case 'skip':
      marks.set(key, {
        kind: 'skipped',
        at,
        event: id,
        ...(event.reason ? { reason: event.reason } : {}),
      });
      break;
    case 'choose':
      marks.set(key, {
        kind: 'chosen',
        at,
        event: id,
        outcome: event.outcome,
        ...(event.signed?.length ? { signed: event.signed } : {}),
      });
      break;
  }
}
