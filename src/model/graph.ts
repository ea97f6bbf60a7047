/**
 * The graph of a workflow: which step leads where, what can be reached, where it gets stuck.
 * Pure functions over a minimal shape, for the editor's checks and for the browser alike.
 */
import { isGateKind, type EndResult, type StepKind } from './vocabulary.ts';

export interface FlowStep {
  readonly id: string;
  /** Id of the step or end that follows. Not for gates. */
  readonly next?: string;
  /** What a gate can say, and where that leads. */
  readonly outcomes?: readonly { readonly id: string; readonly to: string }[];
}

export interface Flow {
  /** All steps, in authored order; the first one is where the workflow starts. */
  readonly steps: readonly FlowStep[];
  readonly ends: readonly { readonly id: string }[];
}

/** As much of an authored workflow as its graph needs. */
export interface AuthoredFlow {
  readonly phases: readonly {
    readonly steps: readonly (FlowStep & { readonly kind: StepKind })[];
  }[];
  readonly ends: readonly { readonly id: string; readonly result: EndResult }[];
}

/**
 * Makes the flow of an authored workflow explicit. A step that is no gate goes on to its own
 * `next`, else to the following step (across phases), else to the first end with result `done`.
 * A gate keeps its outcomes and goes nowhere else.
 */
export function resolveFlow(workflow: AuthoredFlow): Flow {
  const authored = workflow.phases.flatMap((phase) => phase.steps);
  const done = workflow.ends.find((end) => end.result === 'done');
  const steps = authored.map((step, index): FlowStep => {
    if (isGateKind(step.kind)) return { id: step.id, outcomes: step.outcomes ?? [] };
    const next = step.next ?? authored[index + 1]?.id ?? done?.id;
    return next === undefined ? { id: step.id } : { id: step.id, next };
  });
  return { steps, ends: workflow.ends };
}

/** Ids of what can follow a step directly, without repetition; `next` must be explicit. */
export function successors(step: FlowStep): string[] {
  if (step.outcomes) return [...new Set(step.outcomes.map((outcome) => outcome.to))];
  return step.next === undefined ? [] : [step.next];
}

/** Ids of the steps and ends that can be reached from a step or end, itself included. */
export function reachableFrom(flow: Flow, startId: string): Set<string> {
  const edges = new Map<string, string[]>(flow.ends.map((end) => [end.id, []]));
  for (const step of flow.steps) edges.set(step.id, successors(step));
  return closure(startId, edges);
}

/** Ids of the steps and ends that the first step never leads to, in authored order. */
export function unreached(flow: Flow): string[] {
  const first = flow.steps[0];
  const reached = first ? reachableFrom(flow, first.id) : new Set<string>();
  return [...flow.steps, ...flow.ends].map(({ id }) => id).filter((id) => !reached.has(id));
}

/** Ids of the steps from which no end can be reached, in authored order. */
export function deadEnds(flow: Flow): string[] {
  const backwards = new Map<string, string[]>();
  for (const step of flow.steps) {
    for (const to of successors(step)) backwards.set(to, [...(backwards.get(to) ?? []), step.id]);
  }
  const alive = new Set<string>();
  for (const end of flow.ends) closure(end.id, backwards, alive);
  return flow.steps.map(({ id }) => id).filter((id) => !alive.has(id));
}

/**
 * True when going from one step to another means going back: the target stands at or before it in
 * authored order. Ends, and ids that are no steps of the flow, are never behind.
 */
export function isBackward(flow: Flow, fromId: string, toId: string): boolean {
  const from = flow.steps.findIndex((step) => step.id === fromId);
  const to = flow.steps.findIndex((step) => step.id === toId);
  return from >= 0 && to >= 0 && to <= from;
}

/** Everything that the edges lead to from a start, added to what was found before. */
function closure(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
  found = new Set<string>(),
): Set<string> {
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const onward = edges.get(id) ?? [];
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...onward);
  }
  return found;
}
