import { useState } from 'preact/hooks';
import type { ImportPlan } from '../../progress/records/import.ts';
import { otherPrefixes, valuesUnder } from '../../stores/moved-site-records.ts';
import { planFor } from '../../stores/transfer.ts';
import { ImportPreview } from './ImportPreview.tsx';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import type { RecordsProps } from './records-props.ts';

interface Props extends RecordsProps {
  onDone: (action: UndoableAction) => void;
}

/** Offers what a site at another base path left on this origin, e.g. this one before it moved. */
export function AdoptSection({ pages, onDone }: Props) {
  const [plan, setPlan] = useState<ImportPlan | undefined>();
  const others = [...otherPrefixes()];
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="adopt">
      <h2 id="adopt">搬家以前的记录</h2>
      <p>
        同一个网址下还有另一个手册站点的记录。如果是本站换地址以前留下的，可以接过来；原来的那份不动。
      </p>
      <ul class="records__list">
        {others.map(([prefix, count]) => (
          <li key={prefix}>
            <div class="records__what">
              {prefix}：{count} 条记录
            </div>
            <button
              type="button"
              class="button"
              onClick={() => setPlan(planFor(new Map(Object.entries(valuesUnder(prefix)))))}
            >
              看看能接过来什么
            </button>
          </li>
        ))}
      </ul>
      {plan && (
        <ImportPreview
          plan={plan}
          pages={pages}
          onDone={onDone}
          onClose={() => setPlan(undefined)}
        />
      )}
    </section>
  );
}
