import { useEffect, useState } from 'preact/hooks';
import { hasRuns, onFirstRun } from '../../stores/has-runs.ts';
import { useReady } from '../shared/use-ready.ts';

type RunsPart = typeof import('./lazy-runs.tsx');

/** Loads what a page needs to show or start runs. @throws Error when it cannot be had */
export const loadRunsPart = (): Promise<RunsPart> => import('./lazy-runs.tsx');

interface RunsHere {
  /** Absent as long as there are no runs, and where it could not be had. */
  part?: RunsPart | undefined;
  /** True once the page takes clicks. */
  ready: boolean;
  /** True when there are runs and what shows them could not be had. */
  failed: boolean;
}

/**
 * What shows the runs of this browser, as soon as it has any. The page is drawn anew when they change.
 *
 * @param which `open` leaves what is packed away unread
 * @param load what else is to be read when the page is ready
 */
export function useRunsPart(which: 'open' | 'all', load: () => void = () => {}): RunsHere {
  const [part, setPart] = useState<RunsPart>();
  const [failed, setFailed] = useState(false);
  const [, redraw] = useState({});
  const show = () =>
    loadRunsPart().then(
      (loaded) => {
        loaded.loadRuns(which);
        setPart(loaded);
      },
      () => setFailed(true),
    );
  const ready = useReady(() => {
    load();
    return hasRuns(which) ? show() : undefined;
  });
  useEffect(
    () => (part ? part.$runs.listen(() => redraw({})) : onFirstRun(() => void show())),
    [part],
  );
  return { part, ready, failed };
}
