import { useState } from 'preact/hooks';
import { isoDay } from '../../model/format-day.ts';
import { addressForOthers } from '../../model/item-address.ts';
import { runDue } from '../../progress/runs/deadline.ts';
import { runText } from '../../progress/runs/run-text.ts';
import { exportText, runValues } from '../../stores/transfer.ts';
import { AskSaved } from '../shared/AskSaved.tsx';
import { isInChatApp } from '../../model/chat-app.ts';
import { copyText } from '../shared/copy-text.ts';
import { download } from '../shared/download.ts';
import { Late } from '../shared/Late.tsx';
import { SITE_TITLE } from '../shared/site-name.ts';
import { useRun } from './run-context.ts';

/** What one of the buttons did. */
interface Outcome {
  readonly words?: string;
  /** What did not come when it was asked for. */
  readonly late?: string;
  /** What to do where the file that was offered did not come. */
  readonly otherwise?: string;
}

const OTHERWISE = '微信、钉钉里打开的网页存不了文件：请用“导出成文字”，或者在手机浏览器里打开。';

/** The ways by which a run leaves the browser, to be read, printed, put in a calendar, imported elsewhere; and comes in from there. */
export function RunWaysOut() {
  const { run, template, walk, signings, now, deadlines } = useRun();
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const [turn, setTurn] = useState(0);
  const name = run.code.replaceAll(/[\\/:*?"<>|\s]+/g, '-');

  const act = (what: () => Promise<Outcome | undefined>, otherwise: string) => async () => {
    setOutcome(undefined);
    setTurn(turn + 1);
    setOutcome(await what().catch(() => ({ late: otherwise })));
  };
  const copy = async () => {
    const isCopied = await copyText(runText(run, template, walk, signings));
    return isCopied ? { words: '文字已复制' } : undefined;
  };
  const printRun = async () => {
    const { printPage } = await import('../shared/print-page.ts');
    await printPage();
    return undefined;
  };
  const calendar = async () => {
    const { calendarOf } = await import('../../progress/runs/calendar.ts');
    const about = {
      id: run.id,
      code: run.code,
      workflow: template.title,
      owners: run.owners,
      address: addressForOthers(location.href),
      site: SITE_TITLE,
    };
    const file = calendarOf(about, deadlines, runDue(run, +now), Date.now());
    if (!file) {
      return {
        words: '这次执行现在没有日期：先填截止日期，给步骤定日子，或等有时限的步骤开始计时',
      };
    }
    download(`${name}.ics`, file, 'text/calendar');
    return { words: '日历文件已交给浏览器。', otherwise: OTHERWISE };
  };
  const save = () => {
    const at = new Date();
    download(`${name}-${isoDay(at)}.json`, exportText(runValues(run.id), +at));
    return Promise.resolve({ words: '文件已交给浏览器。', otherwise: OTHERWISE });
  };
  const write = async () => {
    const { openText } = await import('../shared/text-dialog.tsx');
    await openText(run.id);
    return undefined;
  };

  const takeIn = async () => {
    const { openImport } = await import('../records/import-dialog.tsx');
    await openImport({ [run.workflow]: { title: template.title, path: '' } });
    return undefined;
  };

  const ways: readonly [string, () => Promise<Outcome | undefined>, string][] = [
    ['导出成文件', save, '没有导出成。'],
    ['导出成文字', write, '文字没有做成。'],
  ];
  const buttons: typeof ways = [
    ['复制文字', copy, '没有复制成。'],
    ...(isInChatApp() ? [...ways].reverse() : ways),
    ['下载日历文件', calendar, '日历文件没有做成。'],
    ['打印', printRun, '没有打印成。'],
    ['导入', takeIn, '还没有导入。'],
  ];
  return (
    <>
      <div class="run__actions">
        {buttons.map(([label, what, otherwise]) => (
          <button
            key={label}
            type="button"
            class="button"
            onClick={() => void act(what, otherwise)()}
          >
            {label}
          </button>
        ))}
      </div>
      <p class="field__help" role="status">
        {outcome?.words}
      </p>
      {outcome?.late && <Late isAsked key={turn} what={outcome.late} />}
      {outcome?.otherwise && <AskSaved key={turn} otherwise={outcome.otherwise} />}
      <p class="field__help">
        复制的文字和导出的记录里有编号、步骤、时间、备注和签字人；发给谁由您定。
      </p>
    </>
  );
}
