/** A run as a record on paper or in a mail: each step with its state, phase by phase, and past rounds. */
import type { Day } from '../../model/day.ts';
import { templateSteps, type TemplateStep, type WorkflowTemplate } from '../../model/template.ts';
import { skipWords } from './count.ts';
import { markKey, type RunState, type StepMark } from './fold.ts';
import { signingWords, type Signing } from './signings.ts';
import { isOpen, roundWords, type Visit, type Walk } from './walk.ts';

/** How a step stands: done or decided, open, not applicable or not on the way. */
export type Box = 'ticked' | 'open' | 'none';

/** How a step's box is drawn where there is text only. */
export const BOX_SIGN: Record<Box, string> = { ticked: '☑', open: '☐', none: '–' };

export interface RecordedStep {
  readonly id: string;
  /** Number in the workflow, from 1. */
  readonly number: number;
  readonly title: string;
  readonly by: string;
  readonly round: number;
  /** Which time the step is gone through, where it is not the first: 第 2 轮. */
  readonly roundWords?: string;
  readonly box: Box;
  /** What stands beside it: 不适用, a gate's outcome, why it was skipped, 未经过. */
  readonly words?: string;
  /** Milliseconds since the epoch. */
  readonly at?: number;
  /** The day that was set for the step, `YYYY-MM-DD`. */
  readonly dueOn?: Day;
  /** Who does it, as it was typed. */
  readonly owner?: string;
  readonly signed: readonly { readonly role: string; readonly name: string }[];
  /** What was signed before, where it was signed anew. */
  readonly signedBefore: readonly { readonly words: string; readonly at: number }[];
  readonly note?: string;
  /** True for a sign-off. */
  readonly signs: boolean;
  /** Who has to sign at a sign-off, and whoever did. */
  readonly signers: readonly string[];
}

export interface RunRecord {
  readonly phases: readonly { readonly title: string; readonly steps: readonly RecordedStep[] }[];
  /** Passages of earlier rounds, in the order of the way. */
  readonly earlier: readonly RecordedStep[];
}

/**
 * The record of a run.
 *
 * @param signings what was signed at its gates (`signingsOf`)
 */
export function runRecord(
  state: RunState,
  template: WorkflowTemplate,
  walk: Walk,
  signings: ReadonlyMap<string, readonly Signing[]>,
): RunRecord {
  const live = new Map(walk.live.map((visit) => [visit.step.id, visit]));
  const numbers = new Map(templateSteps(template).map(({ id }, index) => [id, index + 1]));
  const record = (step: TemplateStep, visit: Visit | undefined): RecordedStep => {
    const note = visit && state.notes.get(markKey(step.id, visit.round))?.text;
    const mark = visit && !isOpen(visit) ? visit.mark : undefined;
    const words = wordsOf(step, visit, mark, walk);
    const dueOn = visit && state.stepDues.get(markKey(step.id, visit.round));
    const owner = state.owners.get(step.id);
    const signed = mark?.kind === 'chosen' ? (mark.signed ?? []) : [];
    const signs = step.kind === 'sign-off';
    return {
      id: step.id,
      number: numbers.get(step.id) ?? 0,
      title: step.title,
      by: step.by,
      round: visit?.round ?? 1,
      ...(visit?.repeated ? { roundWords: roundWords(visit) } : {}),
      box:
        mark?.kind === 'skipped'
          ? 'none'
          : mark
            ? 'ticked'
            : visit || isAhead(step, walk)
              ? 'open'
              : 'none',
      ...(words ? { words } : {}),
      ...(mark ? { at: mark.at } : {}),
      ...(dueOn ? { dueOn } : {}),
      ...(owner ? { owner } : {}),
      signed,
      signedBefore: (signings.get(markKey(step.id, visit?.round ?? 1)) ?? []).flatMap((signing) =>
        signing.at === mark?.at ? [] : [{ words: signingWords(step, signing), at: signing.at }],
      ),
      ...(note ? { note } : {}),
      signs,
      signers: [
        ...new Set([
          ...(signs ? (step.signers ?? [step.by]) : []),
          ...signed.map(({ role }) => role),
        ]),
      ],
    };
  };
  const current = new Set(walk.live);
  return {
    phases: template.phases.map(({ title, steps }) => ({
      title,
      steps: steps.map((step) => record(step, live.get(step.id))),
    })),
    earlier: walk.visits
      .filter((visit) => !current.has(visit) && !isOpen(visit))
      .map((visit) => record(visit.step, visit)),
  };
}

function isAhead(step: TemplateStep, walk: Walk): boolean {
  return walk.standing.get(step.id) === 'ahead';
}

function wordsOf(
  step: TemplateStep,
  visit: Visit | undefined,
  mark: StepMark | undefined,
  walk: Walk,
): string | undefined {
  if (mark?.kind === 'skipped') return skipWords(step, mark);
  if (mark?.kind === 'chosen') return visit?.outcome?.label;
  return visit || isAhead(step, walk) ? undefined : '未经过';
}
