import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isoDay } from '../../model/format-day.ts';
import { noteExport } from '../../stores/last-export.ts';
import { exportEverything } from '../../stores/transfer.ts';
import { AskSaved } from './AskSaved.tsx';
import { isInChatApp } from '../../model/chat-app.ts';
import { download } from './download.ts';
import { Late } from './Late.tsx';
import { FILE_NAME } from './site-name.ts';

/**
 * Takes everything out from where it cannot be saved, what lives in this page only too: as a file and as
 * text, which comes first where files are known not to arrive.
 *
 * @param props.children what else can be done
 */
export function WaysOut({ children }: { children?: ComponentChildren }) {
  const [offered, setOffered] = useState<number | undefined>();
  /** How often what makes the text did not come; 0 when it did. */
  const [late, setLate] = useState(0);
  const save = () => {
    const now = new Date();
    download(`${FILE_NAME}-${isoDay(now)}.json`, exportEverything(+now));
    setOffered(+now);
  };
  const write = () => {
    import('./text-dialog.tsx')
      .then(({ openText }) => openText())
      .then(
        () => setLate(0),
        () => setLate(late + 1),
      );
  };
  const ways = [
    <button key="file" type="button" class="button" onClick={save}>
      导出全部记录
    </button>,
    <button key="text" type="button" class="button" onClick={write}>
      做成文字
    </button>,
  ];
  return (
    <>
      <p class="notice__actions">
        {isInChatApp() ? ways.reverse() : ways}
        {children}
      </p>
      {late > 0 && <Late isAsked key={late} what="文字没有做成，可以先导出成文件。" />}
      {offered !== undefined && (
        <AskSaved
          key={offered}
          saved="记下了：这一天已经全部导出。"
          onSaved={() => noteExport(offered)}
          otherwise="没有存下，就不算导出。微信、钉钉里打开的网页存不了文件：请用“做成文字”。"
        />
      )}
    </>
  );
}
