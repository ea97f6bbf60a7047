import { useEffect, useState } from 'preact/hooks';
import type { ListedPlan } from '../../model/plan-data.ts';
import { NotLoaded } from '../shared/NotLoaded.tsx';
import type { PlanName } from '../../progress/training/places.ts';
import type { Load } from '../shared/use-load.ts';

interface Props {
  handbooks: readonly { readonly slug: string; readonly title: string }[];
  plans: readonly PlanName[];
  /** Id of the plan that is being added. */
  source: string | undefined;
  load: Load<readonly ListedPlan[]>;
  onSource: (id: string | undefined) => void;
  onAdd: (plan: ListedPlan) => void;
}

/** Adds a role's whole route, or an authored plan. */
export function PlanSource({ handbooks, plans, source, load, onSource, onAdd }: Props) {
  const [id, setId] = useState(plans[0]?.id ?? '');
  useEffect(() => {
    const found = load.value?.find((plan) => plan.id === source);
    if (found) onAdd(found);
  }, [source, load.value]);
  if (plans.length === 0) return null;
  return (
    <div class="plan-maker__source">
      <label class="field">
        <span class="field__label">整条路线，或者现成的计划</span>
        <select value={id} onChange={(event) => setId(event.currentTarget.value)}>
          {handbooks.map(({ slug, title }) => (
            <optgroup key={slug} label={title}>
              {plans
                .filter(({ handbook }) => handbook === slug)
                .map((plan) => (
                  <option key={plan.id} value={plan.id}>
                    {plan.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button"
        aria-busy={source !== undefined && !load.hasFailed}
        onClick={() => {
          onSource(id);
          if (load.hasFailed) load.retry();
        }}
      >
        整份加上
      </button>
      <NotLoaded load={load} what="这份计划没有取到。" />
    </div>
  );
}
