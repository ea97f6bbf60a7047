import { pad } from '../../model/format-day.ts';

/** A moment as a reader says it: `今天 14:03`, `昨天 09:30`, `11 月 3 日 16:20`, with the year when it is another. */
export function formatMoment(at: number, now: number): string {
  const moment = new Date(at);
  const time = `${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
  return `${formatDayOf(moment, new Date(now))} ${time}`;
}

function formatDayOf(moment: Date, now: Date): string {
  const days = calendarDay(now) - calendarDay(moment);
  if (days === 0) return '今天';
  if (days === 1) return '昨天';
  const day = `${moment.getMonth() + 1} 月 ${moment.getDate()} 日`;
  return moment.getFullYear() === now.getFullYear() ? day : `${moment.getFullYear()} 年 ${day}`;
}

function calendarDay(at: Date): number {
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;
}

/** The time of day, to the second: `14:03:22`. */
export function formatClock(at: number): string {
  const moment = new Date(at);
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()]
    .map((part) => pad(part))
    .join(':');
}
