const NUMERALS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A count as one says it before a measure word: 两本, 三份; beyond ten in figures: `12 本`. */
export function countOf(number: number, measure: string): string {
  return `${NUMERALS[number] ?? `${number} `}${measure}`;
}
