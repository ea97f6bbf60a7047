/** What is said of what a pasted text lacks. */
import type { FoundReceipts } from '../../progress/training/receipt-text.ts';

/** Sentences, the gravest first; none where everything could be read. */
export function foundWords(found: FoundReceipts): string[] {
  const { receipts, incomplete, damaged, hasNewer, isTooLong } = found;
  if (isTooLong) return ['文字太长了，没有读：请一次少粘一些。'];
  const words = incomplete.map(({ total, missing }) => {
    return `有一份不全：一共 ${total} 段，少了第 ${missing.join('、')} 段，请对方再发一次。`;
  });
  if (damaged > 0) words.push(`有 ${damaged} 份坏了，读不出来，请对方再发一次。`);
  if (hasNewer) words.push('有一份是新版网站做的，请刷新页面再读。');
  if (receipts.length === 0 && words.length === 0) {
    words.push('没有找到回执：要连“KHB1t.”开头的那一串一起粘进来。');
  }
  return words;
}
