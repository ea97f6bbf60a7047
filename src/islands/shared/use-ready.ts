import { useEffect, useState } from 'preact/hooks';
import { targetElement } from './target-element.ts';

/**
 * False on the server and until the island is hydrated: controls stay disabled until then, so that
 * no click is lost. Afterwards the item named by the address is scrolled to again, since restored
 * state may have moved it.
 *
 * @param load reads what is stored; what it promises is waited for
 */
export function useReady(load: () => void | Promise<void>): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const loading = load();
    if (loading) void loading.finally(() => setReady(true));
    else setReady(true);
  }, []);
  useEffect(() => {
    if (!ready || (window.scrollY > 0 && !targetElement())) return;
    const target = targetElement();
    target?.setAttribute('data-arrived', '');
    target?.scrollIntoView();
  }, [ready]);
  return ready;
}
