import { useEffect, useState } from 'preact/hooks';
import type { MaterialChanges } from '../../model/training-data.ts';
import { fetchChanges } from './handbook-now.ts';

/** The editions' words: fetched when something has changed of what was confirmed. */
export function useChanges(): { changes?: MaterialChanges; failed: boolean } {
  const [changes, setChanges] = useState<MaterialChanges | 'failed' | undefined>();
  useEffect(() => {
    fetchChanges().then(setChanges, () => setChanges('failed'));
  }, []);
  if (changes === 'failed') return { failed: true };
  return { failed: false, ...(changes ? { changes } : {}) };
}
