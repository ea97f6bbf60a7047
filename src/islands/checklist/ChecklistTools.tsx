import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import { filterOfFragment, type DutyFilter } from '../../model/duty-filters.ts';
import { periodEnd, PERIOD_CADENCES } from '../../model/period.ts';
import { currentMarkName, runningMark, type DutyKey } from '../../progress/duties/duty-marks.ts';
import { dutyMarkStore, type DutyMarkStore } from '../../stores/duty-marks.ts';
import { ProgressBar } from '../shared/ProgressBar.tsx';
import { SaveState } from '../shared/SaveState.tsx';
import { Segmented } from '../shared/Segmented.tsx';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { targetElement } from '../shared/target-element.ts';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { useNow } from '../shared/use-now.ts';
import { useReady } from '../shared/use-ready.ts';
import { linkDuties, readChecklist, type DrawnChecklist } from './drawn-checklist.ts';
import { MyRoleButton } from './MyRoleButton.tsx';
import { paintChecklist, type StateFilter } from './paint-checklist.ts';
import { startEventDuties } from './event-duties-start.ts';
import { startPastPeriods } from './past-periods-fold.ts';

interface Props {
  /** Reference of the role's page. */
  role: string;
  /** References under which the page was published before. */
  was?: readonly string[];
  title: string;
  /** How many acts the list has that can be open. */
  total: number;
}

/** The list on the page, with what is stored of it. */
interface Bound {
  readonly list: DrawnChecklist;
  readonly store: DutyMarkStore;
}

const STATES: readonly [StateFilter, string][] = [
  ['all', '全部'],
  ['open', '未完成'],
  ['done', '已完成'],
];

/** The earliest moment at which one of the running periods ends. */
function nextTurn(now: Date): Date | undefined {
  return PERIOD_CADENCES.flatMap((cadence) => periodEnd(cadence, now) ?? []).sort(
    (a, b) => +a - +b,
  )[0];
}

/**
 * What stands above a role's checklist. The list itself is static: here its boxes are bound to what is
 * stored, and its rows to the filters. Acts count in their periods; the self-appraisal stands apart.
 */
export default function ChecklistTools({ role, was, title, total }: Props) {
  const [bound, setBound] = useState<Bound | undefined>();
  const [, redraw] = useState({});
  const [now, renew] = useNow(nextTurn);
  const [filter, setFilter] = useState<DutyFilter | undefined>();
  const [state, setState] = useState<StateFilter>('all');
  const [cleared, setCleared] = useState<UndoableAction | undefined>();
  const [status, setStatus] = useState('');
  /** True when the address names another place, until the list shows it. */
  const isArriving = useRef(false);

  /** Follows the address: a filter's name turns it on, any other place turns it off. */
  const follow = () => {
    const filter = filterOfFragment(location.hash);
    // One that this list has no duties for is not offered.
    const named = filter && document.querySelector(`a#${filter}`) ? filter : undefined;
    setFilter(named);
    // What is shown again moves what the address names, or holds it.
    isArriving.current = !named && document.querySelector('.duty[hidden]') !== null;
    redraw({});
  };

  const ready = useReady(() => {
    const list = readChecklist(document.querySelector<HTMLElement>('.checklist') as HTMLElement);
    const store = dutyMarkStore(role, list.duties);
    store.loadCurrent(new Date());
    linkDuties(list);
    startPastPeriods(list, store, role);
    startEventDuties(list, role);
    setBound({ list, store });
    follow();
  });

  const done = bound
    ? bound.list.duties.filter((duty) => runningMark(duty, bound.store.$marks.get(), now)?.done)
    : [];

  useEffect(() => {
    if (!bound) return;
    const { list, store } = bound;
    const toggle = ({ target }: Event) => {
      const duty = list.duties.find(({ box }) => box === target);
      if (!duty) return;
      store.mark([duty], duty.box.checked, renew());
      setCleared(undefined);
      setStatus(`${duty.box.checked ? '已勾选' : '已取消'}：${duty.text}`);
    };
    const choose = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.duty-filter');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // The list changes, and the page stays where it is.
      event.preventDefault();
      if (location.hash !== link.hash) history.pushState(null, '', link.hash);
      setFilter(filterOfFragment(link.hash));
    };
    list.root.addEventListener('click', choose);
    list.root.addEventListener('change', toggle);
    window.addEventListener('hashchange', follow);
    const stop = store.$marks.listen(() => redraw({}));
    return () => {
      list.root.removeEventListener('click', choose);
      list.root.removeEventListener('change', toggle);
      window.removeEventListener('hashchange', follow);
      stop();
    };
  }, [bound]);

  useLayoutEffect(() => {
    if (!bound) return;
    paintChecklist(bound.list, { marks: bound.store.$marks.get(), now, filter, state });
    if (!isArriving.current) return;
    const target = targetElement();
    // The choice of open or done ones hides it.
    if (target?.closest('.checklist [hidden]') && state !== 'all') return setState('all');
    isArriving.current = false;
    target?.scrollIntoView();
  });

  const clear = ({ store }: Bound) => {
    const moment = renew();
    const marks = store.$marks.get();
    const ticked = done.filter((duty: DutyKey) => runningMark(duty, marks, moment)?.done);
    const before = Object.fromEntries(
      ticked.map((duty) => [currentMarkName(duty, moment), runningMark(duty, marks, moment)]),
    );
    store.mark(ticked, false, moment);
    const words = `已清空 ${ticked.length} 项勾选`;
    setCleared({ words, takeBack: () => store.putBack(before, renew()) });
    setStatus(words);
  };

  return (
    <div class="checklist__head" data-ready={ready ? '' : undefined}>
      <fieldset class="checklist__tools" data-search="off" data-screen-only="" disabled={!ready}>
        <legend class="visually-hidden">清单工具</legend>
        <div class="checklist__state">
          <ProgressBar
            label={`${title}：本期动作`}
            done={done.filter((duty) => duty.filter !== 'appraisal').length}
            total={total}
            unit="项"
          />
          <SaveState />
        </div>
        <div class="checklist__controls">
          <Segmented
            label="显示"
            name="checklist-filter"
            options={STATES}
            value={state}
            onChange={setState}
          />
          <MyRoleButton role={{ reference: role, was }} />
          <a class="button" href={href(`/print${pathOf(role)}`)}>
            打印考评表
          </a>
          <button
            type="button"
            class="button"
            onClick={() => bound && clear(bound)}
            disabled={done.length === 0}
          >
            清空本期勾选
          </button>
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
    </div>
  );
}
