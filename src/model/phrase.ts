/**
 * Text as the search compares it: a row of units, one for each letter, digit or Chinese character,
 * folded so that width, case and accents do not matter. The index, the query, the excerpts and the
 * marks on the page all cut text here, so that they cannot disagree.
 */

/** Stands where something parts two characters: punctuation, or a space between words. */
export const BREAK = '\u0001';

/**
 * Ends a block of text in the index: two breaks, so that no phrase and no punctuation reaches into the
 * next one.
 */
export const BLOCK_END: readonly string[] = [BREAK, BREAK];

export interface Unit {
  /** One folded letter, digit or Chinese character, or `BREAK`. */
  readonly text: string;
  /** Where it begins and ends in the text it was cut from, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

const LETTER = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
const SPACE = /\s/u;
/** Marks over letters, and characters that take no room: soft hyphen, zero-width ones. */
const NOTHING = /[\p{M}\u00AD\u200B-\u200F\u2060\uFEFF]/u;

/**
 * Cuts a text into units. Punctuation becomes one `BREAK` however long it is, and so does a space
 * between two words of one script; a space between Chinese and Latin letters or digits counts for
 * nothing (`24 小时` is `24小时`). No `BREAK` at either end.
 */
export function cut(text: string): Unit[] {
  const units: Unit[] = [];
  let parted = false;
  let spaced = false;
  let at = 0;
  for (const character of text) {
    const from = at;
    at += character.length;
    for (const folded of fold(character)) {
      if (NOTHING.test(folded)) continue;
      if (!LETTER.test(folded)) {
        if (SPACE.test(folded)) spaced = true;
        else parted = true;
        continue;
      }
      const before = units.at(-1);
      if (before && (parted || (spaced && HAN.test(before.text) === HAN.test(folded)))) {
        units.push({ text: BREAK, from: before.to, to: from });
      }
      parted = false;
      spaced = false;
      units.push({ text: folded, from, to: at });
    }
  }
  return units;
}

/**
 * The word of the index for two neighbouring units, or for one alone the beginning of all its words:
 * four small letters for each code point. No browser and no indexer finds anything to split or to fold
 * in it, where they disagree about words in Chinese.
 */
export function wordOf(first: string, second = ''): string {
  return [first, second].map((unit) => (unit ? letters(unit.codePointAt(0) ?? 0) : '')).join('');
}

/** The units' texts only. */
export function cutTexts(text: string): string[] {
  return cut(text).map((unit) => unit.text);
}

/** Where a row of units stands in another: the index of each first unit, overlaps included. */
export function findUnits(within: readonly string[], wanted: readonly string[]): number[] {
  const found: number[] = [];
  if (wanted.length === 0) return found;
  for (let start = 0; start + wanted.length <= within.length; start += 1) {
    if (wanted.every((unit, offset) => within[start + offset] === unit)) found.push(start);
  }
  return found;
}

/**
 * The terms of a query, each a row of units, all of them required. Spaces part terms, except between
 * Chinese and Latin letters or digits: there the `joined` reading comes first.
 *
 * @returns one or two readings; the second, when there is one, parts at every space
 */
export function readQuery(query: string): string[][][] {
  const words = query.split(/\s+/u).filter((word) => cut(word).length > 0);
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const last = before && cutTexts(before).at(-1);
    const first = cutTexts(word)[0];
    if (before && last && first && HAN.test(last) !== HAN.test(first)) {
      joined[joined.length - 1] = `${before}${word}`;
    } else joined.push(word);
  }
  const readings = joined.length === words.length ? [words] : [joined, words];
  return readings.map((terms) => distinct(terms.map(cutTexts)));
}

/** True for a query in Latin letters only, which may be pinyin. */
export function isLatin(query: string): boolean {
  const units = cutTexts(query);
  return units.length > 0 && units.every((unit) => /^[a-z]$/.test(unit) || unit === BREAK);
}

/** The words in Latin letters that stand in a row of units. */
export function latinWords(units: readonly string[]): string[] {
  return units.join('').match(/[a-z]+/g) ?? [];
}

/** True for a Chinese character. */
export function isHan(unit: string): boolean {
  return HAN.test(unit);
}

function fold(character: string): string {
  return character.normalize('NFKD').toLowerCase();
}

const WIDTH = 4;
const BASE = 26;
const FIRST_LETTER = 97;

function letters(code: number): string {
  let text = '';
  for (let rest = code; text.length < WIDTH; rest = Math.floor(rest / BASE)) {
    text = String.fromCharCode(FIRST_LETTER + (rest % BASE)) + text;
  }
  return text;
}

function distinct(terms: readonly string[][]): string[][] {
  return terms.filter(
    (term, index) => terms.findIndex((other) => other.join('') === term.join('')) === index,
  );
}
