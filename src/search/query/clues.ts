/** What tells where a question is answered: its words and their pairs of characters, located. */
import { EMPTY, type Question } from './question.ts';
import { wordsOf } from './segment.ts';
import { placeAt, type Table } from './table.ts';
import { locate, type FindWord, type Positions } from './words.ts';

/** One row of units of a part of the question. */
export interface Clue {
  readonly units: readonly string[];
  /** Number of its part, and where in it the clue begins. */
  readonly part: number;
  readonly offset: number;
  readonly positions: Positions;
  /** Share of its weight that it counts by itself, outside a run. */
  readonly telling: number;
  /** What it counts in a text, by how few places have it. */
  readonly weight: number;
  /** What it counts in a page's title: a word that texts are full of may be rare there. */
  readonly titleWeight: number;
}

/** What a word tells. */
const WORD = 1;

/** What a word of one character tells beside one of two. */
const ALONE = 0.7;

/** What a pair tells that is only a piece of a longer word, or has a character that says nothing. */
const PIECE = 0.4;

/** What a pair tells that two words make where they meet. */
const SEAM = 0.2;

/**
 * Locates all clues of a question. Pieces and seams that stand nowhere are left out; a whole word that
 * does is kept: what is asked about is missing, and counts as what stands at one place.
 */
export async function findClues(
  parts: Question['parts'],
  table: Table,
  find: FindWord,
): Promise<Clue[]> {
  const places = table.pages.reduce((sum, { starts }) => sum + starts.length - 1, 0);
  const clues = parts.flatMap((part, number) =>
    signsOf(part).map(async (sign): Promise<Clue> => {
      const positions = await locate(sign.units, find);
      const titled = table.pages.filter(({ titleUnits }) => holds(titleUnits, sign.units)).length;
      return {
        ...sign,
        part: number,
        positions,
        weight: rarity(Math.max(1, placesWith(positions, table)), places),
        titleWeight: rarity(titled, table.pages.length),
      };
    }),
  );
  return (await Promise.all(clues)).filter(
    ({ positions, telling }) => positions.size > 0 || telling >= ALONE,
  );
}

/** True when a row of units stands in another. */
export function holds(within: readonly string[], units: readonly string[]): boolean {
  return within.join('').includes(units.join(''));
}

type Sign = Pick<Clue, 'units' | 'offset' | 'telling'>;

/** Each two neighbouring units of a part, each word of one unit, and each longer word whole. */
function signsOf(part: readonly string[]): Sign[] {
  const words = wordsOf(part);
  const ends = new Set(words.map(({ units, offset }) => offset + units.length - 1));
  const whole = words.flatMap(({ units, offset }): Sign[] => {
    if (units.length === 2 || (units.length === 1 && EMPTY.has(units[0] ?? ''))) return [];
    return [{ units, offset, telling: units.length === 1 ? ALONE : WORD }];
  });
  const inLong = (at: number) =>
    words.some(
      ({ units, offset }) => units.length > 2 && at >= offset && at < offset + units.length,
    );
  const pairs = part.slice(1).map((second, offset): Sign => {
    const units = [part[offset] ?? '', second];
    if (ends.has(offset)) return { units, offset, telling: SEAM };
    const isPiece = inLong(offset) || units.some((unit) => EMPTY.has(unit));
    return { units, offset, telling: isPiece ? PIECE : WORD };
  });
  return [...whole, ...pairs];
}

/** What many have says little, and what none has cannot be asked for. */
function rarity(having: number, all: number): number {
  return having === 0 ? 0 : Math.log2(1 + all / having);
}

function placesWith(positions: Positions, table: Table): number {
  let having = 0;
  for (const [number, row] of positions) {
    const page = table.pages[number];
    if (page) having += new Set(row.map((position) => placeAt(page, position))).size;
  }
  return having;
}
