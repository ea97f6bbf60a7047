import { templateSteps, type WorkflowTemplate } from '../../model/template.ts';
import type { RunEvent } from '../../progress/runs/event.ts';
import { foldRun, type RunState } from '../../progress/runs/fold.ts';
import { walkRun, type Walk } from '../../progress/runs/walk.ts';
import { readTemplate } from '../../stores/runs/texts.ts';

/** A run's state with its id. */
export interface RunHead extends RunState {
  readonly id: string;
}

/** A run with the text it follows and where it stands. */
export interface RunSummary extends RunHead {
  /** Absent when its frozen text is not stored or not readable. */
  readonly template?: WorkflowTemplate;
  readonly walk?: Walk;
}

type Runs = Readonly<Record<string, readonly RunEvent[]>>;

/** Folding a thousand runs takes a while: only those whose events changed are folded again. */
const folded = new WeakMap<readonly RunEvent[], RunState | null>();

/** All runs, the last changed first; without their texts, which lists of many do not need. */
export function runHeads(runs: Runs): RunHead[] {
  return Object.entries(runs)
    .flatMap(([id, events]) => {
      const state = folded.get(events) ?? foldRun(events);
      folded.set(events, state ?? null);
      return state ? [{ ...state, id }] : [];
    })
    .sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1));
}

/** Looks up where runs stand; each text is read once. */
export function summarise(heads: readonly RunHead[]): RunSummary[] {
  const templates = new Map<string, WorkflowTemplate | undefined>();
  return heads.map((head) => {
    if (!templates.has(head.text)) templates.set(head.text, readTemplate(head.text));
    const template = templates.get(head.text);
    return template ? { ...head, template, walk: walkRun(template, head) } : head;
  });
}

/** Number of a step in its workflow, from 1. */
export function stepNumber(template: WorkflowTemplate, step: string): number {
  return templateSteps(template).findIndex((each) => each.id === step) + 1;
}
