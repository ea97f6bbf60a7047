import { useEffect, useRef, useState } from 'preact/hooks';
import { inventoryOf, type Inventory } from '../../progress/records/inventory.ts';
import { readPersistence } from '../../stores/persistence.ts';
import { onReload, onValueChange } from '../../stores/storage/changes.ts';
import { putBack, takeOut } from '../../stores/storage/erase.ts';
import { allValues } from '../../stores/transfer.ts';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { useReady } from '../shared/use-ready.ts';
import { AdoptSection } from './AdoptSection.tsx';
import { EraseSection } from './EraseSection.tsx';
import { ExportSection } from './ExportSection.tsx';
import { ImportSection } from './ImportSection.tsx';
import { OfflinePlace } from './OfflinePlace.tsx';
import { Overview } from './Overview.tsx';
import type { RecordsProps } from './records-props.ts';
import { StoredRecords } from './StoredRecords.tsx';

/** `/progress/`: everything that is stored, with export, import and deletion. */
export default function RecordsApp({ pages, offline }: RecordsProps) {
  const [inventory, setInventory] = useState<Inventory | undefined>();
  const [done, setDone] = useState<UndoableAction | undefined>();
  const turn = useRef(0);
  const ready = useReady(() => {
    setInventory(inventoryOf(allValues()));
    void readPersistence();
  });

  useEffect(() => {
    // Many values change at once: the inventory is taken when they have settled.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setInventory(inventoryOf(allValues())), 50);
    };
    const stops = [onValueChange('', renew), onReload(renew)];
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, []);

  /**
   * Tells of a deed. Each has a toast of its own, drawn together with what the deed took away: so the
   * focus goes on to it.
   */
  const tell = (action: UndoableAction) => {
    turn.current += 1;
    setDone(action);
    setInventory(inventoryOf(allValues()));
  };
  const remove = (words: string, names: readonly string[]) => {
    const values = takeOut(names);
    tell({ words: `已删除：${words}`, takeBack: () => putBack(values) });
  };

  return (
    <div class="records" data-ready={ready ? '' : undefined}>
      <StorageNotice />
      {!inventory ? (
        <p class="awaited__words">正在读取这个浏览器里的记录……</p>
      ) : (
        <>
          <Overview inventory={inventory} />
          <ExportSection inventory={inventory} />
          <ImportSection pages={pages} onDone={tell} />
          <AdoptSection pages={pages} onDone={tell} />
          <StoredRecords inventory={inventory} pages={pages} onRemove={remove} />
          <EraseSection inventory={inventory} onDone={tell} />
        </>
      )}
      {/* In the page from its first byte, since links lead here; seen once it has its place. */}
      <div class={inventory ? undefined : 'records__waiting'}>
        <OfflinePlace handbooks={offline} />
      </div>
      <div class="records__done" role="status">
        {done && (
          <UndoToast
            key={turn.current}
            action={done}
            onUndone={() => tell({ words: '已撤销' })}
            onDismissed={() => setDone(undefined)}
          />
        )}
      </div>
    </div>
  );
}
