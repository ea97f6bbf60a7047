import { useEffect, useState } from 'preact/hooks';

/** Something that is fetched when it is wanted. */
export interface Load<T> {
  /** Absent until it is there. */
  readonly value?: T;
  readonly hasFailed: boolean;
  /** How often it was asked for: the key of what says that it did not come. */
  readonly turn: number;
  readonly retry: () => void;
}

/** Fetches something once it is wanted, and again when the reader says so. */
export function useLoad<T>(isWanted: boolean, load: () => Promise<T>): Load<T> {
  const [value, setValue] = useState<T | undefined>();
  const [hasFailed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!isWanted || value !== undefined) return;
    let isOver = false;
    load().then(
      (loaded) => {
        if (!isOver) setValue(() => loaded);
      },
      () => {
        if (!isOver) setFailed(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [isWanted, turn]);
  const retry = () => {
    setFailed(false);
    setTurn(turn + 1);
  };
  return { ...(value === undefined ? {} : { value }), hasFailed, turn, retry };
}
