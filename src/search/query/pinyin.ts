/** Finds titles by pinyin: in full, by initials, mixed, and typed half-way. */
import { BREAK, cutTexts } from '../../model/phrase.ts';
import type { PinyinData } from '../../model/search-data.ts';

export interface PinyinHit {
  /** Number among all places. */
  readonly place: number;
  /** 0 to 1: how much of the title it is, from how near its beginning. */
  readonly score: number;
  /** What of the title it matches. */
  readonly text: string;
}

export type FindPinyin = (query: string) => PinyinHit[];

interface Title {
  readonly characters: readonly string[];
  readonly syllables: readonly string[];
  readonly places: number[];
}

/** Two-letter initials, which one may type as one letter or as two. */
const DIGRAPH = /^[zcs]h/;

/** Reads the table; what it returns takes a query in Latin letters. */
export function readPinyin(data: PinyinData): FindPinyin {
  const titles = unfold(data);
  return (query) => {
    const wanted = cutTexts(query)
      .filter((unit) => unit !== BREAK)
      .join('');
    if (wanted.length < 2) return [];
    return titles.flatMap((title) => {
      const hit = matchTitle(title.syllables, wanted);
      if (!hit) return [];
      const share = (hit.to - hit.from) / title.syllables.length;
      const score = 0.6 * share + (hit.from === 0 ? 0.25 : 0) + 0.15 * hit.fullness;
      const text = title.characters.slice(hit.from, hit.to).join('');
      return title.places.map((place) => ({ place, score, text }));
    });
  };
}

function unfold({ syllables, characters, titles, exceptions }: PinyinData): Title[] {
  const usual = new Map<string, string>();
  for (const [number, row] of characters.entries()) {
    for (const character of row) usual.set(character, syllables[number] ?? '');
  }
  const special = new Map<number, Map<number, string>>();
  for (const [place, index, number] of exceptions) {
    const row = special.get(place) ?? new Map<number, string>();
    special.set(place, row.set(index, syllables[number] ?? ''));
  }
  const read = new Map<string, Title>();
  for (const [place, text] of titles.entries()) {
    const known = read.get(text);
    if (known) {
      known.places.push(place);
      continue;
    }
    const row = [...text];
    const own = special.get(place);
    const sounds = row.map(
      (each, index) => own?.get(index) ?? usual.get(each) ?? each.toLowerCase(),
    );
    read.set(text, { characters: row, syllables: sounds, places: [place] });
  }
  return [...read.values()];
}

interface Match {
  readonly from: number;
  readonly to: number;
  /** Share of the syllables that were typed in full. */
  readonly fullness: number;
}

/** The first place in a title that the letters fit. */
export function matchTitle(syllables: readonly string[], wanted: string): Match | undefined {
  for (let from = 0; from < syllables.length; from += 1) {
    if (syllables[from]?.[0] !== wanted[0]) continue;
    const end = follow(syllables, from, wanted, 0);
    if (end) return { from, to: end.to, fullness: end.full / (end.to - from) };
  }
  return undefined;
}

function follow(
  syllables: readonly string[],
  at: number,
  wanted: string,
  typed: number,
): { to: number; full: number } | undefined {
  if (typed === wanted.length) return { to: at, full: 0 };
  const syllable = syllables[at];
  if (!syllable) return undefined;
  // Punctuation in a title is passed over.
  if (!/^[a-z0-9]/.test(syllable)) return follow(syllables, at + 1, wanted, typed);
  if (wanted.startsWith(syllable, typed)) {
    const rest = follow(syllables, at + 1, wanted, typed + syllable.length);
    if (rest) return { to: rest.to, full: rest.full + 1 };
  }
  const left = wanted.slice(typed);
  if (left.length < syllable.length && syllable.startsWith(left)) return { to: at + 1, full: 0 };
  for (const initial of DIGRAPH.test(syllable) ? [2, 1] : [1]) {
    if (syllable.length > initial && wanted.startsWith(syllable.slice(0, initial), typed)) {
      const rest = follow(syllables, at + 1, wanted, typed + initial);
      if (rest) return rest;
    }
  }
  return undefined;
}
