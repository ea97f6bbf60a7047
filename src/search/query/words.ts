/** Where a word of the index stands: asks the engine, and remembers. */
import { wordOf } from '../../model/phrase.ts';
import type { Engine } from './engine.ts';
import { lastIndexWhere, type Table } from './table.ts';

/** Page's number → positions in the page, ascending. */
export type Positions = ReadonlyMap<number, readonly number[]>;
export type FindWord = (word: string) => Promise<Positions>;

/** Words remembered; a common one at 2,000 pages takes some 400 kB. */
const REMEMBERED = 60;

/**
 * Asks the engine for words: two units, or a single one that begins words.
 *
 * @param start starts the engine, or gives the one that runs: called when a word is first asked for
 */
export function wordFinder(start: () => Promise<Engine>, table: Table): FindWord {
  return remembering(async (word) => {
    const engine = await start();
    // All words of the index are of one length, so that a whole one begins no other.
    const found = new Map<number, readonly number[]>();
    for (const { p: key, l: positions } of await engine.search(word)) {
      const page = table.byKey.get(key);
      if (page !== undefined) found.set(page, ascending(positions.map(({ l }) => l)));
    }
    return found;
  });
}

function ascending(positions: readonly number[]): readonly number[] {
  const sorted = positions.every(
    (value, index) => index === 0 || value > (positions[index - 1] ?? 0),
  );
  return sorted ? positions : [...new Set(positions)].sort((a, b) => a - b);
}

function remembering(find: FindWord): FindWord {
  const known = new Map<string, Promise<Positions>>();
  return (word) => {
    const found = known.get(word) ?? find(word);
    known.delete(word);
    known.set(word, found);
    found.catch(() => known.delete(word));
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    return found;
  };
}

/** The words that prove a row of units, with their offsets: as few as can be. */
export function coverWords(units: readonly string[]): { word: string; offset: number }[] {
  if (units.length === 1) return [{ word: wordOf(units[0] ?? ''), offset: 0 }];
  const last = units.length - 2;
  const offsets = Array.from({ length: Math.ceil(units.length / 2) }, (_, at) =>
    Math.min(2 * at, last),
  );
  return offsets.map((offset) => ({
    word: wordOf(units[offset] ?? '', units[offset + 1]),
    offset,
  }));
}

/** Where a whole row of units stands: the positions of its first unit. */
export async function locate(units: readonly string[], find: FindWord): Promise<Positions> {
  const cover = coverWords(units);
  const found = await Promise.all(cover.map(({ word }) => find(word)));
  const parts = cover.map(({ offset }, index) => ({
    offset,
    positions: found[index] ?? new Map(),
  }));
  parts.sort((a, b) => a.positions.size - b.positions.size);
  const [rarest, ...others] = parts as [(typeof parts)[number], ...typeof parts];
  if (!rarest) return new Map();
  const starts = new Map<number, readonly number[]>();
  for (const [page, positions] of rarest.positions as Positions) {
    const rest = others.map(({ offset, positions: all }) => ({
      offset,
      on: (all as Positions).get(page),
    }));
    if (rest.some(({ on }) => !on)) continue;
    const here = positions
      .map((position) => position - rarest.offset)
      .filter((start) => rest.every(({ offset, on }) => has(on ?? [], start + offset)));
    if (here.length > 0) starts.set(page, here);
  }
  return starts;
}

function has(row: readonly number[], value: number): boolean {
  return row[lastIndexWhere(row.length, (index) => (row[index] ?? 0) <= value)] === value;
}
