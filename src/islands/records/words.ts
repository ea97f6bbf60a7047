import type { ImportFate } from '../../progress/records/import.ts';
import type { ExportFault } from '../../progress/records/export-file.ts';

/** What becomes of an imported run or value, and what will happen to it. */
export const FATE_WORDS: Record<ImportFate, { readonly name: string; readonly what: string }> = {
  new: { name: '新的', what: '这里没有，会加进来' },
  more: { name: '更全', what: '文件里的更全，会补上' },
  both: { name: '两边都改过', what: '合在一起，同一步以后做的为准' },
  same: { name: '相同', what: '这里已经有，不动' },
  fewer: { name: '这里更全', what: '这里的更全，不动' },
  kept: { name: '不一样', what: '留这里的，不用文件里的' },
  unreadable: { name: '读不懂', what: '不导入' },
};

/** Why a file cannot be imported, and what to do. */
export const FAULT_WORDS: Record<ExportFault | 'encoding' | 'passphrase', string> = {
  'not-json': '这个文件读不出来：它不是导出的文件，或者被改坏了、没有下载完整。请换一份。',
  'not-export': '这个文件不是这里导出的记录。请选“导出”得到的文件。',
  newer: '这个文件是新版网站导出的，这一版读不懂。请先刷新页面，再试一次。',
  'too-big': '这个文件太大，不会是这里导出的记录。',
  encoding: '这个文件的文字编码不对，可能用别的软件另存过。请用原来导出的文件。',
  passphrase: '口令不对，或者文件坏了。请再输一次；口令丢了就打不开，谁也帮不上忙。',
};

/** A number of characters as readers know sizes: a character takes two bytes. */
export function sizeWords(characters: number): string {
  const kilobytes = (characters * 2) / 1024;
  if (kilobytes < 1) return '不到 1 KB';
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}
