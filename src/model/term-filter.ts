/** What a term of the glossary is called. */
export interface TermNames {
  /** The term and its other names, as they are written. */
  readonly names: string;
  /** The term's pinyin, small letters without spaces and tones. */
  readonly pinyin: string;
}

/**
 * True when what was typed stands in one of a term's names, or begins its pinyin; all of it, where words
 * are apart. Width and size of letters do not matter.
 */
export function matchesTerm(typed: string, { names, pinyin }: TermNames): boolean {
  const written = plain(names);
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const isPinyin = words.length > 0 && pinyin.startsWith(words.join(''));
  return isPinyin || words.every((word) => written.includes(word));
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
