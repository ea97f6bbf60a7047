import type { Inventory } from '../../progress/records/inventory.ts';
import { isInChatApp } from '../../model/chat-app.ts';
import { ExportFile } from './ExportFile.tsx';
import { ExportText } from './ExportText.tsx';

/** Takes everything out: as a file and as text; text comes first where files are known not to arrive. */
export function ExportSection({ inventory }: { inventory: Inventory }) {
  const isAny = inventory.size > 0;
  const ways = [
    <ExportFile key="file" isAny={isAny} />,
    ...(isAny ? [<ExportText key="text" />] : []),
  ];
  return (
    <section aria-labelledby="export">
      <h2 id="export">导出</h2>
      <p>
        把全部记录存成一个文件，或者做成几段文字，换电脑、换浏览器时再导入；也是一份备份。
        {!isAny && '现在还没有可以导出的记录。'}
      </p>
      {isInChatApp() ? ways.reverse() : ways}
    </section>
  );
}
