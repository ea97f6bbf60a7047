import { useMemo, useRef, useState } from 'preact/hooks';
import { teamRuns, teamTable, type TableRow } from '../../progress/training/table.ts';
import { Late } from '../shared/Late.tsx';
import { Segmented } from '../shared/Segmented.tsx';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { useReady } from '../shared/use-ready.ts';
import { ItemsTable } from './ItemsTable.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { RunsTable } from './RunsTable.tsx';
import { TakeReceipts } from './TakeReceipts.tsx';
import { TeamOut } from './TeamOut.tsx';
import { TeamQuestions } from './TeamQuestions.tsx';
import { useTeam, type TeamView } from './use-team.ts';

/** `/team/`: a manager's table of receipts, never mixed with their own records. */
export default function TeamApp() {
  const isRead = useReady(() => undefined);
  const { isEmpty, view, failed } = useTeam();
  const [action, setAction] = useState<UndoableAction | undefined>();
  const turn = useRef(0);
  const tell = (next: UndoableAction) => {
    turn.current += 1;
    setAction(next);
  };
  const isThere = isRead && (isEmpty || view !== undefined || failed);
  const reading = <p class="awaited__words">正在读取这个浏览器里的回执……</p>;
  return (
    <div class="team" data-ready={isThere ? '' : undefined}>
      <StorageNotice />
      {/* It stays while the handbook's part is fetched: what it said of the receipts stays with it. */}
      {isRead ? <TakeReceipts isFirst={isEmpty} /> : reading}
      {isRead && !isThere && reading}
      {failed && !isEmpty && <Late what="回执还在，手册的目录没有取到，现在列不出来。" />}
      {isThere && !isEmpty && view && <Table view={view} onAction={tell} />}
      <div class="team__done" role="status">
        {action && (
          <UndoToast
            key={turn.current}
            action={action}
            onUndone={() => setAction({ words: '已撤销' })}
            onDismissed={() => setAction(undefined)}
          />
        )}
      </div>
    </div>
  );
}

const SHOWN = [
  ['all', '全部'],
  ['missing', '还差的'],
  ['late', '晚了的'],
  ['changed', '手册改了的'],
] as const;

type Shown = (typeof SHOWN)[number][0];

const IS_SHOWN: Readonly<Record<Shown, (row: TableRow) => boolean>> = {
  all: () => true,
  missing: ({ missing }) => missing.length > 0,
  late: ({ count }) => count.late > 0,
  changed: ({ count }) => count.changed > 0,
};

interface TableProps {
  view: TeamView;
  onAction: (action: UndoableAction) => void;
}

function Table({ view, onAction }: TableProps) {
  const [shown, setShown] = useState<Shown>('all');
  const [plan, setPlan] = useState('');
  const [name, setName] = useState('');
  const [selected, setSelected] = useState<string | undefined>();
  const whole = useMemo(() => teamTable(view.input), [view]);
  const table = useMemo(() => {
    const chosen = plan === '' ? whole : teamTable(view.input, plan);
    const isNamed = ({ person }: TableRow) => person.label.includes(name.trim());
    return { ...chosen, rows: chosen.rows.filter((row) => isNamed(row) && IS_SHOWN[shown](row)) };
  }, [whole, plan, name, shown]);
  const runs = useMemo(() => teamRuns(view.people, view.today), [view]);
  const shownRuns = runs.filter(({ person }) => person.label.includes(name.trim()));
  const row = table.rows.find(({ person }) => person.key === selected);
  return (
    <>
      <TeamQuestions view={view} />
      <section class="team-items" aria-labelledby="team-items">
        <h2 id="team-items">谁确认了什么</h2>
        <div class="team-filters">
          <Segmented
            label="显示"
            name="team-shown"
            options={SHOWN}
            value={shown}
            onChange={setShown}
          />
          {whole.plans.size > 1 && (
            <label class="field field--inline">
              <span class="field__label">计划</span>
              <select value={plan} onChange={(event) => setPlan(event.currentTarget.value)}>
                <option value="">全部计划</option>
                {[...whole.plans].map(([id, title]) => (
                  <option key={id} value={id}>
                    {title || '培训计划'}
                  </option>
                ))}
              </select>
            </label>
          )}
          {view.people.length > 8 && (
            <label class="field field--inline">
              <span class="field__label">姓名或工号</span>
              <input
                type="search"
                value={name}
                autocomplete="off"
                onInput={(event) => setName(event.currentTarget.value)}
              />
            </label>
          )}
        </div>
        {table.rows.length === 0 ? (
          <p class="notice">没有这样的人。</p>
        ) : (
          <ItemsTable
            table={table}
            view={view}
            selected={row?.person.key}
            onSelect={(key) => setSelected(key === selected ? undefined : key)}
          />
        )}
      </section>
      {row && (
        <PersonPanel
          row={row}
          view={view}
          onAction={onAction}
          onClose={() => setSelected(undefined)}
        />
      )}
      <RunsTable runs={shownRuns} now={view.now} />
      <TeamOut table={table} runs={shownRuns} view={view} onAction={onAction} />
    </>
  );
}
