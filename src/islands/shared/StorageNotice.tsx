import { useEffect } from 'preact/hooks';
import { $unreadable } from '../../stores/records.ts';
import { $storageHealth, probeStorage } from '../../stores/storage/unsaved.ts';
import { useLiveStore } from './use-live-store.ts';
import { useLoaded } from './use-loaded.ts';

/**
 * Says, lastingly, what is not being saved and what could not be read. The words are loaded when there
 * is something to say; a short one stands at once, and stays where they cannot be had.
 */
export function StorageNotice() {
  const { state } = useLiveStore($storageHealth);
  const { damaged, newer } = useLiveStore($unreadable);
  const isTroubled = state !== 'ok' || damaged.length + newer.length > 0;
  useEffect(probeStorage, []);
  const words = useLoaded(isTroubled, () => import('./StorageTrouble.tsx'));
  return (
    <div role="alert" class="storage-notice">
      {isTroubled &&
        (words ? (
          <words.StorageTrouble />
        ) : (
          <p class="notice notice--warn">有记录没有存下，或者读不出来。</p>
        ))}
    </div>
  );
}
