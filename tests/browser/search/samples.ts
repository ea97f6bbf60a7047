/** Queries drawn from the truth: phrases that stand somewhere, and phrases that stand nowhere. */
import { oneOf, seeded, whole } from '../../support/random.ts';
import { pagesWith, type TruePage } from './truth.ts';

const SHORTEST = 2;
const LONGEST = 12;

/** Phrases of 2 to 12 letters, digits and characters, within one block and without punctuation. */
export function presentPhrases(truth: readonly TruePage[], count: number, seed: number): string[] {
  const random = seeded(seed);
  const runs = runsOf(truth, /[\p{L}\p{N}]{2,}/gu);
  return gather(count, () => pieceOf(random, oneOf(random, runs)));
}

/** Phrases in which Chinese meets Latin letters or digits. */
export function mixedPhrases(truth: readonly TruePage[], count: number, seed: number): string[] {
  const random = seeded(seed);
  const runs = runsOf(truth, /[\p{L}\p{N}]{3,}/gu);
  const seams = runs.flatMap((run) =>
    [...run.matchAll(/\p{Script=Han}(?=[a-z0-9])|[a-z0-9](?=\p{Script=Han})/gu)].map(
      ({ index }) => {
        const from = Math.max(0, index - whole(random, 4));
        return run.slice(from, index + 2 + whole(random, 4));
      },
    ),
  );
  return gather(Math.min(count, new Set(seams).size), () => oneOf(random, seams));
}

/** Phrases made of the same characters that no page has: parts of two places, or two swapped. */
export function absentPhrases(truth: readonly TruePage[], count: number, seed: number): string[] {
  const random = seeded(seed);
  const runs = runsOf(truth, /\p{Script=Han}{4,}/gu);
  return gather(count, () => {
    const [first, second] = [
      pieceOf(random, oneOf(random, runs)),
      pieceOf(random, oneOf(random, runs)),
    ];
    const joined = first.slice(0, 4) + second.slice(-4);
    return pagesWith(truth, joined).length === 0 ? joined : undefined;
  });
}

/** The ways in which one may type a mixed phrase: with a space at the seam, wide, or in capitals. */
export function typedOtherwise(phrase: string): string[] {
  const spaced = phrase.replace(
    /(\p{Script=Han})(?=[a-z0-9])|([a-z0-9])(?=\p{Script=Han})/gu,
    '$1$2 ',
  );
  const wide = phrase.replace(/[a-z0-9]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
  );
  return [spaced, wide, phrase.toUpperCase()];
}

function runsOf(truth: readonly TruePage[], pattern: RegExp): string[] {
  return truth.flatMap(({ blocks }) => blocks.flatMap((block) => block.match(pattern) ?? []));
}

function pieceOf(random: () => number, run: string): string {
  const characters = [...run];
  const length = Math.min(characters.length, SHORTEST + whole(random, LONGEST - SHORTEST + 1));
  const from = whole(random, characters.length - length + 1);
  return characters.slice(from, from + length).join('');
}

/** Different samples, as many as asked for. */
function gather(count: number, draw: () => string | undefined): string[] {
  const found = new Set<string>();
  for (let tries = 0; found.size < count; tries += 1) {
    if (tries > 100 * count) throw new Error(`Only ${found.size} of ${count} samples to be had`);
    const sample = draw();
    if (sample) found.add(sample);
  }
  return [...found];
}
