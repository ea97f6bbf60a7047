/** Gutter tracks: no two edges that pass the same height run on the same track. */

export interface Span {
  /** Upper and lower end, in any order. */
  readonly from: number;
  readonly to: number;
}

/** How much of a track must stay free between two edges on it. */
export const TRACK_GAP = 6;

/**
 * Gives each span a track, 0 being the one next to the lanes. Short spans come first, so that what
 * leads far runs around what leads near.
 *
 * @returns the track of each span, in the order given
 */
export function assignTracks(spans: readonly Span[]): number[] {
  const taken: Span[][] = [];
  const tracks = spans.map(() => 0);
  const shortFirst = spans
    .map((_, index) => index)
    .sort((a, b) => length(spans[a]) - length(spans[b]));
  for (const index of shortFirst) {
    const span = spans[index] as Span;
    let track = taken.findIndex((others) => others.every((other) => apart(span, other)));
    if (track < 0) track = taken.push([]) - 1;
    taken[track]?.push(span);
    tracks[index] = track;
  }
  return tracks;
}

function length(span: Span | undefined): number {
  return span ? Math.abs(span.to - span.from) : 0;
}

function apart(a: Span, b: Span): boolean {
  return (
    Math.max(a.from, a.to) + TRACK_GAP <= Math.min(b.from, b.to) ||
    Math.max(b.from, b.to) + TRACK_GAP <= Math.min(a.from, a.to)
  );
}
