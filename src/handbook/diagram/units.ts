/**
 * The measures of a workflow's diagram. Lengths across are tenths of the figure's font size; lengths
 * down are 26ths of a row, which on paper and for a mouse is the same. `styles/diagram.css` states the
 * same measures for the nodes, and the geometry test holds the two together.
 */

/** Height of a step's, a phase's and an end's row. */
export const ROW = 26;

/** Height of the line under a gate on which one outcome stands. */
export const OUTCOME = 16;

/** Room under a gate's outcomes, for the edge that turns away there. */
export const UNDER_GATE = 6;

/** How far edges stay away from the middle of a step's or an end's mark, and of a gate's diamond. */
export const MARK = { step: 9, gate: 11 } as const;

/** The lanes side by side, or one rail. */
export interface Form {
  /** From one lane to the next. */
  readonly pitch: number;
  /** From one track of a gutter to the next. */
  readonly track: number;
  /** From the inmost left track to the first lane's rail. */
  readonly inset: number;
  /** From the rail to a node's text. */
  readonly text: number;
  /** How long an end's title may run before it wraps. */
  readonly endTitle: number;
  /** Whether the party stands under the node's name. */
  readonly tagged: boolean;
}

/** From lane to lane, by the number of lanes; further lanes take the last figure. */
export const PITCHES = [160, 160, 130, 120, 105, 90, 71, 66, 58] as const;

export function wideForm(lanes: number): Form {
  const pitch = PITCHES[lanes] ?? 58;
  return { pitch, track: 9, inset: 20, text: 14, endTitle: 300, tagged: false };
}

export const NARROW_FORM: Form = {
  pitch: 0,
  track: 7,
  inset: 18,
  text: 14,
  endTitle: 110,
  tagged: true,
};

/** Width of a text in tenths of its font size: a Han character is square, Latin and a space are narrower. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + widthOf(char), 0);
}

function widthOf(char: string): number {
  if (char === ' ') return 3.5;
  return /[\u0020-\u024f]/.test(char) ? 6.5 : 10;
}
