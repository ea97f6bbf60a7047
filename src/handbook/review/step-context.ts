/** What the questions about a workflow's steps share. */
import type { FlowStep } from '../../model/graph.ts';
import type { WorkflowStep } from '../../schemas/workflow.ts';
import type { Site, WorkflowPage } from '../types.ts';
import type { Hint } from './hint.ts';
import type { Subject } from './made.ts';

export interface Context {
  readonly site: Site;
  readonly page: WorkflowPage;
  readonly steps: readonly WorkflowStep[];
  readonly flow: ReadonlyMap<string, FlowStep>;
  /** Title of a step, or what an end says, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly partyName: (id: string) => string;
  readonly revOf: (ref: string) => number;
  readonly hint: Hint;
  /** Names of those who could sign. */
  readonly signers: readonly string[];
}

/** @param more what the question is about and the step's own words do not say */
export function stepSubject(
  { page, partyName, revOf }: Context,
  step: WorkflowStep,
  more: readonly string[] = [],
): Subject {
  const ref = `${page.reference}#${step.id}`;
  return {
    ref,
    rev: revOf(ref),
    passage: [
      `${step.title}（${partyName(step.by)}）`,
      ...more,
      `做到什么样：${step.doneWhen}`,
      '',
    ].join('。'),
    path: `${page.path}#${step.id}`,
  };
}
