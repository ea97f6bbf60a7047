/**
 * What leaves and enters as text: one format for everything that is stored, for one run, for a
 * receipt. It is made to be sent by chat, where downloads fail and long messages are cut.
 *
 *     KHB1x.<sum>.<part>.<parts>.<data>.<check>
 *
 * `KHB1` names the format and its version, the letter what it is. `sum` is the checksum of all of the
 * deflated bytes: parts with the same one belong together. `check` is that of the part itself. Both
 * are six characters of base64url, as is the data.
 */
import { crc32 } from './crc32.ts';
import { PASTE_MAX_LENGTH } from './paste-length.ts';
import { deflate, inflate } from './deflate.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

export { PASTE_MAX_LENGTH };

/** What a code holds: everything that is stored, one run, a receipt. */
export type CodeKind = 'x' | 'r' | 't';

/** Chat messages hold some 2,000 bytes: a part has at most this many characters. */
export const PART_LENGTH = 1_900;

/** What one code unpacks to, at most, in bytes: as much as a file may have. */
export const CODE_MAX_BYTES = 20_000_000;

/** More than this many parts are nothing to send by chat, and no code of ours. */
export const MAX_PARTS = 999;

/** `KHB1x.` + sum + `.999.999.` + `.` + check. */
const FRAME = 6 + 6 + 9 + 1 + 6;
const DATA_LENGTH = PART_LENGTH - FRAME;

/** The parts of one code that were found in a text. */
export interface FoundCode {
  readonly kind: CodeKind;
  readonly sum: string;
  /** How many parts it has. */
  readonly total: number;
  /** Data of the parts that are whole, by number from 1. */
  readonly parts: ReadonlyMap<number, string>;
  /** Numbers of the parts that are not there, or only damaged. */
  readonly missing: readonly number[];
  /** Those of them that are there, but cut or changed on their way. */
  readonly damaged: readonly number[];
}

/** What was found in a pasted text. */
export interface FoundCodes {
  readonly codes: readonly FoundCode[];
  /** True when there is a code that only a newer version of the site reads. */
  readonly hasNewer: boolean;
  /** True when the text is too long to be looked through. */
  readonly isTooLong: boolean;
}

/** Why a code cannot be opened although all of its parts are there. */
export type CodeFault = 'damaged' | 'too-big';

/**
 * Makes the parts of a code, each a message of its own.
 *
 * @param room how many characters fewer the first part has, for what stands above it in its message
 * @returns one part or more; `undefined` when there would be more than `MAX_PARTS`
 */
export async function writeCode(
  kind: CodeKind,
  text: string,
  room = 0,
): Promise<readonly string[] | undefined> {
  const bytes = await deflate(new TextEncoder().encode(text));
  const data = toBase64url(bytes);
  const before = Math.min(Math.max(0, room), DATA_LENGTH - 1);
  const total = Math.max(1, Math.ceil((data.length + before) / DATA_LENGTH));
  if (total > MAX_PARTS) return undefined;
  const sum = checksum(bytes);
  return Array.from({ length: total }, (_, index) => {
    const start = Math.max(0, index * DATA_LENGTH - before);
    const part = data.slice(start, (index + 1) * DATA_LENGTH - before);
    const body = `KHB1${kind}.${sum}.${index + 1}.${total}.${part}`;
    return `${body}.${checksumOf(body)}`;
  });
}

/**
 * Finds the codes in a text as it was pasted: a whole chat, with names and times between the parts,
 * in any order, some twice, quoted, in full-width characters or broken into lines. Never throws.
 */
export function findCodes(pasted: string): FoundCodes {
  if (pasted.length > PASTE_MAX_LENGTH) return { codes: [], hasNewer: false, isTooLong: true };
  const text = pasted
    .normalize('NFKC')
    // Spaces, line ends, marks of quotation, and what nobody sees.
    .replace(/[\s>"“”'‘’`|│\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/g, '');
  // Each begins where the one before it ends, whole or not.
  const pieces = text.split(/(?=KHB\d{1,3}[a-z]\.)/);
  const found = new Map<string, Draft>();
  let hasNewer = false;
  for (const piece of pieces) {
    const head = HEAD.exec(piece);
    if (!head) {
      if (NEWER.test(piece)) hasNewer = true;
      continue;
    }
    const [whole, kind = '', sum = '', number = '', count = ''] = head;
    const [part, total] = [Number(number), Number(count)];
    if (!isKind(kind)) {
      hasNewer = true;
      continue;
    }
    if (part < 1 || part > total || total > MAX_PARTS) continue;
    const key = `${kind}.${sum}.${total}`;
    const code = found.get(key) ?? { kind, sum, total, parts: new Map(), seen: new Set() };
    found.set(key, code);
    code.seen.add(part);
    const [, data = '', check = ''] = BODY.exec(piece.slice(whole.length)) ?? [];
    if (check !== '' && checksumOf(`${whole}${data}`) === check) code.parts.set(part, data);
  }
  return { codes: [...found.values()].map(finish), hasNewer, isTooLong: false };
}

/**
 * Opens a code of which no part is missing. Never throws.
 *
 * @returns its text, or why it cannot be opened
 */
export async function openCode(code: FoundCode): Promise<{ readonly text: string } | CodeFault> {
  const data = Array.from({ length: code.total }, (_, index) => code.parts.get(index + 1) ?? '');
  const bytes = fromBase64url(data.join(''));
  if (!bytes || checksum(bytes) !== code.sum) return 'damaged';
  const unpacked = await inflate(bytes, CODE_MAX_BYTES);
  if (typeof unpacked === 'string') return unpacked;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(unpacked) };
  } catch {
    return 'damaged';
  }
}

interface Draft {
  readonly kind: CodeKind;
  readonly sum: string;
  readonly total: number;
  readonly parts: Map<number, string>;
  readonly seen: Set<number>;
}

const HEAD = /^KHB1([a-z])\.([\w-]{6})\.(\d{1,3})\.(\d{1,3})\./;
const BODY = /^([\w-]*)\.([\w-]{6})/;
const NEWER = /^KHB(?:[2-9]|\d{2,})[a-z]\./;

function isKind(letter: string): letter is CodeKind {
  return letter === 'x' || letter === 'r' || letter === 't';
}

function finish({ kind, sum, total, parts, seen }: Draft): FoundCode {
  const numbers = Array.from({ length: total }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !parts.has(number));
  return { kind, sum, total, parts, missing, damaged: missing.filter((part) => seen.has(part)) };
}

function checksumOf(text: string): string {
  return checksum(new TextEncoder().encode(text));
}

/** CRC-32 in six characters. */
function checksum(bytes: Uint8Array): string {
  const sum = crc32(bytes);
  return toBase64url(Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8, sum));
}
