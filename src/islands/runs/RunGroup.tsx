import { useMemo, useState } from 'preact/hooks';
import type { Holidays } from '../../model/workdays.ts';
import { summarise, type RunHead } from '../../stores/runs/summaries.ts';
import { withGone, type Gone } from './gone.ts';
import { RunLine } from './RunLine.tsx';

/** How many runs a group shows at first, and how many more each time. */
const PAGE = 20;

export interface RunAction {
  readonly label: string;
  readonly danger?: boolean;
  /** @param after id of the run that stands before it; absent for the first one */
  readonly act: (run: RunHead, after?: string) => void;
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
  /** What was taken out of this list, in the order in which it went. */
  gone?: readonly Gone[];
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
                  onClick={() => act(each, shown[shown.indexOf(each) - 1]?.id)}
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
