/** What an edition brought that readers have to act on, to be counted from the edition they saw last. */

/** An edition, with what has to be acted on of it and of all that came after it. */
export interface News {
  /** Its number. */
  readonly edition: number;
  /** The day on which it was published: `2026-11-27`. */
  readonly day: string;
  readonly count: number;
  /** How many of them concern each role, in the order of `roleChoices`. */
  readonly own: readonly number[];
}

/** Whatever is greater is a moment, in milliseconds since the epoch, and no edition's number. */
const GREATEST_EDITION = 1e9;

/** True for an edition that came after what was seen. @param seen as `readSeenEdition` gives it */
export function isAfter({ edition, day }: Pick<News, 'edition' | 'day'>, seen: number): boolean {
  if (seen < GREATEST_EDITION) return edition > seen;
  // Who came on the very day may have come before it.
  return new Date(seen).toISOString().slice(0, 10) <= day;
}

/**
 * What is new to a reader, counted.
 *
 * @param news the newest edition first
 * @param seen the edition seen last, or the moment at which the reader was here; absent: never here before
 * @returns nothing when there is nothing to act on
 */
export function newsSince(news: readonly News[], seen: number | undefined): News | undefined {
  if (seen === undefined) return undefined;
  const first = news.findLast((each) => isAfter(each, seen));
  return first && first.count > 0 ? first : undefined;
}

/**
 * Which editions came, and how many of their changes have to be acted on, own roles first.
 *
 * @param news what `newsSince` found
 * @param newest number of the edition that is read now
 * @param own titles of the reader's roles, with how many changes concern each
 */
export function newsWords(
  { edition, count }: News,
  newest: number,
  own: readonly (readonly [title: string, count: number])[],
): string {
  const editions = edition === newest ? `第 ${newest} 版` : `第 ${edition} 版到第 ${newest} 版`;
  const mine = own.flatMap(([title, ofRole]) => (ofRole > 0 ? `${title} ${ofRole} 处，` : []));
  return `出了${editions}，要照着改做法的：${mine.join('')}${mine.length > 0 ? '一共 ' : ''}${count} 处。`;
}
