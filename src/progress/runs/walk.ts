/**
 * Walks a run through its workflow: which steps it has passed, in which rounds, where it stands, and
 * where it ended. Derived from the frozen template and the folded marks, never stored.
 */
import { isBackward } from '../../model/graph.ts';
import {
  templateFlow,
  templateSteps,
  type TemplateEnd,
  type TemplateOutcome,
  type TemplateStep,
  type WorkflowTemplate,
} from '../../model/template.ts';
import { markKey, type RunState, type StepMark } from './fold.ts';

/** One passage through a step. */
export interface Visit {
  readonly step: TemplateStep;
  readonly round: number;
  /** The way led through this step in an earlier round already. */
  readonly repeated?: true;
  readonly mark?: StepMark;
  /** The gate's outcome, once it is chosen. */
  readonly outcome?: TemplateOutcome;
}

/** How a step stands now. */
export type Standing =
  /** on the way, not done */
  | 'open'
  | 'done'
  | 'skipped'
  /** behind a gate that has not been decided */
  | 'ahead'
  /** not on the way that the gates chose */
  | 'bypassed';

export interface Walk {
  /** All passages, in the order of the way, earlier rounds included. */
  readonly visits: readonly Visit[];
  /** The latest passage of each step that lies on the way, in authored order. */
  readonly live: readonly Visit[];
  /** The first open step: where the run goes on. Absent when nothing is open. */
  readonly current?: Visit;
  /** Where the way leads once all gates on it are decided, whether or not steps are still open. */
  readonly end?: TemplateEnd;
  /** True when the way leads to an end and no step on it is open. */
  readonly complete: boolean;
  /** How each step of the template stands, by step id. */
  readonly standing: ReadonlyMap<string, Standing>;
  /** Steps that wait no more, done or left out; what readers are told of is `countRun`. */
  readonly done: number;
  /** Steps that lie on the way or ahead of it. */
  readonly total: number;
  /** The highest round reached. */
  readonly round: number;
}

/**
 * Walks from the first step: past action steps in any case (the steps up to the next gate can be
 * done in any order), past a gate by the outcome chosen there. A way back opens the next round, in
 * which the steps are open again; their earlier passages stay in `visits`.
 *
 * The walk ends: forward it runs out of steps, and each way back needs a mark of its own round.
 */
export function walkRun(template: WorkflowTemplate, state: Pick<RunState, 'marks'>): Walk {
  const flow = templateFlow(template);
  const steps = templateSteps(template);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const visits: Visit[] = [];
  const seen = new Set<string>();
  const passed = new Set<string>();
  let round = 1;
  let at: string | undefined = steps[0]?.id;
  while (at !== undefined) {
    const step = byId.get(at);
    if (!step || seen.has(markKey(at, round))) break;
    seen.add(markKey(at, round));
    const visit = visitOf(step, round, state.marks, passed.has(at));
    passed.add(at);
    visits.push(visit);
    const next: string | undefined = step.outcomes ? nextOfGate(visit) : step.next;
    if (next !== undefined && byId.has(next) && isBackward(flow, at, next)) {
      if (isOpen(visit)) break; // the way back is taken only once its step is done
      round += 1;
    }
    at = next;
  }
  const end = template.ends.find((candidate) => candidate.id === at);
  return summarise(steps, visits, end, round);
}

/** Steps marked critical that are still open before a visit on the way: they hold up its gate. */
export function openCriticalBefore(walk: Walk, gate: Visit): Visit[] {
  const index = walk.live.indexOf(gate);
  return walk.live.slice(0, Math.max(index, 0)).filter((v) => v.step.critical && isOpen(v));
}

/** True when nothing valid stands at the visit: for a gate, when no outcome of its template is chosen. */
export function isOpen(visit: Visit): boolean {
  return standingOf(visit) === 'open';
}

function visitOf(
  step: TemplateStep,
  round: number,
  marks: RunState['marks'],
  isRepeated: boolean,
): Visit {
  const mark = marks.get(markKey(step.id, round));
  const repeated = isRepeated ? { repeated: true as const } : {};
  if (!mark) return { step, round, ...repeated };
  const outcome =
    mark.kind === 'chosen'
      ? step.outcomes?.find((candidate) => candidate.id === mark.outcome)
      : undefined;
  return { step, round, ...repeated, mark, ...(outcome ? { outcome } : {}) };
}

/** Which time a step is gone through, where it is not the first: `第 2 轮`; empty for the first. */
export function roundWords({ round, repeated }: Pick<Visit, 'round' | 'repeated'>): string {
  return repeated ? `第 ${round} 轮` : '';
}

/** A gate that is skipped, since its step is optional, goes the way of its first outcome. */
function nextOfGate(visit: Visit): string | undefined {
  if (visit.mark?.kind === 'skipped') return visit.step.outcomes?.[0]?.to;
  return visit.outcome?.to;
}

function standingOf(visit: Visit): 'open' | 'done' | 'skipped' {
  if (visit.mark?.kind === 'skipped') return 'skipped';
  const done = visit.step.outcomes ? visit.outcome !== undefined : visit.mark?.kind === 'done';
  return done ? 'done' : 'open';
}

function summarise(
  steps: readonly TemplateStep[],
  visits: readonly Visit[],
  end: TemplateEnd | undefined,
  round: number,
): Walk {
  const latest = latestVisits(steps, visits);
  const live = steps.flatMap((step) => latest.get(step.id) ?? []);
  const standing = new Map<string, Standing>();
  // Steps before the undecided gate that the way has not touched were jumped over by an outcome.
  const lastIndex = end ? steps.length : steps.findIndex((s) => s.id === visits.at(-1)?.step.id);
  steps.forEach((step, index) => {
    const visit = latest.get(step.id);
    standing.set(step.id, visit ? standingOf(visit) : index > lastIndex ? 'ahead' : 'bypassed');
  });
  const counts = [...standing.values()];
  const current = live.find(isOpen);
  return {
    visits,
    live,
    ...(current ? { current } : {}),
    ...(end ? { end } : {}),
    complete: end !== undefined && !current,
    standing,
    done: counts.filter((s) => s === 'done' || s === 'skipped').length,
    total: counts.filter((s) => s !== 'bypassed').length,
    round,
  };
}

/**
 * The passages that still count, by step id. A new round asks again for everything from the step it
 * goes back to: what earlier rounds did there and behind it counts no more.
 */
function latestVisits(
  steps: readonly TemplateStep[],
  visits: readonly Visit[],
): ReadonlyMap<string, Visit> {
  const latest = new Map<string, Visit>();
  let round = 1;
  for (const visit of visits) {
    if (visit.round > round) {
      for (const step of steps.slice(steps.indexOf(visit.step))) latest.delete(step.id);
    }
    round = visit.round;
    latest.set(visit.step.id, visit);
  }
  return latest;
}
