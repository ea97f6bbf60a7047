/**
 * Binds what a manager keeps of others to the storage: receipts as they came, one key each, and answers
 * about devices. Loaded by `/team/` alone, and never mixed with the reader's own marks and plans.
 */
import { atom, onMount, type ReadableAtom } from 'nanostores';
import { parseStorageName } from '../model/parse-storage-name.ts';
import { MAX_TIME } from '../model/parsed.ts';
import { devicePairName, receiptName, receiptsOfDevice, TEAM } from '../model/storage-names.ts';
import { packReceipt } from '../progress/training/receipt-code.ts';
import type { Receipt } from '../progress/training/receipt.ts';
import {
  covers,
  parsePair,
  parseStoredReceipt,
  receiptKey,
  type DevicePair,
  type StoredReceipt,
  type TeamReceipt,
} from '../progress/training/team-records.ts';
import { askToPersist } from './persistence.ts';
import { readRecord } from './records.ts';
import { onReload, onValueChange, type Writer } from './storage/changes.ts';
import { putBack, takeOut } from './storage/erase.ts';
import { listNames, readValue, writeValue, type Values } from './storage/values.ts';

/** An answer with the devices it is about. */
export interface AnsweredPair extends DevicePair {
  readonly devices: readonly [string, string];
}

export interface TeamRecords {
  /** By stored name. */
  readonly receipts: ReadonlyMap<string, TeamReceipt>;
  readonly pairs: readonly AnsweredPair[];
}

const $records = atom<TeamRecords>({ receipts: new Map(), pairs: [] });
const ME: Writer = {};
let isLoaded = false;

/** All that was handed over; read from the storage when somebody listens first. */
export const $team: ReadableAtom<TeamRecords> = $records;

onMount($records, ready);

/** What became of pasted receipts. */
export interface AddedReceipts {
  /** How many said something new. */
  readonly added: number;
  /** How many were here already, or say no more than what is. */
  readonly known: number;
  /** Takes it back: what was added goes, what was let go for it returns. */
  readonly takeBack: () => void;
}

/** Keeps receipts. What an older one of the same device says and a newer one says as well is let go. */
export function addReceipts(receipts: readonly Receipt[], now: number): AddedReceipts {
  ready();
  void askToPersist();
  let added = 0;
  const taken: { readonly name: string; readonly before: Record<string, string | undefined> }[] =
    [];
  for (const receipt of receipts) {
    const name = receiptName(receipt.learner.id, receiptKey(receipt));
    const here = [...$records.get().receipts].filter(
      ([, each]) => each.receipt.learner.id === receipt.learner.id,
    );
    if (here.some(([at, each]) => at === name || covers(each.receipt, receipt))) continue;
    added += 1;
    const stored: StoredReceipt = { v: 1, got: now, receipt: packReceipt(receipt) };
    const before: Record<string, string | undefined> = { [name]: undefined };
    taken.push({ name, before });
    const isSaved = writeValue(name, JSON.stringify(stored), ME);
    const kept = new Map($records.get().receipts).set(name, { got: now, receipt });
    // Let go only once what takes its place is really stored.
    for (const [older, each] of here) {
      if (!isSaved || !covers(receipt, each.receipt)) continue;
      kept.delete(older);
      before[older] = readValue(older);
      writeValue(older, undefined, ME);
    }
    $records.set({ ...$records.get(), receipts: kept });
  }
  const takeBack = () => {
    // The last one first, since it may have taken the place of one before it.
    for (const { name, before } of [...taken].reverse()) {
      // Who was erased meanwhile does not come back.
      if ($records.get().receipts.has(name)) putBack(before);
      load();
    }
  };
  return { added, known: receipts.length - added, takeBack };
}

/** Notes whether two devices are one person's. */
export function answerPair(devices: readonly [string, string], isSame: boolean, now: number): void {
  ready();
  const name = devicePairName(...devices);
  const before = readRecord(name, parsePair)?.at ?? -MAX_TIME;
  const pair: DevicePair = { v: 1, at: Math.min(Math.max(now, before + 1), MAX_TIME), isSame };
  writeValue(name, JSON.stringify(pair), ME);
  load();
}

/**
 * Erases somebody: the receipts of their devices, and the answers about them.
 *
 * @returns what was stored, for `putBack`
 */
export function erasePerson(devices: readonly string[]): Values {
  const receipts = devices.flatMap((device) => listNames(receiptsOfDevice(device)));
  const answers = listNames(TEAM).filter((name) => {
    const parts = parseStorageName(name);
    return parts.kind === 'pair' && [parts.first, parts.second].some((id) => devices.includes(id));
  });
  const taken = takeOut([...receipts, ...answers], ME);
  load();
  return taken;
}

/** Reads the storage, once in a page; from then on it follows other tabs. */
function ready(): void {
  if (isLoaded) return;
  isLoaded = true;
  onValueChange(TEAM, loadSoon, ME);
  onReload(load);
  load();
}

let isWaiting = false;

/** Many values change at once, when somebody imports or erases in another tab. */
function loadSoon(): void {
  if (isWaiting) return;
  isWaiting = true;
  queueMicrotask(() => {
    isWaiting = false;
    load();
  });
}

function load(): void {
  const receipts = new Map<string, TeamReceipt>();
  const pairs: AnsweredPair[] = [];
  for (const name of listNames(TEAM)) {
    const parts = parseStorageName(name);
    if (parts.kind === 'receipt') {
      const receipt = readRecord(name, parseStoredReceipt);
      // What lies under another device's name would not go when that person is erased.
      if (receipt?.receipt.learner.id === parts.device) receipts.set(name, receipt);
    } else if (parts.kind === 'pair') {
      const pair = readRecord(name, parsePair);
      if (pair) pairs.push({ ...pair, devices: [parts.first, parts.second] });
    }
  }
  $records.set({ receipts, pairs });
}
