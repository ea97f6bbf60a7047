import { useEffect } from 'preact/hooks';
import { $unreadable } from '../../stores/records.ts';
import { $storageHealth, probeStorage } from '../../stores/storage/unsaved.ts';
import { isInChatApp } from '../../model/chat-app.ts';
import { useLiveStore } from './use-live-store.ts';
import { useLoaded } from './use-loaded.ts';

/**
 * Says, lastingly, what is not being saved and what could not be read; in a chat app's browser, what
 * becomes of what is. The words are loaded when there is something to say; a short one stands at once,
 * and stays where they cannot be had.
 */
export function StorageNotice() {
  const { state } = useLiveStore($storageHealth);
  const { damaged, newer } = useLiveStore($unreadable);
  const isTroubled = state !== 'ok' || damaged.length + newer.length > 0;
  useEffect(probeStorage, []);
  const words = useLoaded(isTroubled || isInChatApp(), () => import('./StorageTrouble.tsx'));
  return (
    <div role="alert" class="storage-notice">
      {words ? (
        <words.StorageTrouble />
      ) : (
        isTroubled && <p class="notice notice--warn">有记录没有存下，或者读不出来。</p>
      )}
    </div>
  );
}
