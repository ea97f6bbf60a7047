import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WorkflowTemplate } from '../../model/template.ts';
import type { DatedStep } from '../../progress/runs/deadline.ts';
import type { Walk } from '../../progress/runs/walk.ts';
import type { RunSummary } from './run-summaries.ts';

/** The run that is shown, for everything that shows a part of it. */
export interface RunScope {
  readonly run: RunSummary;
  readonly template: WorkflowTemplate;
  readonly walk: Walk;
  readonly now: Date;
  /** By when the steps on the way are to be done, where they have a limit and their time runs. */
  readonly deadlines: readonly DatedStep[];
  /** Says what an action did, for those who cannot see it. */
  readonly say: (words: string) => void;
}

const Scope = createContext<RunScope | undefined>(undefined);

export const RunScopeProvider = Scope.Provider;

/** The run that is shown. @throws Error outside of a run */
export function useRun(): RunScope {
  const scope = useContext(Scope);
  if (!scope) throw new Error('useRun() outside of a RunScopeProvider');
  return scope;
}
