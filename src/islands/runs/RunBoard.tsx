import type { ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { resolveWorkflow, type RunIndex } from '../../model/run-index.ts';
import type { Holidays } from '../../model/workdays.ts';
import { append, eraseRun, putRunBack } from '../../stores/runs/actions.ts';
import { readTemplate } from '../../stores/runs/texts.ts';
import { otherPrefixes } from '../../stores/moved-site-records.ts';
import type { Values } from '../../stores/storage/values.ts';
import { $openRuns, type RunHead, type RunSummary } from '../../stores/runs/summaries.ts';
import { useLiveStore } from '../shared/use-live-store.ts';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { useNow } from '../shared/use-now.ts';
import { BoardTools, type BoardSort } from './BoardTools.tsx';
import { isOverdue } from './run-deadlines.ts';
import { ExportReminder } from './ExportReminder.tsx';
import type { Gone } from './gone.ts';
import { RunGroup } from './RunGroup.tsx';

interface Props {
  heads: readonly RunHead[];
  index: RunIndex;
  holidays: Holidays;
  /** Root-relative path of a list of workflows. */
  workflows: string;
}

/** A run that was deleted from a list here, and how that is taken back. */
interface Taken {
  readonly run: string;
  readonly group: string;
  /** Id of the run that stood before it; absent for the first one. */
  readonly after: string | undefined;
  /** How the run stands since; otherwise than so, somebody brought it back. */
  readonly left: 'removed' | undefined;
  readonly action: UndoableAction;
}

/** Every board looks at the clock once a minute: lists have many dates. */
const nextMinute = (now: Date) => new Date(Math.floor(+now / 60_000 + 1) * 60_000);

/** All runs of this browser: overdue ones first, then open, finished, archived and removed ones. */
export function RunBoard({ heads, index, holidays, workflows }: Props) {
  const [sort, setSort] = useState<BoardSort>('changed');
  const [workflow, setWorkflow] = useState('');
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [status, setStatus] = useState('');
  const [now] = useNow(nextMinute);

  useEffect(() => {
    document.title = document.title.replace(/^.* · (.* · )?/, '我的执行 · ');
  }, []);

  const nameNow = (run: RunHead) => resolveWorkflow(index, run.workflow).reference;
  const isShown = (run: RunHead) => workflow === '' || nameNow(run) === workflow;
  const shown = heads.filter(isShown);
  const of = (state: RunHead['status']) => shown.filter((run) => run.status === state);
  const allOpen = useLiveStore($openRuns, $openRuns.get());
  const open = sorted(allOpen.filter(isShown), sort);
  const late = open.filter((run) => isOverdue(run, holidays, now));
  const rest = open.filter((run) => !late.includes(run));
  const removed = of('removed');

  // What was deleted can be taken back where it stood, until the reader has done so or is told of it.
  const take = (what: Taken) => {
    setStatus(what.action.words);
    setTaken([...taken.filter(({ run }) => run !== what.run), what]);
  };
  const dismiss = (run: string, words: string) => {
    setStatus(words);
    setTaken(taken.filter((each) => each.run !== run));
  };
  const remove = (group: string) => (run: RunHead, after?: string) => {
    append(run.id, { kind: 'remove' });
    const takeBack = () => append(run.id, { kind: 'restore' });
    take({
      run: run.id,
      group,
      after,
      left: 'removed',
      action: { words: `已删除 ${run.code}`, takeBack },
    });
  };
  const erase = (run: RunHead, after?: string) => {
    if (!confirm(`彻底删除 ${run.code}？离开这一页以后就找不回来了。`)) return;
    const values: Values = eraseRun(run.id);
    const action = { words: `已彻底删除 ${run.code}`, takeBack: () => putRunBack(values) };
    take({ run: run.id, group: 'removed-runs', after, left: undefined, action });
  };
  const changeStatus = (kind: 'reopen' | 'archive' | 'unarchive' | 'restore', words: string) => {
    return (run: RunHead) => {
      append(run.id, { kind });
      setStatus(`${words} ${run.code}`);
    };
  };
  const removal = (group: string) => ({ label: '删除', act: remove(group) });
  const goneFrom = (group: string): Gone[] =>
    taken.flatMap(({ run, after, left, action, ...from }) => {
      const isStillSo = heads.find(({ id }) => id === run)?.status === left;
      if (from.group !== group || !isStillSo) return [];
      const toast = (
        <UndoToast
          action={action}
          onUndone={() => dismiss(run, '已恢复')}
          onDismissed={() => dismiss(run, '')}
        />
      );
      return [{ run, after, toast }];
    });
  const groups: readonly Omit<ComponentProps<typeof RunGroup>, 'now' | 'holidays'>[] = [
    { id: 'late-runs', title: '已过期', runs: late, actions: [removal('late-runs')] },
    { id: 'open-runs', title: '进行中', runs: rest, actions: [removal('open-runs')] },
    {
      id: 'finished-runs',
      title: '已结束',
      runs: of('finished'),
      actions: [
        { label: '重新打开', act: changeStatus('reopen', '已重新打开') },
        { label: '归档', act: changeStatus('archive', '已归档') },
        removal('finished-runs'),
      ],
    },
    {
      id: 'archived-runs',
      title: '已归档',
      folded: true,
      runs: of('archived'),
      actions: [
        { label: '取出归档', act: changeStatus('unarchive', '已取出归档') },
        removal('archived-runs'),
      ],
    },
    {
      id: 'removed-runs',
      title: '已删除',
      folded: true,
      runs: removed,
      actions: [
        { label: '恢复', act: changeStatus('restore', '已恢复') },
        { label: '彻底删除', danger: true, act: erase },
      ],
    },
  ];

  return (
    <>
      <p class="visually-hidden" role="status">
        {status}
      </p>
      <ExportReminder heads={heads} />
      {heads.length > 1 && (
        <BoardTools
          workflows={[...new Set(heads.map(nameNow))].map((reference) => ({
            reference,
            title: index.workflows[reference]?.title ?? titleThen(heads, nameNow, reference),
          }))}
          workflow={workflow}
          onWorkflow={setWorkflow}
          sort={sort}
          onSort={setSort}
        />
      )}
      {shown.length === removed.length && (
        <Empty any={heads.length > removed.length} workflows={workflows} />
      )}
      {groups.map((group) => (
        <RunGroup
          key={group.id}
          {...group}
          gone={goneFrom(group.id)}
          now={now}
          holidays={holidays}
        />
      ))}
    </>
  );
}

/** What a workflow that is published no more was called in a run's own text. */
function titleThen(
  heads: readonly RunHead[],
  nameOf: (run: RunHead) => string,
  reference: string,
): string {
  const run = heads.find((head) => nameOf(head) === reference);
  return (run && readTemplate(run.text)?.title) ?? reference;
}

function sorted(runs: readonly RunSummary[], sort: BoardSort): RunSummary[] {
  if (sort === 'changed') return [...runs];
  // Those without a date come last.
  const due = (run: RunSummary) => run.dueOn ?? '9999';
  return [...runs].sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

interface EmptyProps {
  /** True when there are runs that the filter hides. */
  any: boolean;
  /** Root-relative path of the workflows. */
  workflows: string;
}

function Empty({ any, workflows }: EmptyProps) {
  if (any) return <p class="empty">没有符合筛选的执行。</p>;
  return (
    <div class="empty">
      <p>还没有执行。打开一个流程，按“开始一次执行”，它就会列在这里。</p>
      <p>
        <a href={href(workflows)}>看看有哪些流程</a>
      </p>
      {otherPrefixes().size > 0 && (
        <p>
          这个浏览器里有网站搬家以前的记录。<a href={href('/progress/#adopt')}>接过来</a>
        </p>
      )}
    </div>
  );
}
