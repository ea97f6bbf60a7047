/** What lists and boards show of runs: how each stands, and the open ones with their texts. */
import { computed, type ReadableAtom } from 'nanostores';
import type { WorkflowTemplate } from '../../model/template.ts';
import type { RunState } from '../../progress/runs/fold.ts';
import { walkRun, type Walk } from '../../progress/runs/walk.ts';
import { $runs, stateOf } from './memory.ts';
import { readTemplate } from './texts.ts';

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

/** All runs that are loaded, the last changed first; without their texts, which long lists do not need. */
export const $runHeads: ReadableAtom<readonly RunHead[]> = computed($runs, (runs) =>
  Object.entries(runs)
    .flatMap(([id, events]) => {
      const state = stateOf(events);
      return state ? [{ ...state, id }] : [];
    })
    .sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1)),
);

/**
 * Where the open runs stand, the last changed first.
 *
 * @param workflows references of the workflows whose runs are meant; absent: all of them
 */
export function openRuns(workflows?: readonly string[]): ReadableAtom<readonly RunSummary[]> {
  return computed($runHeads, (heads) =>
    summarise(
      heads.filter(
        ({ status, workflow }) => status === 'open' && (!workflows || workflows.includes(workflow)),
      ),
    ),
  );
}

/** Where all open runs stand, the last changed first. */
export const $openRuns = openRuns();

/** Where one run stands; `undefined` when it is not loaded. */
export function runSummary(id: string): ReadableAtom<RunSummary | undefined> {
  return computed($runHeads, (heads) => {
    const head = heads.find((each) => each.id === id);
    return head && summarise([head])[0];
  });
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
