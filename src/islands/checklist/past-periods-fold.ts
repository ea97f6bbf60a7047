import type { DutyMarkStore } from '../../stores/duty-marks.ts';
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
        store.loadAll();
        drawPastPeriods(place, list, store, role);
      },
      () => {
        place.className = 'notice notice--warn';
        place.textContent = '没有取到。请检查网络，刷新页面再看。';
      },
    );
  };
  fold.addEventListener('toggle', open);
}
