/** What a pasted text holds, in the reader's words where it does not hold enough. Heavy: loads the code. */
import { readExport } from '../../progress/records/export-file.ts';
import type { FoundCode } from '../../progress/transfer/text-code.ts';

/** Reads a pasted text. @returns the text of the newest export in it, or what is wrong */
export async function readPasted(
  pasted: string,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  const { findCodes, openCode } = await import('../../progress/transfer/text-code.ts');
  const { codes, hasNewer, isTooLong } = findCodes(pasted);
  if (isTooLong) return { problem: '文字太长了。请只粘贴有 KHB1x. 的那几条消息。' };
  const ours = codes.filter(({ kind }) => kind !== 't');
  const [first] = ours;
  if (!first) {
    if (hasNewer)
      return { problem: '这是新版网站导出的文字，这一版读不懂。请先刷新页面，再试一次。' };
    return { problem: '这里面没有导出的文字。它以 KHB1x. 开头，要从头到尾复制。' };
  }
  const whole = ours.filter(({ missing }) => missing.length === 0);
  if (whole.length === 0) return { problem: missingWords(first) };
  const texts: string[] = [];
  for (const code of whole) {
    const opened = await openCode(code);
    if (typeof opened === 'object') texts.push(opened.text);
  }
  const newest = texts.sort((a, b) => exportedAt(b) - exportedAt(a))[0];
  return newest === undefined
    ? { problem: '这段文字坏了，读不出来。请回到原来的地方重新做一次。' }
    : { text: newest };
}

function exportedAt(text: string): number {
  const file = readExport(text);
  return typeof file === 'object' ? file.exportedAt : 0;
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
