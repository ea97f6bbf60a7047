import { render } from 'preact';
import { periodEnd } from '../../model/period.ts';
import { timesThisWeek } from '../../progress/duties/occurrences.ts';
import { occurrenceStore, type OccurrenceStore } from '../../stores/occurrences.ts';
import { EventCount } from '../shared/EventCount.tsx';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useNow } from '../shared/use-now.ts';
import type { DrawnEventDuty } from './drawn-checklist.ts';

/** Draws the count of each duty at the end of its row. */
export function drawEventDuties(duties: readonly DrawnEventDuty[], role: string): void {
  const store = occurrenceStore(role, duties);
  store.load();
  for (const duty of duties) {
    const place = duty.row.querySelector('.event-count');
    if (place) render(<Counted duty={duty} store={store} />, place);
  }
}

function Counted({ duty, store }: { duty: DrawnEventDuty; store: OccurrenceStore }) {
  const occurrences = useLiveStore(store.$occurrences, store.$occurrences.get());
  const [now, renew] = useNow((at) => periodEnd('weekly', at));
  return (
    <EventCount
      text={duty.text}
      times={timesThisWeek(duty.id, occurrences, now)}
      onDone={() => store.add(duty, renew())}
      onTakeBack={(name) => store.set(name, false, renew())}
    />
  );
}
