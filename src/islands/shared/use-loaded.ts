import { useEffect, useState } from 'preact/hooks';

/**
 * Something that is loaded when it is first wanted, and kept.
 *
 * @returns absent until it is there, and where it could not be had
 */
export function useLoaded<T>(isWanted: boolean, load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    if (!isWanted || loaded !== undefined) return;
    load().then(
      (value) => setLoaded(() => value),
      () => undefined,
    );
  }, [isWanted]);
  return loaded;
}
