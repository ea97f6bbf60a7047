/** The pinyin that the glossary's editors wrote, against a library's. */
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { readContentTree } from '../../../../src/checks/content-tree.ts';
import { realTree } from './real-tree.ts';

/** This share is read as the library reads it, by the words around; of a character of several readings it may err. */
const LEAST_ALIKE = 0.99;

/** `lüe` is typed as `lve` and as `lue`. */
const typed = (syllables: string) => [syllables, syllables.replaceAll('v', 'u')];
const OPTIONS = { toneType: 'none', v: true } as const;

/** Terms of Chinese characters and Latin letters: numbers are read out. */
const terms = readContentTree(realTree)
  .tree.terms.fields.map((field) => ({
    term: field.get('term').text ?? '',
    pinyin: field.get('pinyin').text ?? '',
  }))
  .filter(({ term }) => !/\d/.test(term));

const lettersOf = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');
const readingOf = (term: string) =>
  lettersOf(pinyin(term, { ...OPTIONS, type: 'array', nonZh: 'consecutive' }).join(''));

/** True where each character can be read so that the whole is spelt. */
function canSpell([char, ...rest]: readonly string[], spelt: string): boolean {
  if (char === undefined) return spelt === '';
  const readings = /\p{Script=Han}/u.test(char)
    ? pinyin(char, { ...OPTIONS, type: 'array', multiple: true }).flatMap(typed)
    : [lettersOf(char)];
  return readings.some(
    (reading) => spelt.startsWith(reading) && canSpell(rest, spelt.slice(reading.length)),
  );
}

test('every term is spelt by readings of its characters', () => {
  expect(terms.length).toBeGreaterThan(45);
  const wrong = terms.filter(({ term, pinyin: spelt }) => !canSpell([...term], spelt));
  expect(wrong).toEqual([]);
});

test('as good as all are read as their words are', () => {
  const others = terms
    .map(({ term, pinyin: spelt }) => ({ term, spelt, read: readingOf(term) }))
    .filter(({ spelt, read }) => !typed(read).includes(spelt));
  if (others.length > 0) console.table(others);
  expect(1 - others.length / terms.length).toBeGreaterThanOrEqual(LEAST_ALIKE);
});

test('a wrong syllable, a tone or a space is found', () => {
  expect(canSpell([...'客户档案'], 'kehudangan')).toBe(true);
  for (const wrong of ['kehudanan', 'kehudangan4', 'ke hu dang an', 'kehudang']) {
    expect(canSpell([...'客户档案'], wrong)).toBe(false);
  }
});
