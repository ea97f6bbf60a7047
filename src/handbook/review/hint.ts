/** How much a text repeats of what a question says: what is rare on a page gives more away than what is everywhere. */

/** Weight of the characters that two texts share; 0 where they share nothing but everyday ones. */
export type Hint = (about: string, text: string) => number;

/** From here on a likeness can be seen: one character that few texts of the page have. */
const VISIBLE = 1.4;
/** Wrong answers that repeat at least this part of it hide a likeness. */
const HIDES = 0.85;
/** A wrong answer that repeats so much more of the question than the right one could be right as well. */
const FITS_BETTER = 1.5;

/** Two texts that share so much speak of the same thing. */
const ALIKE = 3;
/** Two texts that share this part of the shorter one say the same. */
const SAME = 0.6;

/** Characters of grammar, which tell nothing. */
const EMPTY = new Set('的了与和及在到有是不把被给为向对由从以各每个一其所上下中内里');

/**
 * Characters count by how few texts have them (inverse document frequency).
 *
 * @param pool the texts that a question could be made of: titles, evidence, terms
 */
export function hintsOf(pool: readonly string[]): Hint {
  const known = new Map<string, Set<string>>();
  const charactersOf = (text: string) => {
    const characters = known.get(text) ?? charactersIn(text);
    known.set(text, characters);
    return characters;
  };
  const counts = new Map<string, number>();
  for (const text of pool) {
    for (const char of charactersOf(text)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const weight = (char: string) =>
    Math.max(0, Math.log((pool.length + 1) / ((counts.get(char) ?? 0) + 0.5)) - 0.5);
  return (about, text) => {
    const said = charactersOf(about);
    return [...charactersOf(text)].reduce(
      (sum, char) => sum + (said.has(char) ? weight(char) : 0),
      0,
    );
  };
}

/** Whether the right answer repeats visibly more of the question than every wrong one. */
export function standsOut(right: number, wrong: readonly number[]): boolean {
  return right >= VISIBLE && Math.max(0, ...wrong) < right * HIDES;
}

/** Whether two texts speak of the same thing, and do not say the same. */
export function areAlike(hint: Hint, one: string, other: string): boolean {
  const shared = hint(one, other);
  return shared >= ALIKE && shared < SAME * Math.min(hint(one, one), hint(other, other));
}

/** Whether a wrong answer suits the question better than the right one does. */
export function fitsBetter(wrong: number, right: number): boolean {
  return wrong > Math.max(VISIBLE, right * FITS_BETTER);
}

function charactersIn(text: string): Set<string> {
  return new Set(
    Array.from(text.toLowerCase()).filter((char) => /^[\p{L}\d]$/u.test(char) && !EMPTY.has(char)),
  );
}
