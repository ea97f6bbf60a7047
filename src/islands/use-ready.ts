import { useEffect, useState } from 'preact/hooks';
import { targetElement } from './page-tools';

/**
 * False on the server and until the island is hydrated: controls stay disabled until then, so that
 * no click is lost. Afterwards the item named by the address is scrolled to again, since restored
 * state may have moved it.
 */
export function useReady(load: () => void): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    load();
    setReady(true);
  }, []);
  useEffect(() => {
    if (!ready || (window.scrollY > 0 && !targetElement())) return;
    const target = targetElement();
    target?.setAttribute('data-arrived', '');
    target?.scrollIntoView();
  }, [ready]);
  return ready;
}
