import { useEffect, useState } from 'preact/hooks';
import { fetchHandbook, type HandbookNow } from './handbook-now.ts';

/** What was had of the handbook, and for which references. */
export interface HadHandbook {
  /** The references, as one text. */
  readonly key: string;
  readonly handbook: HandbookNow;
}

/** Days turn at midnight: what `useNow` takes. */
export const midnight = (now: Date) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);

/**
 * The present handbook as some references need it; what was had stays until other references have theirs.
 *
 * @param refs absent as long as nothing may be fetched
 */
export function useHandbook(refs: readonly string[] | undefined): {
  readonly had?: HadHandbook;
  /** True when it could not be had. */
  readonly failed: boolean;
} {
  const [had, setHad] = useState<HadHandbook | undefined>();
  const [failed, setFailed] = useState(false);
  const key = refs?.join();
  useEffect(() => {
    if (refs === undefined || key === undefined) return;
    let isLater = false;
    fetchHandbook(refs).then(
      (handbook) => {
        if (isLater) return;
        setHad({ key, handbook });
        setFailed(false);
      },
      () => !isLater && setFailed(true),
    );
    return () => {
      isLater = true;
    };
  }, [key]);
  return { failed, ...(had ? { had } : {}) };
}
