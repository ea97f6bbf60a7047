/** How a role is set in a seal. */

/** The role's characters, line by line, and their size. */
export interface SealLines {
  readonly lines: readonly string[];
  /** In units of the seal's width of 64. */
  readonly size: number;
}

/** Room for a line inside the seal's border, in units of its width of 64. */
const ROOM = 48;
/** What a seal holds of a role: a longer one stands beside it whole. */
const MOST = 10;

/**
 * A role on one or two lines that fit into the seal, the first one longer where they differ: a character
 * is as wide as its size, whatever the font.
 */
export function sealLines(role: string): SealLines {
  const characters = [...role.replaceAll(/\s/gu, '')].slice(0, MOST);
  const length = characters.length > 3 ? Math.ceil(characters.length / 2) : characters.length;
  const lines = [characters.slice(0, length), characters.slice(length)]
    .map((line) => line.join(''))
    .filter((line) => line !== '');
  return { lines, size: Math.min(17, Math.floor(ROOM / Math.max(length, 1))) };
}
