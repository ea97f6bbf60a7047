import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Holidays } from '../../model/workdays.ts';
import { summarise, type RunHead, type RunSummary } from '../../stores/runs/summaries.ts';
import { RunLine } from './RunLine.tsx';

/** How many runs a group shows at first, and how many more each time. */
const PAGE = 20;

export interface RunAction {
  readonly label: string;
  readonly danger?: boolean;
  /** @param place of the run in its list, from 0 */
  readonly act: (run: RunHead, place: number) => void;
}

interface Props {
  id: string;
  title: string;
  runs: readonly RunHead[];
  now: Date;
  holidays: Holidays;
  actions: readonly RunAction[];
  /** True for what one seldom wants to see. */
  folded?: boolean;
  /** What was taken out of this list, each with the place that it had. */
  gone?: readonly Gone[];
}

/** What stands in the place of a run that was taken out of a list. */
export interface Gone {
  readonly run: string;
  readonly place: number;
  readonly toast: ComponentChild;
}

/** Runs that stand alike; a long list opens by pages, so that a thousand runs show at once. */
export function RunGroup({
  id,
  title,
  runs,
  now,
  holidays,
  actions,
  folded = false,
  gone = [],
}: Props) {
  const [limit, setLimit] = useState(PAGE);
  const [open, setOpen] = useState(!folded);
  const shown = useMemo(() => summarise(open ? runs.slice(0, limit) : []), [runs, limit, open]);
  if (runs.length === 0) {
    return gone.length === 0 ? null : (
      <>
        {gone.map(({ run, toast }) => (
          <div key={run}>{toast}</div>
        ))}
      </>
    );
  }
  const list = (
    <>
      <ul class="run-list">
        {withGone(shown, gone).map((each) =>
          'toast' in each ? (
            <li key={`gone ${each.run}`}>{each.toast}</li>
          ) : (
            <RunLine key={each.id} run={each} now={now} holidays={holidays}>
              {actions.map(({ label, danger, act }) => (
                <button
                  key={label}
                  type="button"
                  class={danger ? 'button button--danger' : 'button button--quiet'}
                  aria-label={`${label}执行 ${each.code}`}
                  onClick={() => act(each, shown.indexOf(each))}
                >
                  {label}
                </button>
              ))}
            </RunLine>
          ),
        )}
      </ul>
      {shown.length < runs.length && (
        <button type="button" class="button" onClick={() => setLimit(limit + PAGE)}>
          再显示 {Math.min(PAGE, runs.length - shown.length)} 个，共 {runs.length} 个
        </button>
      )}
    </>
  );
  if (folded) {
    return (
      <details class="bin" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {title}（{runs.length}）
        </summary>
        {open && list}
      </details>
    );
  }
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}
        <span class="count">{runs.length}</span>
      </h2>
      {list}
    </section>
  );
}

/** The runs, with what tells of those that are gone in the places that these had. */
function withGone(runs: readonly RunSummary[], gone: readonly Gone[]): (RunSummary | Gone)[] {
  const list: (RunSummary | Gone)[] = [...runs];
  // The last one that went first: each place was counted without those that had gone before.
  for (const each of [...gone].reverse()) list.splice(each.place, 0, each);
  return list;
}
