import { templateSteps, type WorkflowTemplate } from '../../model/template';
import type { RunEvent } from '../../progress/event';
import { foldRun, type RunState } from '../../progress/fold';
import { walkRun, type Walk } from '../../progress/walk';
import { readTemplate } from '../../stores/runs';

/** A run as lists show it. */
export interface RunSummary extends RunState {
  readonly id: string;
  /** Absent when its frozen text is not stored or not readable. */
  readonly template?: WorkflowTemplate;
  readonly walk?: Walk;
}

/** All runs, the last changed first. */
export function runSummaries(runs: Readonly<Record<string, readonly RunEvent[]>>): RunSummary[] {
  const templates = new Map<string, WorkflowTemplate | undefined>();
  const templateFor = (hash: string) => {
    if (!templates.has(hash)) templates.set(hash, readTemplate(hash));
    return templates.get(hash);
  };
  return Object.entries(runs)
    .flatMap(([id, events]) => {
      const state = foldRun(events);
      if (!state) return [];
      const template = templateFor(state.text);
      return [{ ...state, id, ...(template ? { template, walk: walkRun(template, state) } : {}) }];
    })
    .sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1));
}

/** Number of a step in its workflow, from 1. */
export function stepNumber(template: WorkflowTemplate, step: string): number {
  return templateSteps(template).findIndex((each) => each.id === step) + 1;
}
