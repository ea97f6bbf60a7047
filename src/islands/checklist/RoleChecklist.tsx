import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { periodEnd } from '../../model/period.ts';
import { currentMarkName, tally, type DutyKey } from '../../progress/duties/duty-marks.ts';
import { dutyMarkStore } from '../../stores/duty-marks.ts';
import { checklistFields, type DutyFields, type GroupFields } from './checklist-fields.ts';
import { DutyRow } from './DutyRow.tsx';
import { MyRoleButton } from './MyRoleButton.tsx';
import { PastPeriodsFold } from './PastPeriodsFold.tsx';
import { ProgressBar } from '../shared/ProgressBar.tsx';
import { SaveState } from '../shared/SaveState.tsx';
import { Segmented } from '../shared/Segmented.tsx';
import { SelfLink } from '../shared/SelfLink.tsx';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useNow } from '../shared/use-now.ts';
import { useReady } from '../shared/use-ready.ts';

interface Props {
  /** Reference of the role's page. */
  role: string;
  /** References under which the page was published before. */
  was?: readonly string[];
  title: string;
}

type Filter = 'all' | 'open' | 'done';

const FILTERS: readonly [Filter, string][] = [
  ['all', '全部'],
  ['open', '未完成'],
  ['done', '已完成'],
];

const CADENCES = ['daily', 'weekly', 'monthly', 'quarterly'] as const;

/** The earliest moment at which one of the running periods ends. */
function nextTurn(now: Date): Date | undefined {
  return CADENCES.map((cadence) => periodEnd(cadence, now)).sort(
    (a, b) => +(a ?? 0) - +(b ?? 0),
  )[0];
}

/** A role's checklist: acts by group, each in its period; the quarterly self-appraisal apart. */
export default function RoleChecklist({ role, was, title }: Props) {
  const { acts, standards } = useMemo(() => checklistFields(role), [role]);
  const all = useMemo(
    () => [...acts, ...standards].flatMap((group) => group.duties),
    [acts, standards],
  );
  const store = useMemo(() => dutyMarkStore(role, all), [role]);
  const marks = useLiveStore(store.$marks, {});
  const [now, renew] = useNow(nextTurn);
  const [filter, setFilter] = useState<Filter>('all');
  const [cleared, setCleared] = useState<UndoableAction | undefined>();
  const [status, setStatus] = useState('');
  const ready = useReady(() => store.loadCurrent(new Date()));

  const markOf = (duty: DutyKey) => (ready ? marks[currentMarkName(duty, now)] : undefined);
  const shown = (duty: DutyKey) =>
    filter === 'all' || (filter === 'done') === (markOf(duty)?.done ?? false);

  const toggle = (duty: DutyFields, done: boolean) => {
    const moment = renew();
    store.mark([duty], done, moment);
    setCleared(undefined);
    setStatus(done ? `已勾选：${duty.text}` : `已取消：${duty.text}`);
  };

  const clear = () => {
    const moment = renew();
    const done = all.filter((duty) => store.$marks.get()[currentMarkName(duty, moment)]?.done);
    const before = Object.fromEntries(
      done.map((duty) => {
        const name = currentMarkName(duty, moment);
        return [name, store.$marks.get()[name]];
      }),
    );
    store.mark(done, false, moment);
    const words = `已清空 ${done.length} 项勾选`;
    setCleared({ words, takeBack: () => store.putBack(before, renew()) });
    setStatus(words);
  };

  const firstDone = all.find((duty) => markOf(duty)?.done);

  const groupsOf = (groups: readonly GroupFields[], heading: 'h2' | 'h3') =>
    groups.map((group) => (
      <Group
        key={group.id}
        group={group}
        heading={heading}
        counted={tally(group.duties, ready ? marks : {}, now)}
        empty={!group.duties.some(shown)}
      >
        {group.duties.map((duty) => (
          <DutyRow
            key={duty.id}
            role={role}
            duty={duty}
            mark={markOf(duty)}
            now={+now}
            ready={ready}
            hidden={!shown(duty)}
            first={duty === firstDone}
            onToggle={(done) => toggle(duty, done)}
          />
        ))}
      </Group>
    ));

  const actDuties = acts.flatMap((group) => group.duties);
  const standardDuties = standards.flatMap((group) => group.duties);

  return (
    <div class="checklist" data-ready={ready ? '' : undefined}>
      <fieldset class="checklist__tools" data-search="off" data-screen-only="" disabled={!ready}>
        <legend class="visually-hidden">清单工具</legend>
        <ProgressBar
          label={`${title}：本期动作`}
          {...tally(actDuties, ready ? marks : {}, now)}
          unit="项"
        />
        <SaveState />
        <div class="checklist__controls">
          <Segmented
            label="显示"
            name="checklist-filter"
            options={FILTERS}
            value={filter}
            onChange={setFilter}
          />
          <button type="button" class="button" onClick={clear} disabled={!firstDone}>
            清空本期勾选
          </button>
          <MyRoleButton role={{ reference: role, was }} />
        </div>
        {cleared && (
          <UndoToast
            action={cleared}
            onUndone={() => {
              setCleared(undefined);
              setStatus('已恢复清空前的勾选');
            }}
          />
        )}
      </fieldset>
      <StorageNotice />
      <p class="visually-hidden" role="status">
        {status}
      </p>
      {groupsOf(acts, 'h2')}
      {standards.length > 0 && (
        <section class="appraisal" aria-labelledby="self-appraisal">
          <div class="heading heading--2">
            <h2 id="self-appraisal">季度自评</h2>
            <SelfLink id="self-appraisal" text="季度自评" />
          </div>
          <p class="appraisal__lead">
            这些是标准，不是动作：每季对照一次，能说出证据才打勾，不计入上面的进度。
          </p>
          <ProgressBar
            label={`${title}：季度自评`}
            {...tally(standardDuties, ready ? marks : {}, now)}
            unit="项"
          />
          {groupsOf(standards, 'h3')}
        </section>
      )}
      {ready && <PastPeriodsFold duties={all} store={store} marks={marks} now={now} />}
    </div>
  );
}

interface GroupProps {
  group: GroupFields;
  heading: 'h2' | 'h3';
  counted: { done: number; total: number };
  /** True when the filter hides all its duties. */
  empty: boolean;
  children: ComponentChildren;
}

function Group({ group, heading: Heading, counted, empty, children }: GroupProps) {
  const body = (
    <>
      <div class={`heading heading--${Heading[1]}`}>
        <Heading id={group.id}>
          {group.aliases?.map((old) => (
            <span key={old} class="alias" id={old} data-screen-only="" />
          ))}
          {group.title}
        </Heading>
        <SelfLink id={group.id} text={group.title} />
      </div>
      <ProgressBar label={group.title} {...counted} unit="项" />
      <ul class="duties">{children}</ul>
      {empty && <p class="duty-group__empty">这一组里没有符合筛选的条目。</p>}
    </>
  );
  // Within the self-appraisal, a group may bear the name of a group of acts: no landmark of its own.
  if (Heading === 'h3') return <div class="duty-group">{body}</div>;
  return (
    <section class="duty-group" aria-labelledby={group.id}>
      {body}
    </section>
  );
}
