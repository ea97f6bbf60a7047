import { useEffect, useRef } from 'preact/hooks';
import { countRun, countWords, settledWords } from '../../progress/runs/count.ts';
import { RUN_STATUS_LABEL } from '../../progress/runs/fold.ts';
import { append } from '../../stores/runs/actions.ts';
import { focusOnce } from '../shared/focus-once.ts';
import { useRun } from './run-context.ts';

/**
 * Says that nothing waits any more, and finishes the run; of one that is finished or removed, how it
 * stands, and opens it again. Nothing while steps wait.
 *
 * @param props.isFollowed true where the page comes here when the last step is done
 */
export function RunFinish({ isFollowed }: { isFollowed: boolean }) {
  const { run, walk } = useRun();
  const before = useRef(run.status);
  // Finished or removed just now: who did it is brought here, wherever the button for it was.
  const isNew = before.current !== run.status;
  useEffect(() => {
    before.current = run.status;
  }, [run.status]);
  if (run.status === 'open' && !walk.complete) return null;
  return run.status === 'open' ? <Ready isFollowed={isFollowed} /> : <Ended isNew={isNew} />;
}

function Ready({ isFollowed }: { isFollowed: boolean }) {
  const { run, walk, say } = useRun();
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFollowed) banner.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, []);
  const count = countRun(walk);
  const finish = () => {
    append(run.id, { kind: 'finish' });
    say('执行已结束');
  };
  return (
    <div ref={banner} class="run__ready" data-whole={count.skipped === 0 ? '' : undefined}>
      <p>
        {settledWords(count)}；流程到了“{walk.end?.title}”。
        <span class="quiet">结束以后随时可以重新打开。</span>
      </p>
      <button type="button" class="button button--primary" onClick={finish}>
        结束执行
      </button>
    </div>
  );
}

function Ended({ isNew }: { isNew: boolean }) {
  const { run, walk, say } = useRun();
  const count = countRun(walk);
  const isRemoved = run.status === 'removed';
  const bringBack = () => {
    append(run.id, { kind: isRemoved ? 'restore' : 'reopen' });
    say(isRemoved ? '执行已恢复' : '执行已重新打开');
  };
  const isWhole = !isRemoved && walk.complete && count.skipped === 0;
  return (
    <div class="run__ready" data-whole={isWhole ? '' : undefined}>
      <p>
        {RUN_STATUS_LABEL[run.status]}：{walk.complete ? settledWords(count) : countWords(count)}
      </p>
      <button type="button" class="button" ref={isNew ? focusOnce : null} onClick={bringBack}>
        {isRemoved ? '恢复' : '重新打开'}
      </button>
    </div>
  );
}
