import { sayLateAfter } from '../shared/say-late.ts';
import type { DrawnChecklist } from './drawn-checklist.ts';

/** Draws the counts of what is done whenever something happens, where the list has any of it. */
export function startEventDuties(list: DrawnChecklist, role: string): void {
  if (list.events.length === 0) return;
  const lead = list.root.querySelector('.checklist__lead') ?? list.root;
  import('./EventDuties.tsx').then(
    ({ drawEventDuties }) => drawEventDuties(list.events, role),
    () => sayLateAfter(lead, '“做了一次”的按钮没有取到，清单照样能看、能勾。'),
  );
}
