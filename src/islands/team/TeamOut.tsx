import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { isoDay } from '../../model/format-day.ts';
import { csvText, itemRows, runRows, tabText } from '../../progress/training/csv.ts';
import { missingText, type TableRun, type TeamTable } from '../../progress/training/table.ts';
import { erasePerson } from '../../stores/team.ts';
import { putBack } from '../../stores/storage/erase.ts';
import { AskSaved } from '../shared/AskSaved.tsx';
import { download } from '../shared/download.ts';
import { Late } from '../shared/Late.tsx';
import { FILE_NAME } from '../shared/site-name.ts';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import { CopyText } from './CopyText.tsx';
import type { TeamView } from './use-team.ts';

interface Props {
  /** What is shown: the ways out give that, and no more. */
  table: TeamTable;
  runs: readonly TableRun[];
  view: TeamView;
  onAction: (action: UndoableAction) => void;
}

/** The table's ways out: the chat, a spreadsheet, paper; and its end. */
export function TeamOut({ table, runs, view, onAction }: Props) {
  const { titleOf, now, people } = view;
  const [offered, setOffered] = useState(0);
  const [pasted, setPasted] = useState<string | undefined>();
  const [failures, setFailures] = useState(0);
  const missing = table.rows.map((row) => missingText(row, titleOf)).filter(Boolean);
  const save = (what: string, rows: Parameters<typeof csvText>[0]) => {
    setPasted(undefined);
    download(`${FILE_NAME}-${what}-${isoDay(now)}.csv`, csvText(rows), 'text/csv');
    setOffered(offered + 1);
  };
  const printTable = async () => {
    const module = await import('../shared/print-page.ts').catch(() => undefined);
    if (module) await module.printPage();
    else setFailures(failures + 1);
  };
  const eraseAll = () => {
    const values = erasePerson(people.flatMap(({ devices }) => devices));
    onAction({ words: '已删除全部回执', takeBack: () => void putBack(values) });
  };
  return (
    <section class="team-out" aria-labelledby="team-out">
      <h2 id="team-out">带出去</h2>
      <p class="quiet">表里现在显示的是什么，带出去的就是什么。</p>
      {missing.length > 0 && (
        <CopyText
          label={`${missing.length} 个人还差的，粘回聊天里`}
          text={missing.join('\n')}
          rows={5}
        />
      )}
      <p class="team-out__buttons">
        <button type="button" class="button" onClick={() => save('团队', itemRows(table, titleOf))}>
          存成表格（CSV）
        </button>
        {runs.length > 0 && (
          <button type="button" class="button" onClick={() => save('团队执行', runRows(runs))}>
            执行存成表格（CSV）
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => setPasted(tabText(itemRows(table, titleOf)))}
        >
          表格做成文字
        </button>
        <button type="button" class="button" onClick={() => void printTable()}>
          打印
        </button>
        <a class="button" href={href('/progress/')}>
          导出全部记录
        </a>
        <button type="button" class="button button--danger" onClick={eraseAll}>
          删除全部回执
        </button>
      </p>
      {offered > 0 && pasted === undefined && (
        <AskSaved
          key={offered}
          otherwise="微信、钉钉里打开的网页存不了文件：请用“表格做成文字”，复制了粘进表格软件。"
        />
      )}
      {pasted !== undefined && (
        <CopyText label="复制了粘进表格软件，一格是一格" text={pasted} rows={5} />
      )}
      {failures > 0 && <Late key={failures} what="没有打印成。" isAsked />}
    </section>
  );
}
