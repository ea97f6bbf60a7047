import type { DrawnChecklist } from './drawn-checklist.ts';

/** Draws the counts of what is done whenever something happens, where the list has any of it. */
export function startEventDuties(list: DrawnChecklist, role: string): void {
  if (list.events.length === 0) return;
  import('./EventDuties.tsx').then(
    ({ drawEventDuties }) => drawEventDuties(list.events, role),
    () => undefined, // the list can be read and ticked without them
  );
}
