/** Bytes to text, strictly: an office program that saves another encoding must not publish garbage. */

/** Why the bytes of a file are no text. */
export interface DecodeFault {
  readonly kind: 'not-utf8' | 'utf-16' | 'nul';
  /** Line of the first byte that is at fault, counted from 1. */
  readonly line: number;
}

/** The text of a file, or why it has none. A byte order mark stays in the text. */
export type Decoded = { readonly text: string } | { readonly fault: DecodeFault };

const LINE_FEED = 0x0a;

/** Decodes UTF-8 and nothing else. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) return { fault: { kind: 'utf-16', line: 1 } };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { fault: { kind: 'nul', line: lineAt(bytes, nul) } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { fault: { kind: 'not-utf8', line: firstBadLine(bytes) } };
  }
}

/** A line feed is no part of a longer sequence, so that each line can be tried by itself. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [start, line] = [0, 1];
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    [start, line] = [end + 1, line + 1];
  }
}

function lineAt(bytes: Uint8Array, index: number): number {
  return bytes.subarray(0, index).reduce((n, byte) => (byte === LINE_FEED ? n + 1 : n), 1);
}
