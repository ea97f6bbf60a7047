/** The rows of a workflow's diagram: a band for each phase, a row for each step and each end. */
import { resolveFlow } from '../../model/graph.ts';
import { isGateKind, type EndResult } from '../../model/vocabulary.ts';
import type { Workflow, WorkflowStep } from '../../schemas/workflow.ts';
import { OUTCOME, ROW, UNDER_GATE } from './units.ts';
import { wayThrough } from './way.ts';

/** Where an edge leads, as seen from its own row. */
export type Course =
  /** to the very next row, down the lane */
  | 'down'
  /** back to an earlier step, or to the same one */
  | 'back'
  /** past the next row, to a later step or an end */
  | 'ahead';

export interface Exit {
  readonly to: string;
  readonly course: Course;
  /** What the gate answers; a plain step has none. The answer that goes on says where to: `投 → 6`. */
  readonly label?: string;
  /** Where to, in words: a step's number or an end's title. */
  readonly place: string;
  /** True on the way through to the good end. */
  readonly isWay: boolean;
}

export interface Lane {
  readonly id: string;
  readonly name: string;
}

interface RowBase {
  readonly id: string;
  /** Upper edge, in 26ths of a row. */
  readonly top: number;
  readonly height: number;
  /** Place of the lane, from 0; ends stand in the first. */
  readonly lane: number;
}

export interface PhaseRow extends RowBase {
  readonly kind: 'phase';
  readonly title: string;
}

export interface StepRow extends RowBase {
  readonly kind: 'step';
  /** From 1, through the whole workflow. */
  readonly number: number;
  readonly step: WorkflowStep;
  readonly party: string;
  /** A gate's outcomes in the order in which they hang under it: the one that goes on is the first. */
  readonly exits: readonly Exit[];
}

export interface EndRow extends RowBase {
  readonly kind: 'end';
  readonly title: string;
  readonly result: EndResult;
}

export type Row = PhaseRow | StepRow | EndRow;

/** The parties that act, in authored order: each is a lane. Those who only sign have no step to show. */
export function lanesOf(workflow: Pick<Workflow, 'parties' | 'phases'>): Lane[] {
  const acting = new Set(workflow.phases.flatMap(({ steps }) => steps.map((step) => step.by)));
  return workflow.parties.filter((party) => acting.has(party.id));
}

/** All rows from top to bottom. Which lane a phase's title stands in is settled with the edges. */
export function rowsOf(workflow: Workflow): Row[] {
  const lanes = lanesOf(workflow);
  const flow = resolveFlow(workflow as Parameters<typeof resolveFlow>[0]);
  const order = [...flow.steps, ...flow.ends].map(({ id }) => id);
  const ends = new Map(workflow.ends.map(({ id, title }) => [id, title]));
  const places = order.map((id, index) => ends.get(id) ?? String(index + 1));
  const authored = workflow.phases.flatMap(({ steps }) => steps);
  const targets = authored.map((step, index) => targetsOf(step, flow.steps[index]?.next));
  const way = wayThrough([
    ...authored.map(({ id }, index) => ({ id, next: (targets[index] ?? []).map(({ to }) => to) })),
    ...workflow.ends.map(({ id, result }) => ({ id, result, next: [] })),
  ]);
  const rows: Row[] = [];
  let top = 0;
  let number = 0;
  const add = (row: Row) => {
    rows.push(row);
    top += row.height;
  };
  for (const { id, title, steps } of workflow.phases) {
    add({ kind: 'phase', id, title, top, height: ROW, lane: 0 });
    for (const step of steps) {
      const lane = lanes.findIndex((each) => each.id === step.by);
      const exits = exitsOf(
        targets[number] ?? [],
        order,
        places,
        number,
        way.get(step.id),
        authored.length,
      );
      const height = ROW + (step.outcomes ? exits.length * OUTCOME + UNDER_GATE : 0);
      const party = lanes[lane]?.name ?? step.by;
      number += 1;
      add({ kind: 'step', id: step.id, step, number, party, exits, top, height, lane });
    }
  }
  for (const { id, title, result } of workflow.ends) {
    add({ kind: 'end', id, title, result, top, height: ROW, lane: 0 });
  }
  return rows;
}

interface Target {
  readonly to: string;
  readonly label?: string;
}

function targetsOf(step: WorkflowStep, next: string | undefined): readonly Target[] {
  if (isGateKind(step.kind)) return step.outcomes ?? [];
  return next === undefined ? [] : [{ to: next }];
}

/**
 * @param order ids of all steps and ends
 * @param places what they are called, in the same order
 * @param index place of the step among them
 * @param way which of the targets the way through takes
 * @param steps how many of `order` are steps
 */
function exitsOf(
  targets: readonly Target[],
  order: readonly string[],
  places: readonly string[],
  index: number,
  way: number | undefined,
  steps: number,
): Exit[] {
  // Only one edge can run down the lane; a second answer that leads to the same place goes round.
  const isNext = ({ to }: Target) => order.indexOf(to) === index + 1;
  const down =
    way !== undefined && isNext(targets[way] as Target) ? way : targets.findIndex(isNext);
  const exits = targets.map(({ to, label }, nth): Exit => {
    const at = order.indexOf(to);
    const course = at <= index ? 'back' : nth === down ? 'down' : 'ahead';
    const isWay = nth === way;
    const exit: Exit = { to, course, isWay, place: places[at] ?? '' };
    if (label === undefined) return exit;
    return {
      ...exit,
      label: isWay ? `${label} → ${at < steps ? at + 1 : '结束'}` : label,
    };
  });
  const rank = ({ isWay, course }: Exit) => (isWay ? 0 : course === 'down' ? 2 : 1);
  return exits.sort((a, b) => rank(a) - rank(b));
}
