import { useEffect } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { $unreadable } from '../../stores/records.ts';
import { $storageHealth, retryUnsaved } from '../../stores/storage/unsaved.ts';
import { isInChatApp } from '../../model/chat-app.ts';
import { showChatNote } from './chat-note.ts';
import { WaysOut } from './WaysOut.tsx';
import { useLiveStore } from './use-live-store.ts';

const WORDS = {
  full: '浏览器的存储空间满了：刚才的改动只留在这个页面里，关掉就没有了。请先导出，再清理别的网站数据，然后再试一次。',
  blocked:
    '浏览器不让这个网站保存数据（可能是无痕模式或隐私设置）：改动只留在这个页面里，关掉就没有了。',
  newer:
    '这里有新版网站写下的记录，这一页不去覆盖它：刚才的改动只留在这个页面里。请刷新页面，再做一次。',
} as const;

/** What is not being saved and what could not be read, and what can be done; the note of chat apps. */
export function StorageTrouble() {
  const { state, unsaved } = useLiveStore($storageHealth);
  const { damaged, newer } = useLiveStore($unreadable);
  useEffect(() => {
    if (isInChatApp()) void showChatNote();
  }, []);
  return (
    <>
      {state !== 'ok' && (
        <div class="notice notice--warn">
          <p>
            {WORDS[state]}
            {unsaved > 0 && `没有存下的记录：${unsaved} 条。`}
          </p>
          {unsaved > 0 && (
            <WaysOut>
              <button type="button" class="button" onClick={() => retryUnsaved()}>
                再试一次
              </button>
            </WaysOut>
          )}
        </div>
      )}
      {damaged.length > 0 && (
        <p class="notice notice--warn">
          有 {damaged.length} 条记录坏了，读不出来；原样另存了一份，没有丢，其余记录照常。
          <a href={href('/progress/#aside')}>看看是哪些</a>
        </p>
      )}
      {newer.length > 0 && (
        <p class="notice notice--warn">
          有 {newer.length} 条记录是新版网站写下的，这个版本看不懂，没有动它。请刷新页面。
        </p>
      )}
    </>
  );
}
