/** Draws the edges of a diagram in one of its two forms, as the data of SVG paths. */
import { linksOf, markOf, type Link, type Links } from './links.ts';
import { lanesOf, rowsOf, type Lane, type PhaseRow, type Row } from './rows.ts';
import { NARROW_FORM, ROW, textWidth, wideForm, type Form } from './units.ts';
import type { Workflow } from '../../schemas/workflow.ts';

export interface Drawing {
  /** From the rail of each step's or end's row to where its text ends, in tenths of the font size. */
  readonly reaches: ReadonlyMap<Row, number>;
  /** In tenths of the figure's font size. */
  readonly width: number;
  readonly edges: readonly Edge[];
  /** Path data of the lines between the lanes; empty for one rail. */
  readonly separators: string;
}

export interface Edge {
  /** `way`: on the way through to the good end, whatever its course. */
  readonly course: Link['course'] | 'stem' | 'way';
  /** Path data. */
  readonly d: string;
  /** Numbers of the steps that an edge leads back from and to. */
  readonly from?: number;
  readonly to?: number;
}

export interface Diagram {
  readonly lanes: readonly Lane[];
  readonly rows: readonly Row[];
  /** In 26ths of a row. */
  readonly height: number;
  /** Number of tracks in the left gutter. */
  readonly left: number;
  readonly wide: Drawing;
  readonly narrow: Drawing;
}

/** From the rail to an outcome's label, as the style sheet has it. */
const LABEL_INSET = 9;
/** How far an outcome's edge reaches from the rail towards its label. */
const LABEL_TICK = 6;
/** Size of a label and of a party's tag, against the figure's own. */
const LABEL_SIZE = 0.92;
const TAG_SIZE = 0.8;
/** Size of an end's title in the narrow form. */
const END_SIZE = 0.86;
/** Between a text and the edge that starts or ends at it. */
const GAP = 4;

/** Lays a workflow out: rows, lanes, and its edges in both forms. */
export function diagramOf(workflow: Workflow): Diagram {
  const lanes = lanesOf(workflow);
  const rows = rowsOf(workflow);
  const links = linksOf(rows);
  const wide = new EdgeDrawer(wideForm(lanes.length), rows, links, lanes.length);
  const narrow = new EdgeDrawer(NARROW_FORM, rows, links, 1);
  const last = rows.at(-1);
  return {
    lanes,
    rows: rows.map((row) => (row.kind === 'phase' ? { ...row, lane: wide.titleLane(row) } : row)),
    height: last ? last.top + last.height : 0,
    left: links.left,
    wide: wide.drawing(),
    narrow: narrow.drawing(),
  };
}

class EdgeDrawer {
  /** Where the right gutter begins. */
  private readonly right: number;

  constructor(
    private readonly form: Form,
    private readonly rows: readonly Row[],
    private readonly links: Links,
    private readonly lanes: number,
  ) {
    const lanesEnd = this.rail(0) + form.pitch * lanes - 12;
    const texts = rows.filter((row) => row.kind !== 'phase').map((row) => this.textEnd(row));
    const labels = links.all.map((link) => this.labelEnd(link));
    this.right = Math.ceil(Math.max(lanesEnd, ...texts, ...labels)) + GAP;
  }

  drawing(): Drawing {
    const { form, links, right } = this;
    return {
      reaches: new Map(this.rows.map((row) => [row, this.reach(row)])),
      width: right + links.right * form.track,
      separators: this.separators(),
      edges: [...this.stems(), ...links.all.map((link) => this.edge(link))],
    };
  }

  /**
   * The lane that a phase's title stands behind: the first, unless the edge that runs down through
   * the band would cut it there.
   */
  titleLane(phase: PhaseRow): number {
    const link = this.links.all.find(
      ({ course, from, to }) => course === 'down' && from.top < phase.top && phase.top < to.top,
    );
    if (!link) return 0;
    const lane = this.bandLane(link);
    const title = this.rail(0) + 12 + textWidth(phase.title) * 1.08 + 14;
    return this.rail(lane) - GAP > title ? 0 : lane;
  }

  private separators(): string {
    const last = this.rows.at(-1);
    const bottom = last ? last.top + last.height : 0;
    return Array.from({ length: this.lanes - 1 }, (_, index) => {
      return `M${this.rail(index + 1) - 11} 0V${bottom}`;
    }).join('');
  }

  private rail(lane: number): number {
    const { form, links } = this;
    return links.left * form.track + form.inset + lane * form.pitch;
  }

  /** An edge that goes on to the next phase runs through its band in one of its two lanes. */
  private bandLane({ from, to }: Link): number {
    return Math.min(from.lane, to.lane) === 0 ? 0 : Math.max(from.lane, to.lane);
  }

  private textEnd(row: Row): number {
    const start = this.rail(this.form.pitch ? row.lane : 0);
    return start + this.reach(row) + (row.kind === 'phase' ? 0 : GAP);
  }

  private reach(row: Row): number {
    const { form } = this;
    if (row.kind === 'phase') return form.text;
    if (row.kind === 'end') {
      const title = textWidth(row.title) * (form.tagged ? END_SIZE : 1);
      return form.text + Math.min(title, form.endTitle) + (form.tagged ? 0 : 19);
    }
    const tag = form.tagged ? textWidth(tagOf(row)) * TAG_SIZE : 0;
    return form.text + Math.max(textWidth(row.step.short), tag);
  }

  private labelEnd({ from, label }: Link): number {
    if (label === undefined) return 0;
    return this.rail(from.lane) + LABEL_INSET + textWidth(label) * LABEL_SIZE + GAP;
  }

  /** From a gate down to the last of its outcomes, when no edge goes on down from there. */
  private stems(): Edge[] {
    return this.rows.flatMap((row) => {
      const out = this.links.all.filter((link) => link.from === row && link.label !== undefined);
      const last = out.at(-1);
      if (!last || out.some(({ course }) => course === 'down')) return [];
      const from = this.railFrom(row);
      if (from >= last.leaves) return [];
      return [{ course: 'stem', d: `M${this.rail(row.lane)} ${num(from)}V${num(last.leaves)}` }];
    });
  }

  private edge(link: Link): Edge {
    const { course, from, to, isWay } = link;
    const d =
      course === 'down' ? this.down(link) : course === 'back' ? this.back(link) : this.ahead(link);
    if (course === 'back' && to.kind === 'step') {
      return { course, d, from: from.number, to: to.number };
    }
    return { course: isWay ? 'way' : course, d };
  }

  /** Where the rail of what does not turn away begins: under the mark, or where the way through leaves it. */
  private railFrom(row: Row): number {
    const way = this.links.all.find(
      ({ from, isWay, course, label }) =>
        from === row && isWay && course === 'ahead' && label !== undefined,
    );
    return way?.leaves ?? under(row);
  }

  private down(link: Link): string {
    const { from, to, arrives, label, leaves } = link;
    const [x1, x2] = [this.rail(from.lane), this.rail(to.lane)];
    const tick = label === undefined ? '' : `M${x1} ${num(leaves)}h${LABEL_TICK}`;
    const start = `${tick}M${x1} ${num(this.railFrom(from))}`;
    if (x1 === x2) return `${start}V${num(arrives)}${HEAD.down}`;
    const below = from.top + from.height - 3;
    const above = to.top - 3;
    const turn = above > below && this.bandLane(link) === from.lane ? above : below;
    return `${start}V${num(turn)}H${x2}V${num(arrives)}${HEAD.down}`;
  }

  private back(link: Link): string {
    const { form, links } = this;
    const x = (links.left - link.track) * form.track - form.track / 2;
    const start = this.start(link, this.rail(link.from.lane) + LABEL_TICK);
    return `${start}H${num(x)}V${num(link.arrives)}H${this.rail(link.to.lane) - MARK_SIDE}${HEAD.right}`;
  }

  private ahead(link: Link): string {
    const { from, label, leaves, isWay } = link;
    const rail = this.rail(from.lane);
    const x = this.right + (link.track + 0.5) * this.form.track;
    const end = this.textEnd(link.to);
    const stem = isWay ? `M${rail} ${num(under(from))}V${num(leaves)}` : `M${rail} ${num(leaves)}`;
    const start =
      label === undefined
        ? this.start(link, rail)
        : `${stem}h${LABEL_TICK}M${num(this.labelEnd(link))} ${num(leaves)}`;
    return `${start}H${num(x)}V${num(link.arrives)}H${num(end)}${HEAD.left}`;
  }

  /** Where an edge leaves: at its outcome's label, or under its plain step. */
  private start({ from, leaves, label }: Link, x: number): string {
    if (label !== undefined) return `M${x} ${num(leaves)}`;
    return `M${this.rail(from.lane)} ${num(under(from))}V${num(leaves)}`;
  }
}

/** Arrowheads. */
const HEAD = { down: 'm-3-3l3 3 3-3', right: 'm-3-3l3 3-3 3', left: 'm3-3l-3 3 3 3' } as const;

/** How far an edge that leads back stays away from the middle of the mark it comes to. */
const MARK_SIDE = 13;

/** What stands under a node's name in the narrow form. */
export function tagOf(row: Extract<Row, { kind: 'step' }>): string {
  const { step, party } = row;
  return [party, step.critical && '关键', step.optional !== undefined && '视情况']
    .filter(Boolean)
    .join(' · ');
}

/** Where an edge leaves a row's mark downwards. */
function under(row: Row): number {
  return row.top + ROW / 2 + markOf(row);
}

function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}
