/** What the pages of training say. */
import { addDays, weekdayOf, type Day } from '../../model/day.ts';
import { formatIsoDay, formatMonthDay, isoDay } from '../../model/format-day.ts';
import { NEED_LABEL, type Need } from '../../model/plan.ts';
import type { Confirmation } from '../../progress/training/fold.ts';
import type { DueItem, PlanCount } from '../../progress/training/agenda.ts';

/** What a button says that confirms an item. */
export const CONFIRM_LABEL: Readonly<Record<Need, string>> = {
  read: '读过了',
  practise: '练过了',
  observe: '带教看过了',
};

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** A day as one says it: `11 月 27 日 星期五`; with the year where it is another. */
export function dayWords(day: Day, today: Day): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  const date = isThisYear ? formatMonthDay(day) : formatIsoDay(day);
  return `${date} 星期${WEEKDAYS[weekdayOf(day) - 1] ?? ''}`;
}

/** A day near today by its name: `今天`, `明天`. */
export function nearDay(day: Day, today: Day): string {
  if (day === today) return '今天';
  return day === addDays(today, 1) ? '明天' : dayWords(day, today);
}

/** Of a day that was counted through a year without known holidays. */
export const UNCOVERED = '数到的那一年假期还没有公布，只除去了周末';

/** By when an item is to be done. */
export function dueWords({ due, isLate, isUncovered }: DueItem, today: Day): string {
  const by = isLate
    ? `已晚：应在 ${dayWords(due, today)}前`
    : due === today
      ? '今天到期'
      : `${nearDay(due, today)}前`;
  return isUncovered ? `${by}（${UNCOVERED}）` : by;
}

/** How something was confirmed: `11 月 25 日读过，第 2 版，带教王敏`. */
export function confirmedWords({ need, at, rev, by }: Confirmation): string {
  const day = formatMonthDay(isoDay(new Date(at)));
  const mentor = by === undefined ? '' : `，带教：${by}（自行声明）`;
  return `${day}${NEED_LABEL[need]}，第 ${rev} 版${mentor}`;
}

/** How far a plan is, in words; nothing is said of what is not there. */
export function countWords({ done, total, late, changed }: PlanCount): string {
  return [
    `做了 ${done}，共 ${total}`,
    late > 0 && `晚了 ${late}`,
    changed > 0 && `手册改了 ${changed}`,
  ]
    .filter(Boolean)
    .join('；');
}

/** Where one is in a plan, at the end of a page: `3/12`. */
export function placeWords({ done, total, late }: PlanCount): string {
  return `${done}/${total}${late > 0 ? ` · 晚了 ${late}` : ''}`;
}

/** When a plan began: `2026 年 11 月 25 日开始`. */
export const startWords = (day: Day) => `${formatIsoDay(day)}开始`;
