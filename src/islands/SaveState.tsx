import { useStore } from '@nanostores/preact';
import { $savedAt, $storageHealth } from '../stores/storage';
import { formatClock } from './format-time';

/** Says that what was done is saved, and when. */
export function SaveState() {
  const savedAt = useStore($savedAt, { ssr: 'initial' });
  const { state, unsaved } = useStore($storageHealth, { ssr: 'initial' });
  return (
    <p class="save-state" data-state={state}>
      {unsaved > 0
        ? `没有存下：${unsaved} 条`
        : savedAt !== undefined
          ? `已保存 ${formatClock(savedAt)}`
          : '改动随时保存'}
      <span class="save-state__where">，只存在这台设备的这个浏览器里</span>
    </p>
  );
}
