/** Receipts as text for a chat: a line for people, then a code in parts; and how they are found again. */
import { dayOf } from '../../model/day.ts';
import { formatMonthDay } from '../../model/format-day.ts';
import { parseStored } from '../../model/parsed.ts';
import { readExport } from '../records/export-file.ts';
import type { FoundCode } from '../transfer/text-code.ts';
import type { PlanCount } from './agenda.ts';
import { MESSAGE_BYTES } from './plan-message.ts';
import { packReceipt, parseReceipt } from './receipt-code.ts';
import { receiptInRecords } from './receipt-in-records.ts';
import type { Receipt } from './receipt.ts';

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
  /** How many codes or files are whole and yet hold no receipt. */
  readonly damaged: number;
  /** There is something that only a newer version of the site reads. */
  readonly hasNewer: boolean;
  /** The text is too long to be looked through. */
  readonly isTooLong: boolean;
}

/**
 * The text of a receipt.
 *
 * @param count how far its plans are, by the present revisions
 * @returns `undefined` when it is too long for any chat, `not-loaded` when what packs codes did not come
 * @throws Error in a browser that cannot pack it
 */
export async function receiptText(
  receipt: Receipt,
  count: Pick<PlanCount, 'done' | 'total'>,
): Promise<ReceiptText | 'not-loaded' | undefined> {
  const module = await codes().catch(() => undefined);
  if (!module) return 'not-loaded';
  const { writeCode, PART_LENGTH } = module;
  const head = receiptHead(receipt, count);
  const room = new TextEncoder().encode(`${head}\n`).length - (MESSAGE_BYTES - PART_LENGTH);
  const parts = await writeCode('t', JSON.stringify(packReceipt(receipt)), room);
  return parts && { head, parts };
}

/** As many plans are named in the line for people; of more it says how many. */
const MOST_TITLES = 2;

/** The line for people, without a line end. */
export function receiptHead(
  { plans, at, edition }: Receipt,
  { done, total }: Pick<PlanCount, 'done' | 'total'>,
): string {
  const day = dayOf(at);
  const titles = plans.map(({ plan }) => plan.title);
  const words = [
    titles.length > MOST_TITLES
      ? `${titles.slice(0, MOST_TITLES).join('、')}等 ${titles.length} 份`
      : titles.join('、'),
    `${done}/${total}`,
    ...(day ? [`至 ${formatMonthDay(day)}`] : []),
    ...(edition === undefined ? [] : [`第 ${edition} 版`]),
  ];
  return `【回执】${words.join(' · ')}`;
}

/**
 * Finds receipts in a text as it was pasted: a whole chat, in any order, some twice; also exports as text
 * or the text of an export file, of which it takes what a receipt would say.
 *
 * @throws Error when what opens codes could not be loaded; never for what was pasted
 */
export async function readReceipts(pasted: string): Promise<FoundReceipts> {
  const file = FILE.test(pasted) ? exportIn(pasted) : undefined;
  if (file) return { ...NOTHING, ...gather([file]) };
  const { findCodes } = await codes();
  const { codes: found, hasNewer, isTooLong } = findCodes(pasted);
  // A run alone (`r`) says nothing of training.
  const ours = found.filter(({ kind }) => kind !== 'r');
  const whole = ours.filter(({ missing }) => missing.length === 0);
  const read = gather(await Promise.all(whole.map(readCode)));
  const incomplete = ours
    .filter(({ missing }) => missing.length > 0)
    .map(({ total, missing }) => ({ total, missing }));
  return { ...read, incomplete, hasNewer: hasNewer || read.hasNewer, isTooLong };
}

/** Finds receipts in several texts, one after the other: files that were chosen together. */
export async function readReceiptTexts(texts: readonly string[]): Promise<FoundReceipts> {
  // Parts of one code may lie in several files; an export is a file by itself.
  const isFile = (text: string) => FILE.test(text);
  const chats = texts.filter((text) => !isFile(text)).join('\n');
  const all = await Promise.all([chats, ...texts.filter(isFile)].map(readReceipts));
  const receipts = all.flatMap((each) => each.receipts);
  return {
    receipts: [
      ...new Map(receipts.map((each) => [JSON.stringify(packReceipt(each)), each])).values(),
    ],
    incomplete: all.flatMap(({ incomplete }) => incomplete),
    damaged: all.reduce((sum, { damaged }) => sum + damaged, 0),
    hasNewer: all.some(({ hasNewer }) => hasNewer),
    isTooLong: all.some(({ isTooLong }) => isTooLong),
  };
}

/** How the text of an export file begins. */
const FILE = /^[\s\uFEFF]*\{/;
/** Records as text use it too, and load it when they are asked for: one file for both. */
const codes = () => import('../transfer/text-code.ts');

const NOTHING: FoundReceipts = {
  receipts: [],
  incomplete: [],
  damaged: 0,
  hasNewer: false,
  isTooLong: false,
};

type Read = Receipt | 'damaged' | 'newer';

async function readCode(code: FoundCode): Promise<Read> {
  const { openCode } = await codes();
  const opened = await openCode(code);
  if (typeof opened === 'string') return 'damaged';
  if (code.kind === 'x') return exportIn(opened.text) ?? 'damaged';
  const parsed = parseStored(opened.text, parseReceipt);
  return typeof parsed === 'string' ? parsed : parsed.value;
}

/** The receipt that an export amounts to; `undefined` for a text that is no export. */
function exportIn(text: string): Read | undefined {
  const file = readExport(text);
  if (typeof file === 'string') return file === 'newer' ? 'newer' : undefined;
  return receiptInRecords(new Map(Object.entries(file.values)), file.exportedAt) ?? 'damaged';
}

function gather(read: readonly Read[]): Pick<FoundReceipts, 'receipts' | 'damaged' | 'hasNewer'> {
  const receipts = new Map<string, Receipt>();
  for (const each of read) {
    if (typeof each !== 'string') receipts.set(JSON.stringify(packReceipt(each)), each);
  }
  return {
    receipts: [...receipts.values()],
    damaged: read.filter((each) => each === 'damaged').length,
    hasNewer: read.includes('newer'),
  };
}
