/** What a pasted text holds, in the reader's words where it does not hold enough. Heavy: loads the code. */
import { readExport, writeExport, type ExportFile } from '../../progress/records/export-file.ts';
import { planImport, type StoredValues } from '../../progress/records/import.ts';
import type { FoundCode } from '../../progress/transfer/text-code.ts';

/** What was found, as the text of one export; `note` says what was there and is not in it. */
export interface Pasted {
  readonly text: string;
  readonly note?: string;
}

/**
 * Reads a pasted text: of exports of everything the newest one, and every run that was sent alone.
 *
 * @returns them as one export, or what is wrong
 */
export async function readPasted(pasted: string): Promise<Pasted | { readonly problem: string }> {
  const { findCodes, openCode } = await import('../../progress/transfer/text-code.ts');
  const { codes, hasNewer, isTooLong } = findCodes(pasted);
  if (isTooLong) return { problem: '文字太长了。请只粘贴以 KHB1 开头的那几条消息。' };
  const ours = codes.filter(({ kind }) => kind !== 't');
  const [first] = ours;
  if (!first) {
    if (hasNewer)
      return { problem: '这是新版网站导出的文字，这一版读不懂。请先刷新页面，再试一次。' };
    return { problem: '这里面没有导出的文字。它以 KHB1x. 或 KHB1r. 开头，要从头到尾复制。' };
  }
  const whole = ours.filter(({ missing }) => missing.length === 0);
  if (whole.length === 0) return { problem: missingWords(first) };
  const texts: { readonly kind: string; readonly text: string }[] = [];
  for (const code of whole) {
    const opened = await openCode(code);
    if (typeof opened === 'object') texts.push({ kind: code.kind, text: opened.text });
  }
  const text = together(texts);
  if (text === undefined)
    return { problem: '这段文字坏了，读不出来。请回到原来的地方重新做一次。' };
  const rest = ours.filter(({ missing }) => missing.length > 0).map(missingWords);
  const damaged = whole.length - texts.length;
  if (damaged > 0) rest.push(`${damaged} 份坏了，读不出来。`);
  return rest.length === 0 ? { text } : { text, note: `还有不全的，没有读进来：${rest.join('')}` };
}

/** The newest export of everything with all runs that were sent alone, as one export. */
function together(
  texts: readonly { readonly kind: string; readonly text: string }[],
): string | undefined {
  const read = ({ text }: { readonly text: string }) => {
    const file = readExport(text);
    return typeof file === 'object' ? [{ text, file }] : [];
  };
  const newestFirst = (of: readonly { readonly text: string }[]) =>
    of.flatMap(read).sort((a, b) => b.file.exportedAt - a.file.exportedAt);
  const everything = newestFirst(texts.filter(({ kind }) => kind === 'x')).slice(0, 1);
  const taken = [...everything, ...newestFirst(texts.filter(({ kind }) => kind === 'r'))];
  const [first, ...others] = taken;
  // What is no export is said by who reads it.
  if (!first || others.length === 0) return first?.text ?? texts[0]?.text;
  const values = others.reduce(add, new Map(Object.entries(first.file.values)));
  const at = Math.max(...taken.map(({ file }) => file.exportedAt));
  return writeExport(values, first.file.site, at);
}

/** Adds an export to values as an import would: runs by their events, settings that are there stay. */
function add(values: StoredValues, { file }: { readonly file: ExportFile }): Map<string, string> {
  const sum = new Map(values);
  for (const [name, value] of planImport(new Map(Object.entries(file.values)), values).writes) {
    if (value === undefined) sum.delete(name);
    else sum.set(name, value);
  }
  return sum;
}

/** Which parts are not there, and which were cut on their way. */
function missingWords({ missing, damaged, total }: FoundCode): string {
  const absent = missing.filter((part) => !damaged.includes(part));
  return [
    absent.length > 0 && `还缺第 ${absent.join('、')} 段（共 ${total} 段），请一起粘进来。`,
    damaged.length > 0 && `第 ${damaged.join('、')} 段不完整，请再复制一次。`,
  ]
    .filter(Boolean)
    .join('');
}
