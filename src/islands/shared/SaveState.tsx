import { $savedAt, $storageHealth } from '../../stores/storage/unsaved.ts';
import { formatClock } from './format-time.ts';
import { useLiveStore } from './use-live-store.ts';

/**
 * Says that what was done is saved, and when.
 *
 * @param props.where true: also says where it is kept
 */
export function SaveState({ where = false }: { where?: boolean }) {
  const savedAt = useLiveStore($savedAt);
  const { state, unsaved } = useLiveStore($storageHealth);
  return (
    <p class="save-state" data-search="off" data-state={state}>
      {unsaved > 0
        ? `没有存下：${unsaved} 条`
        : savedAt !== undefined
          ? `已保存 ${formatClock(savedAt)}`
          : '改动随时保存'}
      {where && '，只存在这台设备的这个浏览器里'}
    </p>
  );
}
