/** What pages ask the worker, and what it answers by the port that comes with the question. */
import type { FaultKind } from './fault.ts';

export type Ask =
  /** Keep these handbooks; comes again while the answer is `more`. Answered by `KeepAnswer`s. */
  | { readonly kind: 'keep'; readonly handbooks: readonly string[] }
  /** Remove a handbook; with the last one everything goes. Answered by a `Status`. */
  | { readonly kind: 'forget'; readonly handbook: string }
  /** Answered by a `Status`. */
  | { readonly kind: 'status' }
  /** Take the place of the edition before, as the reader wishes. Not answered. */
  | { readonly kind: 'take-over' };

/** How it stands, in bytes on the device. */
export interface Status {
  /** The worker's own. */
  readonly edition: number;
  /** The one that answers now, to which a worker that waits is the next. */
  readonly present?: number;
  readonly whole: readonly string[];
  /** Asked for, and not whole yet: with how much is there. */
  readonly begun: Readonly<Record<string, { readonly done: number; readonly total: number }>>;
}

export type KeepAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'whole' }
  | { readonly kind: 'more' }
  | { readonly kind: 'broken-off'; readonly fault: FaultKind };
