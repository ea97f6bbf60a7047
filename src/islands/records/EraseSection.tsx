import type { Inventory } from '../../progress/records/inventory.ts';
import { eraseEverything, putBack } from '../../stores/storage/erase.ts';
import { allValues } from '../../stores/transfer.ts';
import type { UndoableAction } from '../shared/UndoToast.tsx';

interface Props {
  inventory: Inventory;
  onDone: (action: UndoableAction) => void;
}

/** Erases everything of this site, in every tab. */
export function EraseSection({ inventory, onDone }: Props) {
  const erase = () => {
    const words =
      '清除这个网站在这个浏览器里的全部记录：执行、岗位清单、培训、团队的回执、复习的回答、没存的草稿和设置？离开这一页以后就找不回来了。';
    if (!confirm(words)) return;
    const values = allValues();
    eraseEverything();
    onDone({
      words: '全部记录已经清除',
      takeBack: () => {
        putBack(Object.fromEntries(values));
      },
    });
  };
  return (
    <section aria-labelledby="erase">
      <h2 id="erase">全部清除</h2>
      <p>
        离职、交还电脑或借用别人的电脑以后用。要留底，先导出。
        {inventory.size === 0 && '现在没有可以清除的记录。'}
      </p>
      <button
        type="button"
        class="button button--danger"
        disabled={inventory.size === 0}
        onClick={erase}
      >
        清除全部记录
      </button>
    </section>
  );
}
