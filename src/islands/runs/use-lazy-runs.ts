import { useEffect, useState } from 'preact/hooks';
import { hasRuns, onFirstRun } from '../../stores/has-runs.ts';
import { useReady } from '../shared/use-ready.ts';

type LazyRuns = typeof import('./lazy-runs.tsx');

/** Loads what a page needs to show or start runs. @throws Error when it cannot be had */
export const loadLazyRuns = (): Promise<LazyRuns> => import('./lazy-runs.tsx');

interface LazyRunsState {
  /** Absent as long as there are no runs, and where it could not be had. */
  runs?: LazyRuns | undefined;
  /** True once the page takes clicks. */
  ready: boolean;
  /** True when there are runs and what shows them could not be had. */
  failed: boolean;
}

/** What shows the runs of this browser, as soon as it has any. The page is drawn anew when they change. */
export function useLazyRuns(): LazyRunsState {
  const [runs, setRuns] = useState<LazyRuns>();
  const [failed, setFailed] = useState(false);
  const [, redraw] = useState({});
  const show = () =>
    loadLazyRuns().then(
      (loaded) => {
        loaded.loadRuns();
        setRuns(loaded);
      },
      () => setFailed(true),
    );
  const ready = useReady(() => (hasRuns('all') ? show() : undefined));
  useEffect(
    () => (runs ? runs.$runs.listen(() => redraw({})) : onFirstRun(() => void show())),
    [runs],
  );
  return { runs, ready, failed };
}
