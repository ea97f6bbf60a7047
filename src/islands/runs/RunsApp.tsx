import { useEffect, useMemo, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import type { RunIndex } from '../../model/run-index.ts';
import type { Holidays } from '../../model/workdays.ts';
import { loadRun, loadRuns } from '../../stores/runs/load.ts';
import { $runHeads, runSummary } from '../../stores/runs/summaries.ts';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useReady } from '../shared/use-ready.ts';
import { RunBoard } from './RunBoard.tsx';
import { RunView } from './RunView.tsx';

interface Props {
  index: RunIndex;
  holidays: Holidays;
  /** Root-relative path of a list of workflows, for who has no run yet. */
  workflows: string;
}

/** `/runs/`: the board of all runs, or, with a run's id in the fragment, that run, with a step's id behind it at that step. */
export default function RunsApp({ index, holidays, workflows }: Props) {
  const [hash, setHash] = useState('');
  const [step, setStep] = useState<string | undefined>();
  const follow = () => {
    // A single run is there at once, also when there are a thousand others.
    const [id, at] = placeInAddress();
    if (id) loadRun(id);
    else loadRuns();
    setHash(id);
    setStep(at);
  };
  const ready = useReady(follow);
  useEffect(() => {
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const heads = useLiveStore($runHeads, []);
  const run = useLiveStore(useMemo(() => runSummary(hash), [hash]));
  return (
    <div class="runs" data-ready={ready ? '' : undefined}>
      <StorageNotice />
      {hash === '' && (
        <>
          <h1>我的执行</h1>
          <p class="lead">
            每件工作是一次执行。记录只存在这台设备的这个浏览器里。
            <a href={href('/progress/')}>导出、导入和清理</a>
          </p>
        </>
      )}
      {!ready ? (
        <p class="awaited__words">正在读取这个浏览器里的执行……</p>
      ) : hash === '' ? (
        <RunBoard heads={heads} index={index} holidays={holidays} workflows={workflows} />
      ) : (
        <RunView key={`${hash}/${step}`} step={step} run={run} index={index} holidays={holidays} />
      )}
    </div>
  );
}

/** The run that the address names, and perhaps one of its steps: `#<run>/<step>`; empty for the board. */
function placeInAddress(): [run: string, step?: string] {
  const [id = '', step] = location.hash.slice(1).split('/');
  // `/runs/#content` is the skip link's address, not a run's.
  if (id === 'content') return [''];
  return step ? [id, step] : [id];
}
