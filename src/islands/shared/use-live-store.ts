import type { ReadableAtom } from 'nanostores';
import { useEffect, useState } from 'preact/hooks';

/**
 * The value of a store, drawn in the same turn in which it changes. `useStore` of @nanostores/preact
 * waits a moment, in which another change of state draws the old value again: a box that was just
 * ticked would jump back for an instant.
 *
 * @param initial what the server rendered, shown until hydration; the store's first value unless given
 */
export function useLiveStore<T>(store: ReadableAtom<T>, initial = store.init as T): T {
  const [, render] = useState({});
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => {
    setHydrated(true);
    return store.listen(() => render({}));
  }, [store]);
  return hydrated ? store.get() : initial;
}
