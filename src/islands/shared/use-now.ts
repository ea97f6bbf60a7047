import { useEffect, useState } from 'preact/hooks';
import { onShownLate } from '../../stores/shown.ts';

/** Longest delay `setTimeout` takes. */
const MAX_DELAY = 2_147_483_647;

/**
 * The present moment, renewed at `turn` (a period's end) and whenever the page is looked at again:
 * a page that stayed open overnight must not tick into yesterday.
 */
export function useNow(turnOf: (now: Date) => Date | undefined): [Date, () => Date] {
  const [now, setNow] = useState(() => new Date());
  const renew = () => {
    const moment = new Date();
    setNow(moment);
    return moment;
  };
  useEffect(() => {
    const onVisible = () => document.visibilityState === 'visible' && renew();
    document.addEventListener('visibilitychange', onVisible);
    const stop = onShownLate(renew);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      stop();
    };
  }, []);
  const turn = turnOf(now)?.getTime();
  useEffect(() => {
    if (turn === undefined) return;
    const timer = setTimeout(renew, Math.min(Math.max(turn - Date.now(), 0) + 50, MAX_DELAY));
    return () => clearTimeout(timer);
  }, [now, turn]);
  return [now, renew];
}
