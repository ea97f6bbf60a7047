import { useState } from 'preact/hooks';
import type { DutyMarks, DutyMarkStore } from '../../stores/duty-marks.ts';
import type { DutyFields } from './checklist-fields.ts';

type Periods = typeof import('./PastPeriods.tsx').PastPeriods;

interface Props {
  duties: readonly DutyFields[];
  store: DutyMarkStore;
  marks: DutyMarks;
  now: Date;
}

/** Folds the closed periods away. They are loaded, and read from storage, when one opens this. */
export function PastPeriodsFold({ duties, store, marks, now }: Props) {
  const [Periods, setPeriods] = useState<Periods>();
  const [failed, setFailed] = useState(false);

  const open = (event: { currentTarget: HTMLDetailsElement }) => {
    if (!event.currentTarget.open || Periods) return;
    import('./PastPeriods.tsx').then(
      (loaded) => {
        store.loadAll();
        setPeriods(() => loaded.PastPeriods);
      },
      () => setFailed(true),
    );
  };

  return (
    <details class="past" onToggle={open}>
      <summary>以往各期</summary>
      {Periods ? (
        <Periods duties={duties} marks={marks} now={now} />
      ) : (
        failed && <p class="notice notice--warn">没有取到。请检查网络，刷新页面再看。</p>
      )}
    </details>
  );
}
