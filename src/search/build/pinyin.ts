import { pinyin } from 'pinyin-pro';
import { isHan } from '../../model/phrase.ts';
import type { PinyinData } from '../../model/search-data.ts';

/**
 * The readings of all titles, compactly: one usual syllable for each character, and the exceptions
 * (重客 zhong, 重新 chong) where a title reads it otherwise.
 */
export function buildPinyin(titles: readonly string[]): PinyinData {
  const readings = titles.map(readTitle);
  const usual = usualSyllables(readings);
  const syllables = [...new Set(usual.values())].sort();
  const numbers = new Map(syllables.map((syllable, number) => [syllable, number]));
  const characters = syllables.map(() => '');
  for (const [character, syllable] of usual) {
    const number = numbers.get(syllable) ?? 0;
    characters[number] += character;
  }
  const exceptions: [number, number, number][] = [];
  for (const [place, reading] of readings.entries()) {
    for (const [index, [character, syllable]] of reading.entries()) {
      if (!syllable || usual.get(character) === syllable) continue;
      let number = numbers.get(syllable);
      if (number === undefined) {
        number = syllables.push(syllable) - 1;
        numbers.set(syllable, number);
        characters.push('');
      }
      exceptions.push([place, index, number]);
    }
  }
  return { syllables, characters, titles, exceptions };
}

/** Each character of a title with its syllable in context; empty for what is not Chinese. */
function readTitle(title: string): [string, string][] {
  const characters = [...title];
  const syllables = pinyin(title, { toneType: 'none', type: 'array', v: true });
  return characters.map((character, index) => [
    character,
    isHan(character) ? (syllables[index] ?? '').toLowerCase() : '',
  ]);
}

function usualSyllables(readings: readonly [string, string][][]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [character, syllable] of readings.flat()) {
    if (!syllable) continue;
    const count = counts.get(character) ?? new Map<string, number>();
    counts.set(character, count.set(syllable, (count.get(syllable) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([character, count]) => [
      character,
      [...count].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '',
    ]),
  );
}
