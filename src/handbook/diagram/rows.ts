/** The rows of a workflow's diagram: a band for each phase, a row for each step and each end. */
import { resolveFlow } from '../../model/graph.ts';
import { isGateKind, type EndResult } from '../../model/vocabulary.ts';
import type { Workflow, WorkflowStep } from '../../schemas/workflow.ts';
import { OUTCOME, ROW, UNDER_GATE } from './units.ts';

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
  /** What the gate answers; a plain step has none. */
  readonly label?: string;
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
  /** A gate's outcomes in the order in which they hang under it: the one that goes on is the last. */
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
      const exits = exitsOf(step, flow.steps[number]?.next, order, number);
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

function exitsOf(
  step: WorkflowStep,
  next: string | undefined,
  order: readonly string[],
  index: number,
): Exit[] {
  const targets: { readonly to: string; readonly label?: string }[] = isGateKind(step.kind)
    ? (step.outcomes ?? [])
    : next === undefined
      ? []
      : [{ to: next }];
  let down = false;
  const exits = targets.map(({ to, label }): Exit => {
    const at = order.indexOf(to);
    // Only one edge can run down the lane; a second answer that leads to the same place goes round.
    const course = at <= index ? 'back' : at === index + 1 && !down ? 'down' : 'ahead';
    down ||= course === 'down';
    return { to, course, ...(label === undefined ? {} : { label }) };
  });
  return exits.sort((a, b) => Number(a.course === 'down') - Number(b.course === 'down'));
}
