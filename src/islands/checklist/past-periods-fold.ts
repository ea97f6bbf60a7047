import type { DutyMarkStore } from '../../stores/duty-marks.ts';
import { sayLateAfter } from '../shared/say-late.ts';
import type { DrawnChecklist } from './drawn-checklist.ts';

/** Shows the fold of closed periods. They are loaded, and read from storage, when one opens it. */
export function startPastPeriods(list: DrawnChecklist, store: DutyMarkStore, role: string): void {
  const { root } = list;
  const fold = root.querySelector<HTMLDetailsElement>('.past');
  const place = fold?.querySelector<HTMLElement>('[data-past]');
  if (!fold || !place) return;
  fold.hidden = false;
  const open = () => {
    if (!fold.open) return;
    import('./PastPeriods.tsx').then(
      ({ drawPastPeriods }) => {
        fold.removeEventListener('toggle', open);
        place.nextElementSibling?.remove();
        store.loadAll();
        drawPastPeriods(place, list, store, role);
      },
      () => sayLateAfter(place, '以前各期没有取到。'),
    );
  };
  fold.addEventListener('toggle', open);
}
