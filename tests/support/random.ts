/** Numbers that look random and are the same on every run: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to, and without, `below`. */
export function whole(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

/** One of a row. @throws RangeError when the row is empty */
export function oneOf<T>(random: () => number, row: readonly T[]): T {
  const found = row[whole(random, row.length)];
  if (found === undefined) throw new RangeError('Nothing to choose from');
  return found;
}
