import { NO_FILTER, type DutyFilter } from '../../model/duty-filters.ts';
import { runningMark, tally, type DutyMark } from '../../progress/duties/duty-marks.ts';
import type { DutyMarks } from '../../stores/duty-marks.ts';
import { formatMoment } from '../shared/format-time.ts';
import { progressWords } from '../shared/ProgressBar.tsx';
import type { DrawnChecklist, DrawnDuty, DrawnGroup } from './drawn-checklist.ts';

/** Whether duties that are done are shown, those that are not, or all. */
export type StateFilter = 'all' | 'open' | 'done';

/** What the list shows and how it stands. */
export interface ChecklistView {
  readonly marks: DutyMarks;
  readonly now: Date;
  /** Absent: all are shown. */
  readonly filter: DutyFilter | undefined;
  readonly state: StateFilter;
}

/** Paints marks and filters on the list, which is static: its boxes are ticked, its rows hidden or shown. */
export function paintChecklist(list: DrawnChecklist, view: ChecklistView): void {
  const { marks, now, filter, state } = view;
  const counts: Record<string, number> = { [NO_FILTER]: 0 };
  list.root.dataset['ready'] = '';
  let isFirst = true;
  for (const duty of list.duties) {
    const mark = runningMark(duty, marks, now);
    const isDone = mark?.done ?? false;
    const fits = state === 'all' || (state === 'done') === isDone;
    duty.box.disabled = false;
    duty.box.checked = isDone;
    duty.row.toggleAttribute('data-done', isDone);
    duty.row.hidden = !fits || (filter !== undefined && duty.filter !== filter);
    // The first tick says where ticks are kept.
    paintWhen(duty, isDone ? mark : undefined, now, isFirst);
    if (isDone) isFirst = false;
    for (const each of fits ? [NO_FILTER, duty.filter] : []) counts[each] = (counts[each] ?? 0) + 1;
  }
  // What is counted is neither open nor done.
  const isCounted = state === 'all';
  for (const { row, filter: own } of list.events) {
    row.hidden = !isCounted || (filter !== undefined && filter !== own);
    for (const each of isCounted ? [NO_FILTER, own] : []) counts[each] = (counts[each] ?? 0) + 1;
  }
  for (const group of list.groups) paintGroup(group, view);
  for (const link of list.filters) {
    if (link.id === (filter ?? NO_FILTER)) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    if (link.lastElementChild) link.lastElementChild.textContent = `${counts[link.id] ?? 0}`;
  }
}

function paintWhen(
  { row }: DrawnDuty,
  mark: DutyMark | undefined,
  now: Date,
  first: boolean,
): void {
  for (const old of row.querySelectorAll('.duty__when, .duty__where')) old.remove();
  if (!mark) return;
  const at = mark.tickedAt ?? mark.at;
  const [when, time] = [document.createElement('span'), document.createElement('time')];
  when.className = 'duty__when';
  time.dateTime = new Date(at).toISOString();
  time.textContent = formatMoment(at, +now);
  when.append(time, ' 勾选');
  row.querySelector('.duty__meta')?.append(when);
  if (!first) return;
  const where = document.createElement('p');
  where.className = 'duty__where';
  where.textContent = '只存在这台设备的这个浏览器里';
  row.append(where);
}

/** A group tells of the duties that its cadence's filter leaves; without any, it is not there. */
function paintGroup(
  { element, duties, events }: DrawnGroup,
  { marks, now, filter }: ChecklistView,
): void {
  const left = filter ? duties.filter((duty) => duty.filter === filter) : duties;
  const rows = [...left, ...(filter && filter !== 'event' ? [] : events)];
  element.hidden = rows.length === 0;
  const { done, total } = tally(left, marks, now);
  const bar = element.querySelector('progress');
  if (bar) {
    const said = progressWords(done, total, '项');
    bar.value = done;
    bar.max = Math.max(total, 1);
    bar.setAttribute('aria-valuetext', said);
    if (bar.nextElementSibling) bar.nextElementSibling.textContent = total > 0 ? said : '';
  }
  const empty = element.querySelector<HTMLElement>(':scope > .duty-group__empty');
  if (empty) empty.hidden = rows.length === 0 || rows.some(({ row }) => !row.hidden);
}
