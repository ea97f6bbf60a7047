/** Words of a query: which of its neighbouring characters belong together. */

export interface Word {
  readonly units: readonly string[];
  /** Where it begins. */
  readonly offset: number;
}

/**
 * Cuts a row of units into words.
 *
 * @param units letters, digits and Chinese characters, without a break
 * @returns the row as one word, where the browser cannot tell
 */
export function wordsOf(units: readonly string[]): Word[] {
  if (units.length === 0) return [];
  if (!('Segmenter' in Intl)) return [{ units, offset: 0 }];
  const words: Word[] = [];
  let offset = 0;
  let isOpen = false;
  for (const segment of new Intl.Segmenter('zh', { granularity: 'word' }).segment(units.join(''))) {
    const length = [...segment.segment].length;
    const word = units.slice(offset, offset + length);
    const before = isOpen ? words.pop() : undefined;
    words.push({ units: [...(before?.units ?? []), ...word], offset: before?.offset ?? offset });
    // 第一 and 周 are one word here: which one it is, is what is asked.
    isOpen = segment.segment.startsWith('第');
    offset += length;
  }
  return words;
}
