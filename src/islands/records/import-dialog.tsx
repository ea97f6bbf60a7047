/** Takes records in from where they are wanted, in a box over the page. Loaded when asked for. */
import { useState } from 'preact/hooks';
import { loadStyles } from '../shared/load-styles.ts';
import { openPopIsland } from '../shared/pop-island.ts';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import styles from '../../styles/kinds/import-dialog.css?url';
import { ImportRecords } from './ImportSection.tsx';
import type { RecordsProps } from './records-props.ts';

/** Opens the box. @param pages for the names of what comes in; others are named by their reference */
export async function openImport(pages: RecordsProps['pages']): Promise<void> {
  await loadStyles(styles);
  await openPopIsland(
    '导入记录',
    '别处记的这次执行，导入以后和这里的合在一起，这里已有的记录不会少。先看看会有什么变化，再决定导不导入。',
    <ImportBox pages={pages} />,
  );
}

function ImportBox({ pages }: Pick<RecordsProps, 'pages'>) {
  const [done, setDone] = useState<UndoableAction | undefined>();
  return (
    <div class="import-box">
      <ImportRecords pages={pages} onDone={setDone} />
      <div role="status">
        {done && <UndoToast action={done} onUndone={() => setDone({ words: '已撤销' })} />}
      </div>
    </div>
  );
}
