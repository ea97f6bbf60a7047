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

/** A local calendar day as `YYYY-MM-DD`. */
export function isoDay(at: Date): string {
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

/** A `YYYY-MM-DD` day in words. */
export function formatIsoDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The time of day, to the second: `14:03:22`. */
export function formatClock(at: number): string {
  const moment = new Date(at);
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(pad).join(':');
}

/** A moment on paper: `2026-11-23 14:03`. */
export function formatStamp(at: number): string {
  const moment = new Date(at);
  return `${isoDay(moment)} ${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}
