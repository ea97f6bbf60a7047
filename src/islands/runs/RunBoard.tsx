import { useEffect, useState } from 'preact/hooks';
import { href } from '../../model/address';
import { append, eraseRun } from '../../stores/runs';
import { RunLine } from './RunLine';
import type { RunSummary } from './run-summaries';

interface Props {
  runs: readonly RunSummary[];
}

/** All runs of this browser: open first, then finished, then removed. */
export function RunBoard({ runs }: Props) {
  const [removed, setRemoved] = useState<RunSummary | undefined>();
  const [status, setStatus] = useState('');
  const of = (state: RunSummary['status']) => runs.filter((run) => run.status === state);
  const open = of('open');
  const finished = of('finished');
  const bin = of('removed');

  useEffect(() => {
    document.title = document.title.replace(/^.* · (.* · )?/, '我的执行 · ');
  }, []);

  const remove = (run: RunSummary) => {
    append(run.id, { kind: 'remove' });
    setRemoved(run);
    setStatus(`已删除 ${run.code}，可以撤销`);
  };
  const restore = (run: RunSummary) => {
    append(run.id, { kind: 'restore' });
    setRemoved(undefined);
    setStatus(`已恢复 ${run.code}`);
  };
  const erase = (run: RunSummary) => {
    if (!confirm(`彻底删除 ${run.code}？删除后找不回来。`)) return;
    eraseRun(run.id);
    setStatus(`已彻底删除 ${run.code}`);
  };

  return (
    <>
      <h1>我的执行</h1>
      <p class="lead">每件工作是一次执行。记录只存在这台设备的这个浏览器里。</p>
      <p class="visually-hidden" role="status">
        {status}
      </p>
      {removed && (
        <p class="toast">
          已删除 {removed.code}
          <button type="button" class="button" onClick={() => restore(removed)}>
            撤销
          </button>
        </p>
      )}
      {open.length + finished.length === 0 && (
        <div class="empty">
          <p>还没有执行。打开一个流程，按“开始一次执行”，它就会列在这里。</p>
          <p>
            <a href={href('/agency/#workflows')}>看看有哪些流程</a>
          </p>
        </div>
      )}
      {open.length > 0 && (
        <Section title="进行中" id="open-runs">
          {open.map((run) => (
            <RunLine key={run.id} run={run}>
              <button
                type="button"
                class="button"
                onClick={() => append(run.id, { kind: 'finish' })}
                aria-label={`结束执行 ${run.code}`}
              >
                结束
              </button>
              <RemoveButton run={run} onRemove={remove} />
            </RunLine>
          ))}
        </Section>
      )}
      {finished.length > 0 && (
        <Section title="已结束" id="finished-runs">
          {finished.map((run) => (
            <RunLine key={run.id} run={run}>
              <button
                type="button"
                class="button"
                onClick={() => append(run.id, { kind: 'reopen' })}
                aria-label={`重新打开执行 ${run.code}`}
              >
                重新打开
              </button>
              <RemoveButton run={run} onRemove={remove} />
            </RunLine>
          ))}
        </Section>
      )}
      {bin.length > 0 && (
        <details class="bin">
          <summary>已删除（{bin.length}）</summary>
          <ul class="run-list">
            {bin.map((run) => (
              <RunLine key={run.id} run={run}>
                <button
                  type="button"
                  class="button"
                  onClick={() => restore(run)}
                  aria-label={`恢复执行 ${run.code}`}
                >
                  恢复
                </button>
                <button
                  type="button"
                  class="button button--danger"
                  onClick={() => erase(run)}
                  aria-label={`彻底删除执行 ${run.code}`}
                >
                  彻底删除
                </button>
              </RunLine>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function RemoveButton({ run, onRemove }: { run: RunSummary; onRemove: (run: RunSummary) => void }) {
  return (
    <button
      type="button"
      class="button button--danger"
      onClick={() => onRemove(run)}
      aria-label={`删除执行 ${run.code}`}
    >
      删除
    </button>
  );
}

function Section({
  title,
  id,
  children,
}: {
  title: string;
  id: string;
  children: preact.ComponentChildren;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="run-list">{children}</ul>
    </section>
  );
}
