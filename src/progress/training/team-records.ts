/**
 * What a manager keeps of others: the receipts that were pasted, as they came, and whether two devices are
 * one person's. Never mixed with the manager's own marks and plans.
 */
import { isOfVersionAfter, isRecord, type Parsed } from '../../model/parsed.ts';
import { crc32 } from '../transfer/crc32.ts';
import { isMoment } from '../event-envelope.ts';
import { packReceipt, parseReceipt, type PackedReceipt } from './receipt-code.ts';
import type { Receipt } from './receipt.ts';

/** A receipt as it is stored. It never changes. */
export interface StoredReceipt {
  readonly v: 1;
  /** When it was pasted, in milliseconds since the epoch. */
  readonly got: number;
  readonly receipt: PackedReceipt;
}

/** A receipt that was handed over. */
export interface TeamReceipt {
  readonly got: number;
  readonly receipt: Receipt;
}

/** The answer to whether two devices are one person's; the later one counts. */
export interface DevicePair {
  readonly v: 1;
  /** When it was answered, in milliseconds since the epoch. */
  readonly at: number;
  readonly isSame: boolean;
}

/** Parses a stored receipt. */
export function parseStoredReceipt(value: unknown): Parsed<TeamReceipt> {
  if (isOfVersionAfter(1, value)) return 'newer';
  if (!isRecord(value) || value['v'] !== 1 || !isMoment(value['got'])) return 'damaged';
  const parsed = parseReceipt(value['receipt']);
  if (typeof parsed === 'string') return parsed;
  return { value: { got: value['got'], receipt: parsed.value } };
}

/** Parses a stored answer. */
export function parsePair(value: unknown): Parsed<DevicePair> {
  if (isOfVersionAfter(1, value)) return 'newer';
  if (!isRecord(value)) return 'damaged';
  const { v, at, isSame } = value;
  const isPair = v === 1 && isMoment(at) && typeof isSame === 'boolean';
  return isPair ? { value: { v: 1, at, isSame } } : 'damaged';
}

/** The later of two answers; at the same moment that they are one person's: every device picks alike. */
export function mergePairs(a: DevicePair, b: DevicePair): DevicePair {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.isSame ? a : b;
}

/** Names a receipt by what it says: its moment and the checksum of its packed form. */
export function receiptKey(receipt: Receipt): string {
  const bytes = new TextEncoder().encode(JSON.stringify(packReceipt(receipt)));
  return `${receipt.at.toString(36)}-${crc32(bytes).toString(36)}`;
}

/** True when a receipt of the same device says all that an older one says: that one need not be kept. */
export function covers(newer: Receipt, older: Receipt): boolean {
  const [a, b] = [newer.learner, older.learner];
  // Under another label it may be another person at the same device: that is to be seen.
  if (a.id !== b.id || a.label !== b.label || newer.at < older.at) return false;
  if ((older.runs && !newer.runs) || (older.duties && !newer.duties)) return false;
  if (older.review && !newer.review) return false;
  const gone = new Set(newer.gone);
  // An event never changes: where one says something else under its id, somebody edited a receipt.
  const events = new Map(newer.events.map((event) => [event.id, JSON.stringify(event)]));
  const plans = new Set(newer.plans.map(({ id }) => id));
  return (
    older.events.every(
      (event) => events.get(event.id) === JSON.stringify(event) || gone.has(event.id),
    ) &&
    older.plans.every(({ id }) => plans.has(id) || gone.has(id)) &&
    older.gone.every((id) => gone.has(id) || plans.has(id))
  );
}
