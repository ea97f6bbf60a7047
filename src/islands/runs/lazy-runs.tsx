/**
 * What a page shows of runs that there are, with everything it takes. Loaded only where there are any,
 * or one is to be begun (`use-lazy-runs.ts`).
 */
import { useEffect, useMemo } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Holidays } from '../../model/workdays.ts';
import { $runHeads, openRuns, type RunSummary } from '../../stores/runs/summaries.ts';
import { paintProgress } from './paint-progress.ts';
import { useLiveStore } from '../shared/use-live-store.ts';
import { RunLine } from './RunLine.tsx';

export { loadRuns } from '../../stores/runs/load.ts';
export { $runs } from '../../stores/runs/memory.ts';
export { startPresent } from './start.ts';

/** The job codes that are taken. */
export function codesInUse(): string[] {
  return $runHeads.get().map((run) => run.code);
}

interface Props {
  holidays: Holidays;
  /** References of the workflow whose runs are meant. */
  workflow: readonly string[];
  /** What stands around the list. */
  children: (list: ComponentChildren, open: readonly RunSummary[]) => ComponentChildren;
}

/** The open runs, the last changed first; nothing where there are none. */
export function OpenRuns({ holidays, workflow, children }: Props) {
  const $open = useMemo(() => openRuns(workflow), []);
  const open = useLiveStore($open, $open.get());
  const now = new Date();
  if (open.length === 0) return null;
  const list = (
    <ul class="run-list">
      {open.map((run) => (
        <RunLine key={run.id} run={run} now={now} holidays={holidays} />
      ))}
    </ul>
  );
  return <>{children(list, open)}</>;
}

/** Paints how a run stands on the page's own steps, as long as it is shown. */
export function Painted({ run }: { run: RunSummary | undefined }) {
  useEffect(() => {
    paintProgress(run?.walk);
    return () => paintProgress(undefined);
  }, [run]);
  return null;
}
