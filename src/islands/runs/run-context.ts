import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WorkflowTemplate } from '../../model/template.ts';
import type { DatedStep } from '../../progress/runs/deadline.ts';
import type { Signing } from '../../progress/runs/signings.ts';
import type { Walk } from '../../progress/runs/walk.ts';
import type { RunSummary } from '../../stores/runs/summaries.ts';

/** The run that is shown, for everything that shows a part of it. */
export interface RunContext {
  readonly run: RunSummary;
  readonly template: WorkflowTemplate;
  readonly walk: Walk;
  readonly now: Date;
  /** By when the steps on the way are to be done, where they have a limit and their time runs. */
  readonly deadlines: readonly DatedStep[];
  /** What was signed at the gates, by step and round. */
  readonly signings: ReadonlyMap<string, readonly Signing[]>;
  /** Says what an action did, for those who cannot see it. */
  readonly say: (words: string) => void;
}

const Context = createContext<RunContext | undefined>(undefined);

export const RunContextProvider = Context.Provider;

/** The run that is shown. @throws Error outside of a run */
export function useRun(): RunContext {
  const context = useContext(Context);
  if (!context) throw new Error('useRun() outside of a RunContextProvider');
  return context;
}
