import { useStore } from '@nanostores/preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { $runs, loadRuns } from '../../stores/runs';
import { RunBoard } from './RunBoard';
import { RunView } from './RunView';
import { runSummaries } from './run-summaries';
import { StorageNotice } from '../StorageNotice';
import { useReady } from '../use-ready';

/** `/runs/`: the board of all runs, or, with a run's id in the fragment, that run. */
export default function RunsApp() {
  const runs = useStore($runs, { ssr: 'initial' });
  const [hash, setHash] = useState('');
  const ready = useReady(() => {
    loadRuns();
    setHash(location.hash.slice(1));
  });
  useEffect(() => {
    const follow = () => setHash(location.hash.slice(1));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const summaries = useMemo(() => (ready ? runSummaries(runs) : []), [runs, ready]);

  // `/runs/#content` is the skip link's address, not a run's.
  const id = hash === 'content' ? '' : hash;
  const run = summaries.find((each) => each.id === id);
  return (
    <div class="runs" data-ready={ready ? '' : undefined}>
      <StorageNotice />
      {!ready ? (
        <p class="runs__loading">正在读取这个浏览器里的执行……</p>
      ) : id === '' ? (
        <RunBoard runs={summaries} />
      ) : (
        <RunView key={id} run={run} />
      )}
    </div>
  );
}
