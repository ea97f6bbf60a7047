/** The edges of a diagram before they are drawn: from which height to which, and on which track. */
import type { Course, Row, StepRow } from './rows.ts';
import { MARK, OUTCOME, ROW } from './units.ts';
import { assignTracks } from './tracks.ts';

/** From one arrival at a node's side to the next, at most, and room for all of them. */
const ARRIVAL_STEP = 6;
const ARRIVAL_ROOM = 16;

export interface Link {
  readonly from: StepRow;
  readonly to: Row;
  readonly course: Course;
  readonly label?: string;
  /** True on the way through to the good end. */
  readonly isWay: boolean;
  /** Where it leaves its row: the line of its outcome, or the channel under a plain step. */
  readonly leaves: number;
  /** Where it comes in: the target's middle, or beside it when several do. */
  readonly arrives: number;
  /** Track in the gutter, 0 next to the lanes; edges that run down have none. */
  readonly track: number;
}

export interface Links {
  readonly all: readonly Link[];
  /** Number of tracks in the left gutter, where edges lead back. */
  readonly left: number;
  /** Number of tracks in the right gutter, where edges lead ahead. */
  readonly right: number;
}

/** Half the height of a row's mark, with the distance that edges keep. */
export function markOf(row: Row): number {
  return row.kind === 'step' && row.step.outcomes ? MARK.gate : MARK.step;
}

/** All edges with their heights and tracks. @throws Error when one leads to no row */
export function linksOf(rows: readonly Row[]): Links {
  const nodes = new Map(rows.filter((row) => row.kind !== 'phase').map((row) => [row.id, row]));
  const drafts = rows.flatMap((from): Omit<Link, 'arrives' | 'track'>[] => {
    if (from.kind !== 'step') return [];
    return from.exits.map((exit, index) => {
      const to = nodes.get(exit.to);
      if (!to) throw new Error(`"${from.id}" leads to "${exit.to}", which the diagram has not`);
      const leaves = from.top + (from.step.outcomes ? ROW + (index + 0.5) * OUTCOME : ROW - 3);
      return { ...exit, from, to, leaves };
    });
  });
  const arrived = new Map<string, number>();
  const arrivals = (course: Course, id: string) =>
    drafts.filter((each) => each.course === course && each.to.id === id).length;
  const placed = drafts.map((draft) => {
    const middle = draft.to.top + ROW / 2;
    if (draft.course === 'down') return { ...draft, arrives: middle - markOf(draft.to) };
    const side = `${draft.course} ${draft.to.id}`;
    const nth = arrived.get(side) ?? 0;
    arrived.set(side, nth + 1);
    // On either side the first source takes the lowest place: then the outer track comes in beyond the
    // end of the inner one, and they do not cross.
    const others = arrivals(draft.course, draft.to.id) - 1;
    const step = Math.min(ARRIVAL_STEP, ARRIVAL_ROOM / Math.max(others, 1));
    const offset = (others / 2 - nth) * step;
    return { ...draft, arrives: middle + offset };
  });
  const back = tracksOf(placed.filter((link) => link.course === 'back'));
  const ahead = tracksOf(placed.filter((link) => link.course === 'ahead'));
  const all = placed.map((link) => {
    const track = (link.course === 'back' ? back : ahead).get(link) ?? 0;
    return { ...link, track };
  });
  return { all, left: countOf(back), right: countOf(ahead) };
}

type Placed = Omit<Link, 'track'>;

function tracksOf(links: readonly Placed[]): ReadonlyMap<Placed, number> {
  const tracks = assignTracks(links.map(({ leaves, arrives }) => ({ from: leaves, to: arrives })));
  return new Map(links.map((link, index) => [link, tracks[index] ?? 0]));
}

function countOf(tracks: ReadonlyMap<unknown, number>): number {
  return Math.max(-1, ...tracks.values()) + 1;
}
