/** Cuts what a result shows out of a place's text, with the phrase marked. */
import { cut, findUnits } from '../../model/phrase.ts';
import type { PlaceText } from '../../model/search-data.ts';

/** A piece of text; `mark` where it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly mark: boolean;
}

/** Length from which a block says something: shorter ones are labels. */
const TELLING = 8;

/** Characters an excerpt shows before the phrase, and at most in all. */
const BEFORE = 18;
const LENGTH = 76;

/** The text in pieces, every occurrence of a term marked. */
export function markTerms(text: string, terms: readonly (readonly string[])[]): Piece[] {
  return piecesOf(text, rangesOf(text, terms));
}

/**
 * What to show of a place below its title: of the text that has most of the terms what stands around
 * the first one; the beginning where only the title has them.
 */
export function excerptOf(place: PlaceText, terms: readonly (readonly string[])[]): Piece[] {
  const [, title, titleBlock, ...blocks] = place;
  // A term's other names stand in its title block: of use only when the title has not the phrase.
  const isTitled = rangesOf(title, terms).length > 0;
  const all = titleBlock && !isTitled ? [...blocks, titleBlock] : blocks;
  const best = fullest(all, terms);
  const text = best?.block ?? blocks.find(({ length }) => length >= TELLING) ?? blocks[0] ?? '';
  const first = best?.ranges[0]?.[0] ?? 0;
  const from = first <= BEFORE || text.length <= LENGTH ? 0 : first - BEFORE;
  const to = Math.min(text.length, from + LENGTH);
  const shown = text.slice(from, to);
  const pieces = piecesOf(shown, rangesOf(shown, terms));
  return [
    ...(from > 0 ? [{ text: '……', mark: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: '……', mark: false }] : []),
  ];
}

/** The block with most of what was asked for, the first of several: each term counts once. */
function fullest(
  blocks: readonly string[],
  terms: readonly (readonly string[])[],
): { block: string; ranges: Range[] } | undefined {
  const unitsIn = (block: string) => {
    const texts = cut(block).map(({ text }) => text);
    return terms.reduce(
      (sum, term) => sum + (findUnits(texts, term).length > 0 ? term.length : 0),
      0,
    );
  };
  const most = Math.max(0, ...blocks.map(unitsIn));
  const block = most > 0 ? blocks.find((each) => unitsIn(each) === most) : undefined;
  return block === undefined ? undefined : { block, ranges: rangesOf(block, terms) };
}

type Range = readonly [from: number, to: number];

/** Where the terms stand in a text, ascending, merged where they touch. */
export function rangesOf(text: string, terms: readonly (readonly string[])[]): Range[] {
  const units = cut(text);
  const texts = units.map((unit) => unit.text);
  const ranges = terms
    .flatMap((term) =>
      findUnits(texts, term).map((start): Range => {
        const last = units[start + term.length - 1];
        return [units[start]?.from ?? 0, last?.to ?? 0];
      }),
    )
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of ranges) {
    const before = merged.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function piecesOf(text: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) pieces.push({ text: text.slice(at, from), mark: false });
    pieces.push({ text: text.slice(from, to), mark: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: false });
  return pieces;
}
