/** Receipts as text for a chat: a line for people, then a code in parts; and how they are found again. */
import type { Receipt } from './receipt.ts';
import type { PlanCount } from './agenda.ts';

/** The text of a receipt. */
export interface ReceiptText {
  /** The line for people: `【回执】客户专员入职路线 · 8/12 · 至 11 月 27 日 · 第 2 版`. */
  readonly head: string;
  /** The parts of the code, each a message; the first one goes below the line. */
  readonly parts: readonly string[];
}

/** What is found in a pasted text. */
export interface FoundReceipts {
  /** Each once, in the order in which they were found. */
  readonly receipts: readonly Receipt[];
  /** Codes of which parts are missing or damaged: how many it has, and the numbers that are not there. */
  readonly incomplete: readonly { readonly total: number; readonly missing: readonly number[] }[];
  /** How many codes are whole and yet no receipt. */
  readonly damaged: number;
  /** There is a code that only a newer version of the site reads. */
  readonly hasNewer: boolean;
  /** The text is too long to be looked through. */
  readonly isTooLong: boolean;
}

/**
 * The text of a receipt.
 *
 * @param count how far its plans are, by the present revisions
 * @returns `undefined` when it is too long for any chat
 */
export async function receiptText(
  _receipt: Receipt,
  _count: Pick<PlanCount, 'done' | 'total'>,
): Promise<ReceiptText | undefined> {
  throw new Error('Not written yet');
}

/**
 * Finds receipts in a text as it was pasted: a whole chat, in any order, some twice; also an export or
 * several, of which it takes what a receipt would say. Never throws.
 */
export async function readReceipts(_pasted: string): Promise<FoundReceipts> {
  throw new Error('Not written yet');
}
