/** Numbers in Chinese words, as they stand before a unit: 两天, 十五日, 三十日. */
const DIGITS = '零一二三四五六七八九';

/** @returns the value of figures, or of words below a hundred; NaN for anything else */
export function valueOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens, ten, ones] =
    /^([一二三四五六七八九])?(十)?([一两二三四五六七八九])?$/.exec(text) ?? [];
  const digit = (word: string) => DIGITS.indexOf(word.replace('两', '二'));
  if (ten) return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
  const only = tens ?? ones;
  return only && text.length === 1 ? digit(only) : NaN;
}

/** @param value from 1 to 99 */
export function numeralOf(value: number): string {
  if (value === 2) return '两';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (
    (tens > 1 ? (DIGITS[tens] ?? '') : '') +
    (tens > 0 ? '十' : '') +
    (ones > 0 ? (DIGITS[ones] ?? '') : '')
  );
}
