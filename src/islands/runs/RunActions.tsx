import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { isoDay } from '../../model/format-day.ts';
import { resolveWorkflow, type RunIndex } from '../../model/run-index.ts';
import { runDue } from '../../progress/runs/deadline.ts';
import { runText } from '../../progress/runs/run-text.ts';
import { append } from '../../stores/runs/actions.ts';
import { addressForOthers } from '../../model/item-address.ts';
import { download } from '../shared/download.ts';
import { Late } from '../shared/Late.tsx';
import { SITE_TITLE } from '../shared/site-name.ts';
import { duplicateRun } from './start.ts';
import { useRun } from './run-context.ts';

/** What else can be done with a run: copy, print, export, duplicate, put away, delete. */
export function RunActions({ index }: { index: RunIndex }) {
  const { run, template, walk, signings, now, deadlines, say } = useRun();
  const [problem, setProblem] = useState('');
  const [text, setText] = useState('');
  /** What did not come when it was asked for, and how often that was. */
  const [late, setLate] = useState({ what: '', times: 0 });
  const name = run.code.replaceAll(/[\\/:*?"<>|\s]+/g, '-');

  const act = (what: () => Promise<string>, otherwise: string) => () => {
    setProblem('');
    setLate({ ...late, what: '' });
    what().then(say, () => setProblem(otherwise));
  };
  const didNotCome = (what: string) => {
    setLate({ what, times: late.times + 1 });
    return '';
  };
  const copy = async () => {
    const words = runText(run, template, walk, signings);
    try {
      await navigator.clipboard.writeText(words);
      return '文字已复制';
    } catch {
      // No right to the clipboard: the reader copies by hand.
      setText(words);
      return '请从下面的框里复制';
    }
  };
  const calendar = async () => {
    const made = await import('../../progress/runs/calendar.ts').catch(() => undefined);
    if (!made) return didNotCome('日历文件没有做成。');
    const about = {
      id: run.id,
      code: run.code,
      workflow: template.title,
      owners: run.owners,
      address: addressForOthers(location.href),
      site: SITE_TITLE,
    };
    const file = made.calendarOf(about, deadlines, runDue(run, +now), Date.now());
    if (!file) return '这次执行现在没有日期：先填截止日期，给步骤定日子，或等有时限的步骤开始计时';
    download(`${name}.ics`, file, 'text/calendar');
    return '日历文件已下载';
  };
  const exportRun = async () => {
    const transfer = await import('../../stores/transfer.ts').catch(() => undefined);
    if (!transfer) return didNotCome('没有导出成。');
    const { exportText, runValues } = transfer;
    const now = new Date();
    download(`${name}-${isoDay(now)}.json`, exportText(runValues(run.id), +now));
    return '已导出这次执行';
  };
  const duplicate = async () => {
    const workflow = resolveWorkflow(index, run.workflow);
    const copied = duplicateRun(run, template, workflow.present, index.edition);
    const id = await copied.catch(() => undefined);
    if (!id) return didNotCome('没有复制成新的执行。');
    location.assign(href(`/runs/#${id}`));
    return '已复制为新的执行';
  };
  const removed = run.status === 'removed';

  return (
    <details class="run__fold">
      <summary>复制、打印、导出和更多</summary>
      <div class="run__actions">
        <button type="button" class="button" onClick={act(copy, '没有复制成。')}>
          复制文字
        </button>
        <button type="button" class="button" onClick={() => print()}>
          打印
        </button>
        <button type="button" class="button" onClick={act(calendar, '日历文件没有做成。')}>
          下载日历文件
        </button>
        <button type="button" class="button" onClick={act(exportRun, '没有导出成。')}>
          导出这次执行
        </button>
        <button
          type="button"
          class="button"
          onClick={act(duplicate, '没有复制成：流程文本没有取到。')}
        >
          复制为新的执行
        </button>
        {run.status === 'finished' && (
          <button
            type="button"
            class="button"
            onClick={() => {
              append(run.id, { kind: 'archive' });
              say('已归档');
            }}
          >
            归档
          </button>
        )}
        {run.status === 'archived' && (
          <button
            type="button"
            class="button"
            onClick={() => {
              append(run.id, { kind: 'unarchive' });
              say('已取出归档');
            }}
          >
            取出归档
          </button>
        )}
        {!removed && (
          <button
            type="button"
            class="button button--danger"
            onClick={() => {
              append(run.id, { kind: 'remove' });
              say('已删除，可以恢复');
            }}
          >
            删除
          </button>
        )}
      </div>
      <p class="field__problem" role="alert">
        {problem}
      </p>
      {late.what && <Late isAsked key={late.times} what={late.what} />}
      {text && (
        <textarea
          class="run__text"
          readOnly
          rows={12}
          aria-label="这次执行的文字"
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <p class="field__help">
        复制的文字和导出的文件里有编号、步骤、时间、备注和签字人；发给谁由您定。
      </p>
    </details>
  );
}
